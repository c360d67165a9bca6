#include "domain/plans/adherence.h"

namespace doorstep::domain::plans {

Adherence adherence(std::vector<PlanStep> const& steps, Date today) {
    Adherence result;
    for (auto const& step : steps) {
        auto const ended_on = step.done_on.value_or(today);
        // (1)
        if (step.state == StepState::dropped && ended_on <= step.due_on) continue;
        ++result.total;
        if (step.state == StepState::done) ++result.done;
        if (step.state == StepState::done && ended_on <= step.due_on)
            ++result.on_time;
        else if (ended_on > step.due_on)
            // (2), (3)
            ++result.late;
    }
    return result;
}

}  // namespace doorstep::domain::plans
