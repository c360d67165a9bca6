#include "usecases/plans/end_step.h"

#include "base/assert.h"
#include "domain/plans/check_plan.h"
#include "storage/cases.h"
#include "storage/plans.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/count_steps.h"
#include "usecases/plans/open_plan.h"

namespace doorstep::usecases::plans {

using domain::plans::StepState;

Expected<StepEnded> end_step(Context& context, EndStep const& input) {
    DOORSTEP_ASSERT(input.state != StepState::to_do, "a step ends done or dropped");
    return context.change([&](Change& change) -> Expected<StepEnded> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto found = find_step(change.tx, file->id, input.id);
        if (!found) return refuse(found.error());
        auto& step = found->step;
        auto const allowed =
            domain::plans::check_end(step, found->plan, {input.state, input.on, input.result}, change.today);
        if (!allowed) return refuse(allowed.error());
        if (step.version != input.version)
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this step while you were working");

        step.state = input.state;
        step.done_on = input.on;
        step.result = input.result;
        if (!storage::plans::update(change.tx, step))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this step while you were working");
        storage::work_items::finish(change.tx, domain::work::Kind::plan_step, step.id.text(), change.now);
        count_steps(change, *file);
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        change.record(file->id,
                      input.state == StepState::done ? domain::events::plan_step_done
                                                     : domain::events::plan_step_dropped,
                      step.id.text(),
                      domain::events::Detail()
                          .personal("step", step.what)
                          .set("due_on", step.due_on)
                          .set("done_on", input.on)
                          .personal("note", input.result));
        return StepEnded{
            .on_time = input.on <= step.due_on, .late = file->steps_late, .total = file->steps_total};
    });
}

}  // namespace doorstep::usecases::plans
