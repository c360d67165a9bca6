#include "storage/interventions.h"

namespace doorstep::storage::interventions {
namespace {

sql::Query const insert_step{"interventions.insert", R"sql(
    INSERT INTO intervention (id, case_file_id, catalogue_code, legal, track, used_on, used_by, recipient_id, content,
        consequence, given_how, referred_to, consent, basis, respond_by, aim, tried, vulnerabilities, outcome,
        outcome_on, outcome_note, recorded_at, version)
    VALUES (:id, :case_file, :code, :legal, :track, :used_on, :used_by, :recipient, :content, :consequence, :given_how,
        :referred_to, :consent, :basis, :respond_by, :aim, :tried, :vulnerabilities, :outcome, :outcome_on,
        :outcome_note, :recorded_at, :version)
)sql"};

sql::Query const update_step{"interventions.update_outcome", R"sql(
    UPDATE intervention SET outcome = :outcome, outcome_on = :outcome_on, outcome_note = :outcome_note,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define INTERVENTION_COLUMNS                                                                          \
    "SELECT i.id, i.case_file_id, i.catalogue_code, i.legal, i.track, i.used_on, i.used_by, "         \
    "i.recipient_id, "                                                                                \
    "i.content, i.consequence, i.given_how, i.referred_to, i.consent, i.basis, i.respond_by, i.aim, " \
    "i.tried, "                                                                                       \
    "i.vulnerabilities, i.outcome, i.outcome_on, i.outcome_note, i.recorded_at, i.version, "          \
    "coalesce(a.name, ''), coalesce(n.name, p.description, '') "                                      \
    "FROM intervention i LEFT JOIN account a ON a.id = i.used_by "                                    \
    "LEFT JOIN case_person p ON p.id = i.recipient_id LEFT JOIN person n ON n.id = p.person_id "

sql::Query const select_one{"interventions.find", INTERVENTION_COLUMNS "WHERE i.id = :id"};

sql::Query const select_of_case{"interventions.of_case", INTERVENTION_COLUMNS
                                "WHERE i.case_file_id = :case_file ORDER BY i.used_on DESC, i.id DESC "
                                "LIMIT :limit OFFSET :offset"};

sql::Query const count_steps_taken{"interventions.count_of_case",
                                   "SELECT count(*) FROM intervention WHERE case_file_id = :case_file"};

template <class E>
std::string name_or_empty(std::optional<E> value) {
    return value ? std::string(name_of(*value)) : "";
}

Named read_named(sql::Row& row) {
    Named named;
    auto& i = named.step;
    std::string given_how;
    std::string consent;
    std::string outcome;
    row.read(i.id, i.case_file, i.code, i.legal, i.track, i.used_on, i.used_by, i.recipient, i.content,
             i.consequence, given_how, i.referred_to, consent, i.basis, i.respond_by, i.aim, i.tried,
             i.vulnerabilities, outcome, i.outcome_on, i.outcome_note, i.recorded_at, i.version,
             named.used_by_name, named.recipient_name);
    i.given_how = enum_from_name<domain::contacts::Method>(given_how);
    i.consent = enum_from_name<domain::interventions::Consent>(consent);
    i.outcome = enum_from_name<domain::interventions::Outcome>(outcome);
    return named;
}

sql::Query const select_recorded{"interventions.is_recorded", R"sql(
    SELECT EXISTS (SELECT 1 FROM intervention
        WHERE case_file_id = :case_file AND used_on = :used_on AND catalogue_code = :code)
)sql"};

}  // namespace

void insert(sql::Write& tx, Intervention const& i) {
    tx.run(insert_step, {{"id", i.id},
                         {"case_file", i.case_file},
                         {"code", i.code},
                         {"legal", i.legal},
                         {"track", i.track},
                         {"used_on", i.used_on},
                         {"used_by", i.used_by},
                         {"recipient", i.recipient},
                         {"content", i.content},
                         {"consequence", i.consequence},
                         {"given_how", name_or_empty(i.given_how)},
                         {"referred_to", i.referred_to},
                         {"consent", name_or_empty(i.consent)},
                         {"basis", i.basis},
                         {"respond_by", i.respond_by},
                         {"aim", i.aim},
                         {"tried", i.tried},
                         {"vulnerabilities", i.vulnerabilities},
                         {"outcome", name_or_empty(i.outcome)},
                         {"outcome_on", i.outcome_on},
                         {"outcome_note", i.outcome_note},
                         {"recorded_at", i.recorded_at},
                         {"version", i.version}});
}

bool update_outcome(sql::Write& tx, Intervention& step) {
    auto const changed = tx.run(update_step, {{"outcome", name_or_empty(step.outcome)},
                                              {"outcome_on", step.outcome_on},
                                              {"outcome_note", step.outcome_note},
                                              {"id", step.id},
                                              {"version", step.version}});
    if (changed == 0) return false;
    ++step.version;
    return true;
}

std::optional<Named> find(sql::Read& tx, InterventionId id) {
    return tx.one(select_one, {{"id", id}}, read_named);
}

std::vector<Named> of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_of_case, {{"case_file", file}, {"limit", limit}, {"offset", offset}}, read_named);
}

bool is_recorded(sql::Read& tx, CaseFileId file, std::string_view code, Date used_on) {
    return tx.value<bool>(select_recorded, {{"case_file", file}, {"used_on", used_on}, {"code", code}})
        .value_or(false);
}

int count_of_case(sql::Read& tx, CaseFileId file) {
    return tx.value<int>(count_steps_taken, {{"case_file", file}}).value_or(0);
}

}  // namespace doorstep::storage::interventions
