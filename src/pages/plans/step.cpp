#include "pages/plans/step.h"

#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "inputs/plans/steps.h"
#include "pages/plans/plan_parts.h"

namespace doorstep::pages::plans {

using namespace inputs::plans;
namespace {

using domain::plans::PlanState;
using domain::plans::StepState;
using usecases::plans::StepForm;

std::optional<PlanStepId> asked_step(Visit const& visit) {
    return PlanStepId::parse(visit.request.parameter("step"));
}

Refusal no_such_step() {
    return {RefusalKind::not_found, "step-not-found", "There is no such step of this plan"};
}

http::Pairs version_of(StepForm const& view) {
    http::Pairs hidden;
    if (view.step) hidden.set("version", std::to_string(view.step->version));
    return hidden;
}

std::int64_t typed_version(Visit const& visit) {
    return forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0);
}

http::Response edit_page(Visit& visit, StepForm const& view, http::Pairs typed,
                         std::vector<Problem> const& problems, int status) {
    auto const shapes = step_form().shapes();
    auto const plan = plan_address(view.reference);
    auto const address = view.step ? step_address(view.reference, view.step->id) : plan + "/steps/new";
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = step_choices(view)});
    fields << forms::buttons("Save step", plan);
    Html body;
    if (status == 409 && view.step)
        body << govuk::inset_text({.text = "It now says: “" + view.step->what + "”, " + view.whose + ", by " +
                                           date_words(view.step->due_on) + "."});
    body << visit.form(address, fields, version_of(view));
    if (view.step) body << html::p(html::a(address + "/remove", "Remove this step"));
    return plan_form_page(visit, view.reference, view.step ? "Change a step" : "Add a step", std::move(body),
                          forms::problem_summary(problems, shapes, visit.language()), status);
}

http::Response save_typed_step(Visit& visit, StepForm const& view) {
    auto parsed = visit.parse(step_form(), step_choices(view));
    if (!parsed.ok()) return edit_page(visit, view, std::move(parsed.typed), parsed.problems, 422);
    auto input = save_step_input(parsed.input);
    input.reference = view.reference;
    if (view.step) {
        input.id = view.step->id;
        input.version = typed_version(visit);
    }
    auto const saved = usecases::plans::save_step(visit.context, input);
    if (saved)
        return visit.done(plan_address(view.reference),
                          view.step ? "Step changed." : "Step added to the draft.");
    if (is_about_the_form(saved.error()) && saved.error().code() != "plan-agreed")
        return edit_page(visit, view, std::move(parsed.typed), problems_of(saved.error()), 422);
    if (saved.error().code() == "changed-meanwhile")
        return edit_page(visit, view, std::move(parsed.typed), problems_of(saved.error()), 409);
    return visit.refused(saved.error());
}

Html step_facts(StepForm const& view, Date today) {
    auto const& step = *view.step;
    govuk::SummaryList list;
    list.rows.push_back({.key = {.text = "Step"}, .value = {.html = html::typed_text(step.what)}});
    list.rows.push_back({.key = {.text = "Whose"}, .value = {.text = view.whose}});
    list.rows.push_back({.key = {.text = "By"}, .value = {.text = date_words(step.due_on)}});
    list.rows.push_back(
        {.key = {.text = "How it stands"}, .value = {.html = govuk::tag(step_tag(step, today))}});
    if (step.done_on)
        list.rows.push_back({.key = {.text = step.state == StepState::done ? "Done" : "Dropped"},
                             .value = {.text = date_words(*step.done_on)}});
    if (!step.result.empty())
        list.rows.push_back(
            {.key = {.text = "What came of it"}, .value = {.html = html::typed_text(step.result)}});
    return govuk::summary_list(list);
}

http::Response end_page(Visit& visit, StepForm const& view, http::Pairs typed,
                        std::vector<Problem> const& problems, int status) {
    auto const shapes = end_form().shapes();
    Html body = step_facts(view, visit.context.today);
    if (view.plan->state == PlanState::agreed && view.step->state == StepState::to_do) {
        Html fields =
            forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
        fields << forms::buttons("Save", plan_address(view.reference));
        body << visit.form(step_address(view.reference, view.step->id), fields, version_of(view));
    }
    return plan_form_page(visit, view.reference, "Step of the plan", std::move(body),
                          forms::problem_summary(problems, shapes, visit.language()), status);
}

http::Response end_typed_step(Visit& visit, StepForm const& view) {
    auto parsed = visit.parse(end_form());
    if (!parsed.ok()) return end_page(visit, view, std::move(parsed.typed), parsed.problems, 422);
    auto const ended = usecases::plans::end_step(visit.context, {.reference = view.reference,
                                                                 .id = view.step->id,
                                                                 .version = typed_version(visit),
                                                                 .state = parsed.input.state,
                                                                 .on = parsed.input.on,
                                                                 .result = parsed.input.result});
    if (ended) {
        std::string words = parsed.input.state == StepState::dropped ? "Step dropped." : "Step done.";
        if (parsed.input.state == StepState::done)
            words = ended->on_time ? "Step done, in time." : "Step done, after its day.";
        return visit.done(plan_address(view.reference), words);
    }
    if (is_about_the_form(ended.error()))
        return end_page(visit, view, std::move(parsed.typed), problems_of(ended.error()), 422);
    if (ended.error().kind() == RefusalKind::conflict)
        return end_page(visit, view, std::move(parsed.typed), problems_of(ended.error()), 409);
    return visit.refused(ended.error());
}

}  // namespace

http::Response show_new_step(Visit& visit) {
    auto const view =
        usecases::plans::view_step_form(visit.context, visit.request.parameter("reference"), {});
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    typed.set("owner-kind", std::string(name_of(domain::plans::OwnerKind::officer)));
    if (view->owner) typed.set("owner-account", std::string(view->owner->text()));
    if (view->complainants.size() == 1)
        typed.set("complainant", std::string(view->complainants.front().id.text()));
    return edit_page(visit, *view, std::move(typed), {}, 200);
}

http::Response post_new_step(Visit& visit) {
    auto const view =
        usecases::plans::view_step_form(visit.context, visit.request.parameter("reference"), {});
    if (!view) return visit.refused(view.error());
    return save_typed_step(visit, *view);
}

http::Response show_step(Visit& visit) {
    auto const id = asked_step(visit);
    if (!id) return visit.refused(no_such_step());
    auto const view =
        usecases::plans::view_step_form(visit.context, visit.request.parameter("reference"), id);
    if (!view) return visit.refused(view.error());
    if (view->plan->state != PlanState::draft || !view->may_plan) return end_page(visit, *view, {}, {}, 200);
    return edit_page(visit, *view, forms::fill(step_form(), typed_step(*view->step)), {}, 200);
}

http::Response post_step(Visit& visit) {
    auto const id = asked_step(visit);
    if (!id) return visit.refused(no_such_step());
    auto const view =
        usecases::plans::view_step_form(visit.context, visit.request.parameter("reference"), id);
    if (!view) return visit.refused(view.error());
    // The form of a draft sent after the plan was agreed: say so, rather than read it as an ending.
    bool const is_edit = visit.request.form.has("what");
    return is_edit ? save_typed_step(visit, *view) : end_typed_step(visit, *view);
}

http::Response show_remove_step(Visit& visit) {
    auto const id = asked_step(visit);
    if (!id) return visit.refused(no_such_step());
    auto const view =
        usecases::plans::view_step_form(visit.context, visit.request.parameter("reference"), id);
    if (!view) return visit.refused(view.error());
    Html body = step_facts(*view, visit.context.today);
    body << govuk::warning_text({.text = "The step is taken out of the draft and not kept."});
    Html buttons = govuk::button({.text = "Remove the step", .classes = "govuk-button--warning"});
    buttons << html::a(step_address(view->reference, *id), "Go back");
    body << visit.form(step_address(view->reference, *id) + "/remove", html::button_group(buttons),
                       version_of(*view));
    return plan_form_page(visit, view->reference, "Remove a step", std::move(body), {}, 200);
}

http::Response post_remove_step(Visit& visit) {
    auto const id = asked_step(visit);
    if (!id) return visit.refused(no_such_step());
    auto const reference = visit.request.parameter("reference");
    auto const removed = usecases::plans::remove_step(visit.context, reference, *id, typed_version(visit));
    if (!removed) return visit.refused(removed.error());
    return visit.done(plan_address(reference), "Step removed from the draft.");
}

}  // namespace doorstep::pages::plans
