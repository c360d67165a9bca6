#include "usecases/interventions/record_outcome.h"

#include "storage/cases.h"
#include "storage/interventions.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/interventions/catalogue.h"
#include "usecases/settings.h"

namespace doorstep::usecases::interventions {

Expected<Done> record_outcome(Context& context, RecordOutcome const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file =
            cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto found = storage::interventions::find(change.tx, input.id);
        if (!found || found->step.case_file != file->id)
            return refuse(RefusalKind::not_found, "step-not-found", "There is no such step of this case");
        auto& step = found->step;
        auto const* entry = settings.list("interventions").find(step.code, step.used_on);
        auto const kind = entry ? catalogue_entry(*entry).kind : domain::interventions::Kind::plain;
        auto const checked = domain::interventions::check_outcome(step, kind, input.outcome, input.outcome_on,
                                                                  input.note, change.today);
        if (!checked) return checked;
        step.version = input.version;
        step.outcome = input.outcome;
        step.outcome_on = input.outcome_on;
        step.outcome_note = input.note;
        if (!storage::interventions::update_outcome(change.tx, step))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this step while you were working");
        storage::work_items::finish(change.tx, domain::work::Kind::referral_answer, step.id.text(),
                                    change.now);
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        change.record(file->id, domain::events::intervention_outcome, step.id.text(),
                      domain::events::Detail()
                          .set("intervention", step.code)
                          .set("outcome", input.outcome)
                          .set("on", input.outcome_on)
                          .personal("note", input.note));
        return Done{};
    });
}

}  // namespace doorstep::usecases::interventions
