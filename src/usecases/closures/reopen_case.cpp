#include "usecases/closures/reopen_case.h"

#include "base/text.h"
#include "domain/cases/states.h"
#include "storage/cases.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/plan_due.h"
#include "usecases/risk/apply_risk.h"
#include "usecases/settings.h"
#include "usecases/surveys/at_closure.h"

namespace doorstep::usecases::closures {

Expected<CaseReopened> reopen_case(Context& context, ReopenCase const& input) {
    if (text::trim(input.reason).empty())
        return refuse_field("reason-missing", "reason", "Enter why the case is opened again");
    if (text::length(input.reason) > 1000)
        return refuse_field("reason-too-long", "reason", "Reason must be 1,000 characters or fewer");
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<CaseReopened> {
        auto file =
            cases::open_case(change.tx, change.viewer, input.reference, domain::access::Action::reopen_case);
        if (!file) return refuse(file.error());
        auto const state = domain::cases::next_state(file->state, domain::cases::Verb::reopen);
        if (!state) return refuse(state.error());
        auto const outcome_before = file->outcome;
        file->state = *state;
        file->closed_at.reset();
        file->closed_on.reset();
        file->closed_by.reset();
        file->outcome.reset();
        file->closing_reason.reset();
        file->closing_summary.clear();
        file->reopened_on = change.today;
        ++file->reopened_count;
        risk::apply_risk(change, settings, *file);
        plans::put_work_of_plan(change, *file);
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        domain::events::Detail detail;
        if (outcome_before) detail.set("outcome", *outcome_before);
        change.record(file->id, domain::events::case_reopened, file->id.text(),
                      detail.personal("reason", input.reason));
        auto const cancelled = surveys::cancel_surveys(change, *file);
        auto const letters =
            messages::write_officers_letters(change, settings, *file, domain::messages::letters::reopened);
        return CaseReopened{
            .surveys_cancelled = cancelled, .next_contact_by = file->next_contact_by, .letters = letters};
    });
}

}  // namespace doorstep::usecases::closures
