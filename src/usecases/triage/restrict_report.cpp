#include "usecases/triage/restrict_report.h"

#include "base/text.h"
#include "storage/work_items.h"
#include "usecases/triage/open_report.h"

namespace doorstep::usecases::triage {

Expected<Done> restrict_report(Context& context, RestrictReport const& input) {
    if (text::trim(input.reason).empty())
        return refuse_field("reason-missing", "reason", "Enter why fewer people should see this report");
    return context.change([&](Change& change) -> Expected<Done> {
        auto report = open_report_to_change(change, input.report, domain::access::Action::decide_triage);
        if (!report) return refuse(report.error());
        if (report->high_profile)
            return refuse(RefusalKind::conflict, "restricted-already",
                          "It is in the restricted queue already");
        report->high_profile = true;
        report->state = domain::reports::State::waiting;
        report->looked_at_by.reset();
        report->looked_at_at.reset();
        if (auto saved = save_report(change, *report); !saved) return saved;
        // Its work item was an officer's, who may no longer see it: now it is the team's.
        storage::work_items::put(change.tx,
                                 {.id = change.new_id<WorkItemId>(),
                                  .account = {},
                                  .kind = domain::work::Kind::triage,
                                  .case_file = {},
                                  .report = report->id,
                                  .subject = std::string(report->id.text()),
                                  .due_on = report->first_contact_by,
                                  .high_risk = report->taken_as_high},
                                 change.now);
        change.record(report->id, domain::events::report_restricted, report->id.text(),
                      domain::events::Detail().personal("reason", input.reason));
        return Done{};
    });
}

}  // namespace doorstep::usecases::triage
