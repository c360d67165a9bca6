#include "storage/case_studies.h"

namespace doorstep::storage::case_studies {
namespace {

sql::Query const insert_study{"case_studies.insert", R"sql(
    INSERT INTO case_study (id, period, case_file_id, title, words, state, written_by, written_at, version)
    VALUES (:id, :period, :file, :title, :words, :state, :by, :now, 1) ON CONFLICT (period, case_file_id) DO NOTHING
)sql"};
sql::Query const update_study{"case_studies.update", R"sql(
    UPDATE case_study SET title = :title, words = :words, state = :state, written_by = :by, signed_by = :signed_by,
        signed_on = :signed_on, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define STUDY_COLUMNS                                                                                       \
    "SELECT id, period, case_file_id, title, words, state, written_by, signed_by, signed_on, version FROM " \
    "case_study "

sql::Query const select_study{"case_studies.find", STUDY_COLUMNS "WHERE id = :id"};
std::string const of_visible_cases =
    "FROM case_study s JOIN case_file c ON c.id = s.case_file_id WHERE (s.state = 'signed-off' OR " +
    std::string(visible_case) + ")";
sql::Query const select_studies{
    "case_studies.list",
    "SELECT s.id, s.period, s.case_file_id, s.title, s.words, s.state, s.written_by, "
    "s.signed_by, s.signed_on, s.version " +
        of_visible_cases + " ORDER BY s.period DESC, s.id LIMIT :limit OFFSET :offset"};
sql::Query const select_signed{"case_studies.signed_off_of", STUDY_COLUMNS
                               "WHERE period = :period AND state = 'signed-off' ORDER BY id LIMIT 20"};
sql::Query const count_studies{"case_studies.count", "SELECT count(*) " + of_visible_cases};
sql::Query const count_alike{"case_studies.alike", R"sql(
    SELECT count(*) FROM case_file t JOIN case_file c ON c.area_id = t.area_id AND c.category = t.category
    WHERE t.id = :file AND c.opened_on >= :from AND c.opened_on < :until
)sql"};

CaseStudy read_study(sql::Row& row) {
    CaseStudy study;
    row.read(study.id, study.period, study.case_file, study.title, study.words, study.state, study.written_by,
             study.signed_by, study.signed_on, study.version);
    return study;
}

}  // namespace

bool insert(sql::Write& tx, CaseStudy const& study, Instant now) {
    return tx.run(insert_study, {{"id", study.id},
                                 {"period", study.period},
                                 {"file", study.case_file},
                                 {"title", study.title},
                                 {"words", study.words},
                                 {"state", study.state},
                                 {"by", study.written_by},
                                 {"now", now}}) == 1;
}

bool update(sql::Write& tx, CaseStudy& study) {
    bool const changed = tx.run(update_study, {{"id", study.id},
                                               {"version", study.version},
                                               {"title", study.title},
                                               {"words", study.words},
                                               {"state", study.state},
                                               {"by", study.written_by},
                                               {"signed_by", study.signed_by},
                                               {"signed_on", study.signed_on}}) == 1;
    if (changed) ++study.version;
    return changed;
}

std::optional<CaseStudy> find(sql::Read& tx, std::string_view id) {
    return tx.one(select_study, {{"id", id}}, read_study);
}

std::vector<CaseStudy> list(sql::Read& tx, CaseScope const& scope, int limit, int offset) {
    std::vector<sql::Parameter> parameters{{"limit", limit}, {"offset", offset}};
    add_scope(parameters, scope);
    return tx.all(select_studies, parameters, read_study);
}

int count(sql::Read& tx, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters;
    add_scope(parameters, scope);
    return tx.value<int>(count_studies, parameters).value_or(0);
}

std::vector<CaseStudy> signed_off_of(sql::Read& tx, std::string_view period) {
    return tx.all(select_signed, {{"period", period}}, read_study);
}

std::int64_t alike(sql::Read& tx, CaseFileId file, Period days) {
    return tx.value<std::int64_t>(count_alike, {{"file", file}, {"from", days.from}, {"until", days.until}})
        .value_or(0);
}

}  // namespace doorstep::storage::case_studies
