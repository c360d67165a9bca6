#include "usecases/plans/plan_due.h"

#include "legal/standard_ids.h"
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

}  // namespace doorstep::usecases::plans
