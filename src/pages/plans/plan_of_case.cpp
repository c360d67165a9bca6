#include "pages/plans/plan_of_case.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/plans/plan_parts.h"
#include "pages/work/work_links.h"

namespace doorstep::pages::plans {
namespace {

using domain::plans::PlanStep;
using domain::plans::StepState;
using usecases::plans::PlanView;
using usecases::plans::PlanWithSteps;

Html adherence_words(domain::plans::Adherence const& kept) {
    Html words;
    if (kept.due() == 0)
        words << "No step has been due yet";
    else
        words << html::strong(std::to_string(kept.on_time) + " of " +
                              text::count_of(kept.due(), "step", "steps") + " kept to time");
    words << " (" + std::to_string(kept.done) + " of " + std::to_string(kept.total) + " done).";
    if (kept.late > 0)
        words << " " + text::count_of(kept.late, "step is", "steps are") + " late, or was done late.";
    return words;
}

Html agreed_plan(PlanView const& view, PlanWithSteps const& agreed, Date today) {
    auto const& plan = agreed.plan;
    auto const address = plan_address(view.file.reference);
    govuk::SummaryList list;
    list.rows.push_back(
        {.key = {.text = "Agreed"},
         .value = {.text = (plan.agreed_on ? date_words(*plan.agreed_on) : "") +
                           (agreed.agreed_with.empty() ? "" : ", with " + agreed.agreed_with)}});
    if (plan.agreed_how)
        list.rows.push_back(
            {.key = {.text = "How"}, .value = {.text = std::string(words_of(*plan.agreed_how))}});
    std::string copy = "Not given yet";
    if (plan.copy_given_on && plan.copy_given_how)
        copy = date_words(*plan.copy_given_on) + ", " + text::lower_ascii(words_of(*plan.copy_given_how));
    list.rows.push_back({.key = {.text = "Copy"},
                         .value = {.text = copy},
                         .actions = {.items = {{.href = address + "/copy",
                                                .text = plan.copy_given_on ? "Open" : "Give a copy",
                                                .visually_hidden_text = "of the plan"}}}});
    list.rows.push_back({.key = {.text = "Kept"}, .value = {.html = adherence_words(view.adherence)}});

    Html body = html::h2("Agreed plan");
    body << govuk::summary_list(list)
         << step_table(agreed, "Steps of the agreed plan", today, [&](PlanStep const& step) -> StepLink {
                if (!view.may_work || step.state != StepState::to_do) return {};
                return {step_address(view.file.reference, step.id), "Done or dropped"};
            });
    return body;
}

Html draft_plan(PlanView const& view, PlanWithSteps const& draft, Date today) {
    auto const address = plan_address(view.file.reference);
    Html body = html::h2(view.agreed ? "Draft of a new plan" : "Draft plan");
    body << html::p("A draft counts for nothing until it is agreed with the person who reported.");
    if (draft.steps.empty())
        body << govuk::empty_state(
            {.title = "No steps yet", .heading_level = 3, .text = "Add the first step."});
    else
        body << step_table(draft, "Steps of the draft", today, [&](PlanStep const& step) -> StepLink {
            if (!view.may_plan) return {};
            return {step_address(view.file.reference, step.id), "Change"};
        });
    if (view.may_plan) {
        Html buttons;
        if (!draft.steps.empty())
            buttons << govuk::button({.text = "Agree the plan", .href = address + "/agreement"});
        buttons << govuk::button({.text = "Add a step",
                                  .href = address + "/steps/new",
                                  .classes = draft.steps.empty() ? "" : "govuk-button--secondary"});
        body << html::button_group(buttons);
    }
    return body;
}

Html earlier_plans(PlanView const& view, Date today) {
    Html body;
    for (auto const& old : view.replaced) {
        auto const agreed =
            old.plan.agreed_on ? ", agreed " + date_words(*old.plan.agreed_on) : std::string();
        auto const title = "Plan " + std::to_string(old.plan.number) + agreed + ", replaced";
        body << govuk::details({.summary_text = title,
                                .html = step_table(old, "Steps of plan " + std::to_string(old.plan.number),
                                                   today, [](PlanStep const&) { return StepLink{}; })});
    }
    return body;
}

}  // namespace

http::Response show_plan(Visit& visit) {
    auto const view = usecases::plans::view_plan(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const today = visit.context.today;
    auto const address = plan_address(view->file.reference);
    Html body;
    if (!view->agreed && !view->draft) {
        govuk::EmptyState none{
            .title = "No plan yet",
            .text = view->file.plan_by
                        ? "A plan is to be agreed " + work::due_words(*view->file.plan_by, today) + "."
                        : "A plan says who will do what, and by when."};
        if (view->may_plan) {
            none.action_text = "Start from the usual steps";
            none.action_href = address + "/new";
        }
        body << govuk::empty_state(none);
    }
    if (view->draft) body << draft_plan(*view, *view->draft, today);
    if (view->agreed) body << agreed_plan(*view, *view->agreed, today);
    if (view->agreed && !view->draft && view->may_plan)
        body << govuk::button(
            {.text = "Start a new plan", .href = address + "/new", .classes = "govuk-button--secondary"});
    body << earlier_plans(*view, today);
    body << html::h2("Contacts");
    if (view->file.next_contact_by)
        body << html::p("Next contact is due " + work::due_words(*view->file.next_contact_by, today) + ".");
    auto const in_history = cases::case_address(view->file.reference) + "?kind=contact#history";
    Html links =
        html::a(in_history, text::count_of(view->counts.contacts, "contact", "contacts") + " so far");
    body << html::p(links);
    if (view->may_work)
        body << govuk::button({.text = "Record a contact",
                               .href = cases::case_address(view->file.reference) + "/contacts/new",
                               .classes = "govuk-button--secondary"});
    return visit.page(cases::section_page({.reference = view->file.reference,
                                           .section = cases::Section::plan,
                                           .title = "Plan and contacts",
                                           .body = std::move(body)},
                                          view->counts));
}

}  // namespace doorstep::pages::plans
