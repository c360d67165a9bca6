#include "usecases/risk/urgent.h"

#include "storage/risk.h"
#include "storage/work_items.h"

namespace doorstep::usecases::risk {

namespace {

/// Without a word about anybody: lists show it.
constexpr std::string_view what_to_do =
    "Thoughts of self-harm or suicide were spoken of. Follow the safeguarding procedure now, give the "
    "helplines and tell your manager";

}  // namespace

void make_urgent_task(Change& change, domain::cases::CaseFile const& file,
                      domain::risk::Assessment const& assessment) {
    auto const owner = file.owner ? file.owner : assessment.made_by;
    if (!owner) return;
    auto const id = change.new_id<WorkItemId>();
    storage::risk::insert_urgent_task(change.tx, {.id = std::string(id.text()),
                                                  .case_file = file.id,
                                                  .what = std::string(what_to_do),
                                                  .owner = *owner,
                                                  .due_on = change.today,
                                                  .created_by = change.viewer.account,
                                                  .created_at = change.now});
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = owner,
                              .kind = domain::work::Kind::task,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(id.text()),
                              .due_on = change.today,
                              .high_risk = true},
                             change.now);
    change.record(
        file.id, domain::events::task_added, id.text(),
        domain::events::Detail().set("due_on", change.today).set("owner_id", *owner).set("note", what_to_do));
}

}  // namespace doorstep::usecases::risk
