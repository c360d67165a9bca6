#include "pages/plans/new_plan.h"

#include "html/elements.h"
#include "inputs/plans/start_plan.h"
#include "pages/plans/plan_parts.h"
#include "usecases/plans/start_plan.h"

namespace doorstep::pages::plans {
namespace {

using inputs::plans::start_plan_form;
using inputs::plans::template_choices;
using usecases::plans::NewPlanForm;

http::Response new_plan_page(Visit& visit, NewPlanForm const& view, http::Pairs typed,
                             std::vector<Problem> const& problems) {
    auto const shapes = start_plan_form().shapes();
    auto const address = plan_address(view.reference);
    forms::FormView const form{
        .typed = std::move(typed), .problems = problems, .choices = template_choices(view)};
    Html fields;
    if (!view.templates.empty()) fields << forms::render_field(shapes, "templates", form);
    if (view.open_steps > 0) fields << forms::render_field(shapes, "keep-open-steps", form);
    fields << forms::buttons("Start the plan", address);
    Html body;
    if (view.open_steps > 0)
        body << html::p("The plan now agreed stays in force until the new one is agreed.");
    body << visit.form(address + "/new", fields);
    return plan_form_page(visit, view.reference, "Start a plan", std::move(body),
                          forms::problem_summary(problems, shapes, visit.language()),
                          problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_new_plan(Visit& visit) {
    auto const view = usecases::plans::view_new_plan(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    if (view->has_draft) return visit.see_other(plan_address(view->reference));
    http::Pairs typed;
    if (view->open_steps > 0) typed.set("keep-open-steps", "yes");
    return new_plan_page(visit, *view, std::move(typed), {});
}

http::Response post_new_plan(Visit& visit) {
    auto const view = usecases::plans::view_new_plan(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(start_plan_form(), template_choices(*view));
    if (!parsed.ok()) return new_plan_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->reference;
    auto const started = usecases::plans::start_plan(visit.context, parsed.input);
    if (started)
        return visit.done(plan_address(view->reference),
                          "Draft begun. Go through its steps with the person who reported, "
                          "then agree it.");
    if (is_about_the_form(started.error()))
        return new_plan_page(visit, *view, std::move(parsed.typed), problems_of(started.error()));
    return visit.refused(started.error());
}

}  // namespace doorstep::pages::plans
