#include "usecases/plans/give_copy.h"

#include "storage/plans.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/open_plan.h"

namespace doorstep::usecases::plans {

Expected<Done> give_copy(Context& context, GiveCopy const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file =
            cases::open_case_to_change(change, input.reference, domain::access::Action::agree_plan);
        if (!file) return refuse(file.error());
        auto plans = plans_of(change.tx, file->id);
        if (!plans.agreed)
            return refuse(RefusalKind::invalid, "plan-not-agreed",
                          "There is no agreed plan to give a copy of yet");
        if (input.given_on > change.today)
            return refuse_field("date-in-future", "given-on", "Date must be today or in the past");
        if (input.given_on < *plans.agreed->agreed_on)
            return refuse_field("date-before-agreed", "given-on",
                                "Date must be the same as or after " + date_words(*plans.agreed->agreed_on) +
                                    ", when the plan was agreed");
        plans.agreed->copy_given_on = input.given_on;
        plans.agreed->copy_given_how = input.how;
        if (!storage::plans::update(change.tx, *plans.agreed))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this plan while you were working");
        change.record(file->id, domain::events::plan_copy_given, plans.agreed->id.text(),
                      domain::events::Detail().set("on", input.given_on).set("how", input.how));
        return Done{};
    });
}

}  // namespace doorstep::usecases::plans
