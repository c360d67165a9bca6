#include "pages/plans/plan_parts.h"

#include "govuk/table_wrap.h"
#include "html/elements.h"

namespace doorstep::pages::plans {

using domain::plans::PlanStep;
using domain::plans::StepState;

std::string plan_address(std::string_view reference) { return cases::case_address(reference) + "/plan"; }

std::string step_address(std::string_view reference, PlanStepId id) {
    return plan_address(reference) + "/steps/" + std::string(id.text());
}

govuk::Tag step_tag(PlanStep const& step, Date today) {
    switch (step.state) {
        case StepState::done:
            if (step.done_on && *step.done_on > step.due_on)
                return {.text = "Done late", .classes = "govuk-tag--yellow"};
            return {.text = "Done", .classes = "govuk-tag--green"};
        case StepState::dropped:
            return {.text = "Dropped", .classes = "govuk-tag--grey"};
        case StepState::to_do:
            break;
    }
    if (step.due_on < today) return {.text = "Overdue", .classes = "govuk-tag--red"};
    if (step.due_on == today) return {.text = "Due today", .classes = "govuk-tag--orange"};
    return {.text = "To do", .classes = "govuk-tag--blue"};
}

Html step_table(usecases::plans::PlanWithSteps const& plan, std::string const& caption, Date today,
                std::function<StepLink(PlanStep const&)> const& link) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Step"}, {.text = "Whose"}, {.text = "By"}, {.text = "How it stands"}},
        .caption = caption,
        .caption_classes = "govuk-table__caption--s",
        .first_cell_is_header = true,
        .stacks = true};
    for (auto const& [step, whose] : plan.steps) {
        Html what = Html::text(step.what);
        if (auto const to = link(step); !to.href.empty()) {
            Html words = html::a(to.href, to.words);
            words << html::hidden(": " + step.what);
            what << html::div("ds-line ds-line--second", words);
        }
        Html state;
        if (plan.plan.state != domain::plans::PlanState::draft) state << govuk::tag(step_tag(step, today));
        if (step.done_on)
            state << html::div("ds-line ds-line--second", Html::text(date_words(*step.done_on)));
        if (!step.result.empty()) state << html::div("ds-line", html::typed_text(step.result));
        if (plan.plan.state == domain::plans::PlanState::draft) state << words_of(step.track);
        table.rows.push_back(
            {{.html = what}, {.text = whose}, {.text = date_words(step.due_on)}, {.html = state}});
    }
    if (plan.plan.state == domain::plans::PlanState::draft) table.head.back().text = "Kind";
    return govuk::table_wrap({.table = table, .label = caption});
}

http::Response plan_form_page(Visit& visit, std::string_view reference, char const* title, Html body,
                              Html const& problem_summary, int status) {
    auto page = cases::form_page({.reference = std::string(reference),
                                  .section = cases::Section::plan,
                                  .title = title,
                                  .body = std::move(body),
                                  .has_errors = !problem_summary.empty()},
                                 problem_summary);
    page.breadcrumbs.push_back({"Plan", plan_address(reference)});
    return visit.page(std::move(page), status);
}

}  // namespace doorstep::pages::plans
