#include "storage/legal_actions.h"

namespace doorstep::storage::legal_actions {
namespace {

using domain::orders::ActionOutcome;
using domain::orders::HearingResult;

template <class E>
std::string name_or_nothing(std::optional<E> value) {
    return value ? std::string(name_of(*value)) : "";
}

sql::Query const insert_action{"legal_actions.insert", R"sql(
    INSERT INTO legal_action (id, case_file_id, kind, applicant_body, applicant_name, respondent_id, place, why, impact,
        requested_on, decided_at, started_on, started_by, outcome, ended_on, end_note, version)
    VALUES (:id, :case_file, :kind, :applicant_body, :applicant_name, :respondent, :place, :why, :impact,
        :requested_on, :decided_at, :started_on, :started_by, :outcome, :ended_on, :end_note, :version)
)sql"};

sql::Query const update_action{"legal_actions.update", R"sql(
    UPDATE legal_action SET applicant_body = :applicant_body, applicant_name = :applicant_name,
        respondent_id = :respondent, place = :place, why = :why, impact = :impact, requested_on = :requested_on,
        decided_at = :decided_at, outcome = :outcome, ended_on = :ended_on, end_note = :end_note,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const select_action{"legal_actions.find", R"sql(
    SELECT l.id, l.case_file_id, l.kind, l.applicant_body, l.applicant_name, l.respondent_id, l.place, l.why, l.impact,
        l.requested_on, l.decided_at, l.started_on, l.started_by, l.outcome, l.ended_on, l.end_note, l.version,
        coalesce(n.name, p.description, ''), coalesce(a.name, '')
    FROM legal_action l
    LEFT JOIN case_person p ON p.id = l.respondent_id
    LEFT JOIN person n ON n.id = p.person_id
    LEFT JOIN account a ON a.id = l.started_by
    WHERE l.id = :id
)sql"};

sql::Query const select_list{"legal_actions.of_case", R"sql(
    SELECT l.id, l.kind, l.started_on, coalesce(n.name, p.description, ''), l.place, l.outcome,
        (SELECT min(d.due_on) FROM legal_deadline d WHERE d.legal_action_id = l.id AND d.met_on IS NULL),
        coalesce((SELECT d.words FROM legal_deadline d WHERE d.legal_action_id = l.id AND d.met_on IS NULL
            ORDER BY d.due_on, d.id LIMIT 1), ''),
        o.id, coalesce(o.form, ''), coalesce(o.scope, ''), o.from_at, o.until_at, o.until_on, o.ended_at
    FROM legal_action l
    LEFT JOIN case_person p ON p.id = l.respondent_id
    LEFT JOIN person n ON n.id = p.person_id
    LEFT JOIN legal_order o ON o.id = (SELECT x.id FROM legal_order x WHERE x.legal_action_id = l.id
        ORDER BY x.from_at DESC, x.id DESC LIMIT 1)
    WHERE l.case_file_id = :case_file
    ORDER BY l.started_on DESC, l.id DESC LIMIT :limit OFFSET :offset
)sql"};

sql::Query const count_actions{"legal_actions.count_of_case",
                               "SELECT count(*) FROM legal_action WHERE case_file_id = :case_file"};

sql::Query const put_step{"legal_actions.put_step", R"sql(
    INSERT INTO legal_step (legal_action_id, code, done_on, left_out, with_whom, what, answered_on, reason,
        recorded_by, recorded_at)
    VALUES (:action, :code, :done_on, :left_out, :with_whom, :what, :answered_on, :reason, :recorded_by, :recorded_at)
    ON CONFLICT (legal_action_id, code) DO UPDATE SET done_on = excluded.done_on, left_out = excluded.left_out,
        with_whom = excluded.with_whom, what = excluded.what, answered_on = excluded.answered_on,
        reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
)sql"};

sql::Query const select_steps{"legal_actions.steps", R"sql(
    SELECT legal_action_id, code, done_on, left_out, with_whom, what, answered_on, reason, recorded_by, recorded_at
    FROM legal_step WHERE legal_action_id = :action ORDER BY recorded_at, code
)sql"};

sql::Query const insert_hearing{"legal_actions.insert_hearing", R"sql(
    INSERT INTO legal_hearing (id, legal_action_id, purpose, court, listed_at, listed_on, result, result_note,
        notice_goes_on, recorded_by, recorded_at, version)
    VALUES (:id, :action, :purpose, :court, :listed_at, :listed_on, :result, :result_note, :notice_goes_on,
        :recorded_by, :recorded_at, :version)
)sql"};

sql::Query const update_hearing{"legal_actions.update_hearing", R"sql(
    UPDATE legal_hearing SET result = :result, result_note = :result_note, notice_goes_on = :notice_goes_on,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define HEARING_COLUMNS                                                                       \
    "SELECT id, legal_action_id, purpose, court, listed_at, listed_on, result, result_note, " \
    "notice_goes_on, recorded_by, recorded_at, version FROM legal_hearing "

sql::Query const select_hearing{"legal_actions.find_hearing", HEARING_COLUMNS "WHERE id = :id"};
sql::Query const select_hearings{"legal_actions.hearings",
                                 HEARING_COLUMNS "WHERE legal_action_id = :action ORDER BY listed_at, id"};

sql::Query const insert_service{"legal_actions.insert_service", R"sql(
    INSERT INTO legal_service (id, legal_action_id, legal_order_id, what, how, served_at, on_whom, where_served, by_whom,
        proof, recorded_by, recorded_at)
    VALUES (:id, :action, :order, :what, :how, :served_at, :on_whom, :where_served, :by_whom, :proof, :recorded_by,
        :recorded_at)
)sql"};

sql::Query const select_services{"legal_actions.services", R"sql(
    SELECT id, legal_action_id, legal_order_id, what, how, served_at, on_whom, where_served, by_whom, proof, recorded_by,
        recorded_at
    FROM legal_service WHERE legal_action_id = :action ORDER BY served_at, id
)sql"};

sql::Query const insert_deadline{"legal_actions.insert_deadline", R"sql(
    INSERT INTO legal_deadline (id, legal_action_id, legal_order_id, code, words, due_on, due_at, target_on, source,
        met_on)
    VALUES (:id, :action, :order, :code, :words, :due_on, :due_at, :target_on, :source, :met_on)
)sql"};

sql::Query const select_open_of_code{"legal_actions.open_deadlines_of_code", R"sql(
    SELECT id FROM legal_deadline WHERE legal_action_id = :action AND met_on IS NULL
        AND (CAST(:code AS TEXT) IS NULL OR code = :code)
        AND (CAST(:order AS TEXT) IS NULL OR legal_order_id = :order)
    ORDER BY id
)sql"};

sql::Query const update_deadline{"legal_actions.meet_deadline",
                                 "UPDATE legal_deadline SET met_on = :met_on WHERE id = :id"};

#define DEADLINE_COLUMNS                                                                                   \
    "SELECT d.id, d.legal_action_id, d.legal_order_id, d.code, d.words, d.due_on, d.due_at, d.target_on, " \
    "d.source, d.met_on FROM legal_deadline d "

sql::Query const select_deadlines{"legal_actions.deadlines", DEADLINE_COLUMNS
                                  "WHERE d.legal_action_id = :action ORDER BY CASE WHEN d.met_on IS NULL "
                                  "THEN 0 ELSE 1 END, d.due_on, d.id"};
sql::Query const select_open_deadlines{
    "legal_actions.open_deadlines_of_case", DEADLINE_COLUMNS
    "JOIN legal_action l ON l.id = d.legal_action_id "
    "WHERE l.case_file_id = :case_file AND d.met_on IS NULL ORDER BY d.due_on, d.id LIMIT 50"};

sql::Query const insert_rule{"legal_actions.keep_rule", R"sql(
    INSERT INTO legal_rule_used (legal_action_id, subject_id, decision, rule, says, source, evidence, in_force_from)
    VALUES (:action, :subject, :decision, :rule, :says, :source, :evidence, :in_force_from)
    ON CONFLICT (subject_id, decision, rule) DO NOTHING
)sql"};
sql::Query const select_rules{"legal_actions.rules_used", R"sql(
    SELECT rule, says, source, evidence, in_force_from, decision FROM legal_rule_used
    WHERE subject_id = :subject ORDER BY decision, rule
)sql"};

sql::Query const insert_cost{"legal_actions.insert_cost", R"sql(
    INSERT INTO legal_cost (id, legal_action_id, on_day, what, pence, recorded_by)
    VALUES (:id, :action, :on, :what, :pence, :recorded_by)
)sql"};
sql::Query const select_costs{"legal_actions.costs", R"sql(
    SELECT id, legal_action_id, on_day, what, pence, recorded_by FROM legal_cost
    WHERE legal_action_id = :action ORDER BY on_day, id
)sql"};

Hearing read_hearing(sql::Row& row) {
    Hearing hearing;
    std::string result;
    row.read(hearing.id, hearing.action, hearing.purpose, hearing.court, hearing.listed_at, hearing.listed_on,
             result, hearing.result_note, hearing.notice_goes_on, hearing.recorded_by, hearing.recorded_at,
             hearing.version);
    hearing.result = enum_from_name<HearingResult>(result);
    return hearing;
}

LegalDeadline read_deadline(sql::Row& row) {
    LegalDeadline deadline;
    row.read(deadline.id, deadline.action, deadline.order, deadline.code, deadline.words, deadline.due_on,
             deadline.due_at, deadline.target_on, deadline.source, deadline.met_on);
    return deadline;
}

std::vector<std::string> meet_open(sql::Write& tx, LegalActionId action, std::optional<std::string> code,
                                   std::optional<LegalOrderId> order, Date on) {
    auto ids =
        tx.values<std::string>(select_open_of_code, {{"action", action}, {"code", code}, {"order", order}});
    for (auto const& id : ids) tx.run(update_deadline, {{"id", id}, {"met_on", on}});
    return ids;
}

}  // namespace

void insert(sql::Write& tx, LegalAction const& action) {
    tx.run(insert_action, {{"id", action.id},
                           {"case_file", action.case_file},
                           {"kind", action.kind},
                           {"applicant_body", action.applicant_body},
                           {"applicant_name", action.applicant_name},
                           {"respondent", action.respondent},
                           {"place", action.place},
                           {"why", action.why},
                           {"impact", action.impact},
                           {"requested_on", action.requested_on},
                           {"decided_at", action.decided_at},
                           {"started_on", action.started_on},
                           {"started_by", action.started_by},
                           {"outcome", name_or_nothing(action.outcome)},
                           {"ended_on", action.ended_on},
                           {"end_note", action.end_note},
                           {"version", action.version}});
}

bool update(sql::Write& tx, LegalAction& action) {
    auto const changed = tx.run(update_action, {{"id", action.id},
                                                {"applicant_body", action.applicant_body},
                                                {"applicant_name", action.applicant_name},
                                                {"respondent", action.respondent},
                                                {"place", action.place},
                                                {"why", action.why},
                                                {"impact", action.impact},
                                                {"requested_on", action.requested_on},
                                                {"decided_at", action.decided_at},
                                                {"outcome", name_or_nothing(action.outcome)},
                                                {"ended_on", action.ended_on},
                                                {"end_note", action.end_note},
                                                {"version", action.version}});
    if (changed == 1) ++action.version;
    return changed == 1;
}

std::optional<NamedAction> find(sql::Read& tx, LegalActionId id) {
    return tx.one(select_action, {{"id", id}}, [](sql::Row& row) {
        NamedAction named;
        auto& a = named.action;
        std::string outcome;
        row.read(a.id, a.case_file, a.kind, a.applicant_body, a.applicant_name, a.respondent, a.place, a.why,
                 a.impact, a.requested_on, a.decided_at, a.started_on, a.started_by, outcome, a.ended_on,
                 a.end_note, a.version, named.respondent_name, named.started_by_name);
        a.outcome = enum_from_name<ActionOutcome>(outcome);
        return named;
    });
}

std::vector<ListedAction> of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_list, {{"case_file", file}, {"limit", limit}, {"offset", offset}},
                  [](sql::Row& row) {
                      ListedAction a;
                      std::string outcome;
                      row.read(a.id, a.kind, a.started_on, a.respondent_name, a.place, outcome,
                               a.next_deadline, a.next_words, a.order, a.order_form, a.order_scope,
                               a.order_from_at, a.order_until_at, a.order_until_on, a.order_ended_at);
                      a.outcome = enum_from_name<ActionOutcome>(outcome);
                      return a;
                  });
}

int count_of_case(sql::Read& tx, CaseFileId file) {
    return tx.value<int>(count_actions, {{"case_file", file}}).value_or(0);
}

void put(sql::Write& tx, StepDone const& done) {
    tx.run(put_step, {{"action", done.action},
                      {"code", done.code},
                      {"done_on", done.done_on},
                      {"left_out", done.left_out},
                      {"with_whom", done.with_whom},
                      {"what", done.what},
                      {"answered_on", done.answered_on},
                      {"reason", done.reason},
                      {"recorded_by", done.recorded_by},
                      {"recorded_at", done.recorded_at}});
}

std::vector<StepDone> steps(sql::Read& tx, LegalActionId action) {
    return tx.all(select_steps, {{"action", action}}, [](sql::Row& row) {
        StepDone done;
        row.read(done.action, done.code, done.done_on, done.left_out, done.with_whom, done.what,
                 done.answered_on, done.reason, done.recorded_by, done.recorded_at);
        return done;
    });
}

void insert(sql::Write& tx, Hearing const& hearing) {
    tx.run(insert_hearing, {{"id", hearing.id},
                            {"action", hearing.action},
                            {"purpose", hearing.purpose},
                            {"court", hearing.court},
                            {"listed_at", hearing.listed_at},
                            {"listed_on", hearing.listed_on},
                            {"result", name_or_nothing(hearing.result)},
                            {"result_note", hearing.result_note},
                            {"notice_goes_on", hearing.notice_goes_on},
                            {"recorded_by", hearing.recorded_by},
                            {"recorded_at", hearing.recorded_at},
                            {"version", hearing.version}});
}

bool update(sql::Write& tx, Hearing& hearing) {
    auto const changed = tx.run(update_hearing, {{"id", hearing.id},
                                                 {"result", name_or_nothing(hearing.result)},
                                                 {"result_note", hearing.result_note},
                                                 {"notice_goes_on", hearing.notice_goes_on},
                                                 {"version", hearing.version}});
    if (changed == 1) ++hearing.version;
    return changed == 1;
}

std::optional<Hearing> find_hearing(sql::Read& tx, HearingId id) {
    return tx.one(select_hearing, {{"id", id}}, read_hearing);
}

std::vector<Hearing> hearings(sql::Read& tx, LegalActionId action) {
    return tx.all(select_hearings, {{"action", action}}, read_hearing);
}

void insert(sql::Write& tx, Service const& service) {
    tx.run(insert_service, {{"id", service.id},
                            {"action", service.action},
                            {"order", service.order},
                            {"what", service.what},
                            {"how", service.how},
                            {"served_at", service.served_at},
                            {"on_whom", service.on_whom},
                            {"where_served", service.where},
                            {"by_whom", service.by_whom},
                            {"proof", service.proof},
                            {"recorded_by", service.recorded_by},
                            {"recorded_at", service.recorded_at}});
}

std::vector<Service> services(sql::Read& tx, LegalActionId action) {
    return tx.all(select_services, {{"action", action}}, [](sql::Row& row) {
        Service s;
        row.read(s.id, s.action, s.order, s.what, s.how, s.served_at, s.on_whom, s.where, s.by_whom, s.proof,
                 s.recorded_by, s.recorded_at);
        return s;
    });
}

void insert(sql::Write& tx, LegalDeadline const& deadline) {
    tx.run(insert_deadline, {{"id", deadline.id},
                             {"action", deadline.action},
                             {"order", deadline.order},
                             {"code", deadline.code},
                             {"words", deadline.words},
                             {"due_on", deadline.due_on},
                             {"due_at", deadline.due_at},
                             {"target_on", deadline.target_on},
                             {"source", deadline.source},
                             {"met_on", deadline.met_on}});
}

std::vector<std::string> meet(sql::Write& tx, LegalActionId action, std::string_view code,
                              std::optional<LegalOrderId> order, Date on) {
    return meet_open(tx, action, std::string(code), order, on);
}

std::vector<std::string> meet_all(sql::Write& tx, LegalActionId action, Date on) {
    return meet_open(tx, action, {}, {}, on);
}

std::vector<LegalDeadline> deadlines(sql::Read& tx, LegalActionId action) {
    return tx.all(select_deadlines, {{"action", action}}, read_deadline);
}

std::vector<LegalDeadline> open_deadlines_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_open_deadlines, {{"case_file", file}}, read_deadline);
}

void keep_rules(sql::Write& tx, LegalActionId action, std::string_view subject, std::string_view decision,
                std::vector<RuleUsed> const& rules) {
    for (auto const& rule : rules)
        tx.run(insert_rule, {{"action", action},
                             {"subject", subject},
                             {"decision", decision},
                             {"rule", rule.rule},
                             {"says", rule.says},
                             {"source", rule.source},
                             {"evidence", rule.evidence},
                             {"in_force_from", rule.in_force_from}});
}

std::vector<RuleUsed> rules_used(sql::Read& tx, std::string_view subject) {
    return tx.all(select_rules, {{"subject", subject}}, [](sql::Row& row) {
        RuleUsed rule;
        row.read(rule.rule, rule.says, rule.source, rule.evidence, rule.in_force_from, rule.decision);
        return rule;
    });
}

void insert(sql::Write& tx, Cost const& cost) {
    tx.run(insert_cost, {{"id", cost.id},
                         {"action", cost.action},
                         {"on", cost.on},
                         {"what", cost.what},
                         {"pence", cost.pence},
                         {"recorded_by", cost.recorded_by}});
}

std::vector<Cost> costs(sql::Read& tx, LegalActionId action) {
    return tx.all(select_costs, {{"action", action}}, [](sql::Row& row) {
        Cost cost;
        row.read(cost.id, cost.action, cost.on, cost.what, cost.pence, cost.recorded_by);
        return cost;
    });
}

}  // namespace doorstep::storage::legal_actions
