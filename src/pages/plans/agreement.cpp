#include "pages/plans/agreement.h"

#include "base/text.h"
#include "html/elements.h"
#include "inputs/plans/agree_plan.h"
#include "pages/plans/plan_parts.h"
#include "usecases/plans/agree_plan.h"

namespace doorstep::pages::plans {
namespace {

using inputs::plans::agree_plan_form;
using inputs::plans::agreement_choices;
using usecases::plans::AgreementForm;

http::Response agreement_page(Visit& visit, AgreementForm const& view, http::Pairs typed,
                              std::vector<Problem> const& problems, int status) {
    auto const shapes = agree_plan_form().shapes();
    auto const address = plan_address(view.reference);
    http::Pairs hidden;
    hidden.set("plan", std::string(view.draft.plan.id.text()));
    hidden.set("version", std::to_string(view.draft.plan.version));
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = agreement_choices(view)});
    fields << forms::buttons("Agree the plan", address);
    Html body = html::p(
        "Read these steps out, or show them. What is agreed is not changed afterwards: a new plan "
        "replaces it.");
    body << step_table(view.draft, "Steps to agree", visit.context.today, [](domain::plans::PlanStep const&) {
        return StepLink{};
    }) << visit.form(address + "/agreement", fields, std::move(hidden));
    return plan_form_page(visit, view.reference, "Agree the plan", std::move(body),
                          forms::problem_summary(problems, shapes, visit.language()), status);
}

}  // namespace

http::Response show_agreement(Visit& visit) {
    auto const view = usecases::plans::view_agreement(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    if (view->complainants.size() == 1) typed.set("with", std::string(view->complainants.front().id.text()));
    return agreement_page(visit, *view, std::move(typed), {}, 200);
}

http::Response post_agreement(Visit& visit) {
    auto const view = usecases::plans::view_agreement(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(agree_plan_form(), agreement_choices(*view));
    if (!parsed.ok()) return agreement_page(visit, *view, std::move(parsed.typed), parsed.problems, 422);
    parsed.input.reference = view->reference;
    if (auto const plan = ActionPlanId::parse(visit.request.form.value("plan"))) parsed.input.plan = *plan;
    parsed.input.version =
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
    auto const agreed = usecases::plans::agree_plan(visit.context, parsed.input);
    if (agreed)
        return visit.done(plan_address(view->reference),
                          "Plan agreed, with " + text::count_of(agreed->steps, "step", "steps") + "." +
                              (agreed->kept_promise ? "" : " It was agreed later than promised."));
    if (is_about_the_form(agreed.error()))
        return agreement_page(visit, *view, std::move(parsed.typed), problems_of(agreed.error()), 422);
    // The draft changed meanwhile: it is shown as it is now, above what was typed.
    if (agreed.error().code() == "changed-meanwhile")
        return agreement_page(visit, *view, std::move(parsed.typed),
                              {{"", agreed.error().message() + ". Check the steps as they are now"}}, 409);
    return visit.refused(agreed.error());
}

}  // namespace doorstep::pages::plans
