#include "usecases/reports/view_sent.h"

#include "storage/people.h"
#include "storage/reports.h"
#include "usecases/settings.h"

namespace doorstep::usecases::reports {

std::optional<SentReport> view_sent(Context& context, domain::reports::Draft const& draft) {
    if (draft.step != domain::reports::sent_step) return std::nullopt;
    // The draft was the key that makes sending twice one report.
    auto const report = storage::reports::find_by_idempotency_key(context.read(), draft.id.text());
    if (!report) return std::nullopt;
    SentReport sent{.reference = report->reference,
                    .first_contact_by = report->first_contact_by,
                    .in_danger = report->in_danger,
                    .self_harm = report->self_harm};
    if (report->safe_contact_id) {
        auto const safe = storage::people::find_safe_contacts(context.read(), {*report->safe_contact_id});
        if (!safe.empty()) sent.will_contact_us = safe.begin()->second.will_contact_us;
    }
    auto const& site = context.settings().site();
    sent.team = site.team_name;
    sent.telephone = site.telephone;
    sent.telephone_hours = site.telephone_hours;
    return sent;
}

}  // namespace doorstep::usecases::reports
