#include "inputs/plans/start_plan.h"

namespace doorstep::inputs::plans {

using usecases::plans::NewPlanForm;
using usecases::plans::StartPlan;

forms::Form<StartPlan> const& start_plan_form() {
    static auto const form = forms::form<StartPlan>(
        "start-plan",
        forms::checkboxes_field(
            &StartPlan::templates,
            {.name = "templates",
             .label = "Which steps does it begin with?",
             .hint = "Each can be changed afterwards, and others added. Choose none to begin "
                     "with an empty plan"}),
        forms::tick_field(&StartPlan::keep_open_steps,
                          {.name = "keep-open-steps", .label = "Take over the steps still to do"}));
    return form;
}

forms::Choices template_choices(NewPlanForm const& view) {
    forms::Choices choices;
    auto& templates = choices["templates"];
    for (auto const& step : view.templates)
        templates.push_back({.value = step.code, .text = step.words, .hint = step.hint});
    return choices;
}

}  // namespace doorstep::inputs::plans
