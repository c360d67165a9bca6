#include "storage/staff_safety.h"

namespace doorstep::storage::staff_safety {
namespace {

sql::Query const insert_step{"staff_safety.insert", R"sql(
    INSERT INTO staff_safety_step (incident_id, code, case_task_id) VALUES (:incident, :code, :task)
)sql"};

sql::Query const select_steps{"staff_safety.steps", R"sql(
    SELECT s.code, s.case_task_id, t.what, a.name, t.due_on, t.done_on, t.result
    FROM staff_safety_step s
    JOIN case_task t ON t.id = s.case_task_id
    JOIN account a ON a.id = t.owner_id
    WHERE s.incident_id = :incident ORDER BY t.due_on, s.case_task_id
)sql"};

}  // namespace

void insert(sql::Write& tx, IncidentId incident, std::string_view code, domain::tasks::TaskId task) {
    tx.run(insert_step, {{"incident", incident}, {"code", code}, {"task", task}});
}

std::vector<Step> steps(sql::Read& tx, IncidentId incident) {
    return tx.all(select_steps, {{"incident", incident}}, [](sql::Row& row) {
        Step step;
        row.read(step.code, step.task, step.what, step.owner_name, step.due_on, step.done_on, step.result);
        return step;
    });
}

}  // namespace doorstep::storage::staff_safety
