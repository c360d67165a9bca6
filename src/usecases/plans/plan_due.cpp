#include "usecases/plans/plan_due.h"

#include "legal/standard_ids.h"
#include "storage/plans.h"
#include "storage/work_items.h"
#include "usecases/settings.h"

namespace doorstep::usecases::plans {

void set_plan_due(Change& change, Settings const& settings, domain::cases::CaseFile& file,
                  std::vector<domain::people::CasePerson> const& people) {
    if (file.plan_agreed_on || file.plan_by) return;
    std::optional<Date> first_spoken_on;
    for (auto const& person : people)
        if (person.first_contact_on && (!first_spoken_on || *person.first_contact_on < *first_spoken_on))
            first_spoken_on = person.first_contact_on;
    if (!first_spoken_on) return;
    file.plan_by =
        settings.standards()
            .deadline(legal::standard_ids::action_plan, *first_spoken_on, {}, settings.site().division)
            .by;
    put_plan_item(change, file);
}

void put_plan_item(Change& change, domain::cases::CaseFile const& file) {
    if (file.plan_agreed_on || !file.plan_by) return;
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = file.owner,
                              .kind = domain::work::Kind::plan,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(file.id.text()),
                              .due_on = *file.plan_by,
                              .high_risk = file.is_high_risk()},
                             change.now);
}

void put_step_item(Change& change, domain::cases::CaseFile const& file, domain::plans::PlanStep const& step) {
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = step.owner_account ? step.owner_account : file.owner,
                              .kind = domain::work::Kind::plan_step,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(step.id.text()),
                              .due_on = step.due_on,
                              .high_risk = file.is_high_risk()},
                             change.now);
}

void put_work_of_plan(Change& change, domain::cases::CaseFile const& file) {
    put_plan_item(change, file);
    for (auto const& step : storage::plans::agreed_steps_of_case(change.tx, file.id))
        if (step.state == domain::plans::StepState::to_do) put_step_item(change, file, step);
}

}  // namespace doorstep::usecases::plans
