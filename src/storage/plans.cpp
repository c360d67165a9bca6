#include "storage/plans.h"

namespace doorstep::storage::plans {
namespace {

#define PLAN_COLUMNS                                                                              \
    "p.id, p.case_file_id, p.number, p.state, p.made_by, p.made_on, p.agreed_on, p.agreed_with, " \
    "p.agreed_how, p.copy_given_on, p.copy_given_how, p.version"

#define STEP_COLUMNS                                                                                \
    "s.id, s.action_plan_id, s.case_file_id, s.position, s.track, s.what, s.owner_kind, "           \
    "s.owner_account_id, s.owner_person_id, s.owner_name, s.due_on, s.state, s.done_on, s.result, " \
    "s.version"

sql::Query const insert_plan{"plans.insert", R"sql(
    INSERT INTO action_plan (id, case_file_id, number, state, made_by, made_on, agreed_on, agreed_with, agreed_how,
        copy_given_on, copy_given_how, version)
    VALUES (:id, :case_file, :number, :state, :made_by, :made_on, :agreed_on, :agreed_with, :agreed_how,
        :copy_given_on, :copy_given_how, :version)
)sql"};

sql::Query const update_plan{"plans.update", R"sql(
    UPDATE action_plan SET state = :state, agreed_on = :agreed_on, agreed_with = :agreed_with,
        agreed_how = :agreed_how, copy_given_on = :copy_given_on, copy_given_how = :copy_given_how,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const select_of_case{"plans.of_case", "SELECT " PLAN_COLUMNS R"sql(, a.name
    FROM action_plan p LEFT JOIN account a ON a.id = p.made_by
    WHERE p.case_file_id = :case_file ORDER BY p.number DESC
)sql"};

sql::Query const select_plan{
    "plans.by_id", "SELECT " PLAN_COLUMNS ", CAST(NULL AS TEXT) FROM action_plan p WHERE p.id = :id"};

sql::Query const insert_step{"plans.insert_step", R"sql(
    INSERT INTO plan_step (id, action_plan_id, case_file_id, position, track, what, owner_kind, owner_account_id,
        owner_person_id, owner_name, due_on, state, done_on, result, version)
    VALUES (:id, :plan, :case_file, :position, :track, :what, :owner_kind, :owner_account,
        :owner_person, :owner_name, :due_on, :state, :done_on, :result, :version)
)sql"};

sql::Query const update_step{"plans.update_step", R"sql(
    UPDATE plan_step SET position = :position, track = :track, what = :what, owner_kind = :owner_kind,
        owner_account_id = :owner_account, owner_person_id = :owner_person, owner_name = :owner_name,
        due_on = :due_on, state = :state, done_on = :done_on, result = :result, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const delete_step{"plans.remove_step", R"sql(
    DELETE FROM plan_step WHERE id = :id AND version = :version
)sql"};

sql::Query const select_step{"plans.step", "SELECT " STEP_COLUMNS " FROM plan_step s WHERE s.id = :id"};

sql::Query const select_named_steps{"plans.steps_of_case", "SELECT " STEP_COLUMNS R"sql(, a.name, n.name
    FROM plan_step s JOIN action_plan p ON p.id = s.action_plan_id
        LEFT JOIN account a ON a.id = s.owner_account_id
        LEFT JOIN case_person c ON c.id = s.owner_person_id
        LEFT JOIN person n ON n.id = c.person_id
    WHERE p.case_file_id = :case_file ORDER BY p.number DESC, s.position, s.id
)sql"};

sql::Query const select_steps{"plans.steps_of_plan", "SELECT " STEP_COLUMNS R"sql(
    FROM plan_step s WHERE s.action_plan_id = :plan ORDER BY s.position, s.id
)sql"};

sql::Query const select_agreed_steps{"plans.agreed_steps_of_case", "SELECT " STEP_COLUMNS R"sql(
    FROM plan_step s JOIN action_plan p ON p.id = s.action_plan_id
    WHERE p.case_file_id = :case_file AND p.state <> 'draft' ORDER BY p.number, s.position, s.id
)sql"};

// The same rule as domain/plans/adherence.h, for every open case at once.
#define LATE_STEPS                                                                     \
    "(SELECT count(*) FROM plan_step s JOIN action_plan p ON p.id = s.action_plan_id " \
    "WHERE p.case_file_id = case_file.id AND p.state <> 'draft' "                      \
    "AND coalesce(s.done_on, :today) > s.due_on)"

sql::Query const refresh_late{"plans.refresh_late_steps",
                              "UPDATE case_file SET steps_late = " LATE_STEPS
                              " WHERE state <> 'closed' AND steps_total > 0 AND steps_late <> " LATE_STEPS};

NamedPlan read_plan(sql::Row& row) {
    NamedPlan named;
    auto& p = named.plan;
    std::string agreed_how;
    std::string copy_given_how;
    std::optional<std::string> name;
    row.read(p.id, p.case_file, p.number, p.state, p.made_by, p.made_on, p.agreed_on, p.agreed_with,
             agreed_how, p.copy_given_on, copy_given_how, p.version, name);
    p.agreed_how = enum_from_name<domain::plans::AgreedHow>(agreed_how);
    p.copy_given_how = enum_from_name<domain::plans::CopyHow>(copy_given_how);
    named.made_by_name = name.value_or("");
    return named;
}

template <class... More>
PlanStep read_step_and(sql::Row& row, More&... more) {
    PlanStep s;
    row.read(s.id, s.plan, s.case_file, s.position, s.track, s.what, s.owner_kind, s.owner_account,
             s.owner_person, s.owner_name, s.due_on, s.state, s.done_on, s.result, s.version, more...);
    return s;
}

PlanStep read_step(sql::Row& row) { return read_step_and(row); }

std::string_view name_or_empty(auto const& value) { return value ? name_of(*value) : std::string_view(); }

std::vector<sql::Parameter> parameters_of(PlanStep const& s) {
    return {{"id", s.id},
            {"position", s.position},
            {"track", s.track},
            {"what", s.what},
            {"owner_kind", s.owner_kind},
            {"owner_account", s.owner_account},
            {"owner_person", s.owner_person},
            {"owner_name", s.owner_name},
            {"due_on", s.due_on},
            {"state", s.state},
            {"done_on", s.done_on},
            {"result", s.result},
            {"version", s.version}};
}

}  // namespace

void insert(sql::Write& tx, ActionPlan const& p) {
    tx.run(insert_plan, {{"id", p.id},
                         {"case_file", p.case_file},
                         {"number", p.number},
                         {"state", p.state},
                         {"made_by", p.made_by},
                         {"made_on", p.made_on},
                         {"agreed_on", p.agreed_on},
                         {"agreed_with", p.agreed_with},
                         {"agreed_how", name_or_empty(p.agreed_how)},
                         {"copy_given_on", p.copy_given_on},
                         {"copy_given_how", name_or_empty(p.copy_given_how)},
                         {"version", p.version}});
}

bool update(sql::Write& tx, ActionPlan& p) {
    auto const changed = tx.run(update_plan, {{"id", p.id},
                                              {"state", p.state},
                                              {"agreed_on", p.agreed_on},
                                              {"agreed_with", p.agreed_with},
                                              {"agreed_how", name_or_empty(p.agreed_how)},
                                              {"copy_given_on", p.copy_given_on},
                                              {"copy_given_how", name_or_empty(p.copy_given_how)},
                                              {"version", p.version}});
    if (changed == 0) return false;
    ++p.version;
    return true;
}

std::vector<NamedPlan> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"case_file", file}}, read_plan);
}

std::optional<ActionPlan> find(sql::Read& tx, ActionPlanId id) {
    auto named = tx.one(select_plan, {{"id", id}}, read_plan);
    if (!named) return std::nullopt;
    return std::move(named->plan);
}

void insert(sql::Write& tx, PlanStep const& step) {
    auto parameters = parameters_of(step);
    parameters.emplace_back("plan", step.plan);
    parameters.emplace_back("case_file", step.case_file);
    tx.run(insert_step, parameters);
}

bool update(sql::Write& tx, PlanStep& step) {
    if (tx.run(update_step, parameters_of(step)) == 0) return false;
    ++step.version;
    return true;
}

bool remove(sql::Write& tx, PlanStep const& step) {
    return tx.run(delete_step, {{"id", step.id}, {"version", step.version}}) > 0;
}

std::optional<PlanStep> find_step(sql::Read& tx, PlanStepId id) {
    return tx.one(select_step, {{"id", id}}, read_step);
}

std::vector<NamedStep> steps_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_named_steps, {{"case_file", file}}, [](sql::Row& row) {
        std::optional<std::string> account;
        std::optional<std::string> person;
        auto step = read_step_and(row, account, person);
        return NamedStep{std::move(step), account.value_or(""), person.value_or("")};
    });
}

std::vector<PlanStep> steps_of_plan(sql::Read& tx, ActionPlanId plan) {
    return tx.all(select_steps, {{"plan", plan}}, read_step);
}

std::vector<PlanStep> agreed_steps_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_agreed_steps, {{"case_file", file}}, read_step);
}

int refresh_late_steps(sql::Write& tx, Date today) { return tx.run(refresh_late, {{"today", today}}); }

}  // namespace doorstep::storage::plans
