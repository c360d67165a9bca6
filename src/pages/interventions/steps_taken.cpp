#include "pages/interventions/steps_taken.h"

#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/paging.h"
#include "pages/work/work_links.h"
#include "usecases/interventions/view_interventions.h"

namespace doorstep::pages::interventions {
namespace {

using domain::interventions::Outcome;
using domain::interventions::Track;
using usecases::interventions::InterventionsView;
using usecases::interventions::StepLine;

govuk::Tag outcome_tag(StepLine const& line, Date today) {
    auto const& step = line.named.step;
    if (step.outcome)
        return {.text = std::string(words_of(*step.outcome)),
                .classes = *step.outcome == Outcome::accepted || *step.outcome == Outcome::helped
                               ? "govuk-tag--green"
                               : "govuk-tag--grey"};
    if (!step.respond_by) return {};
    if (*step.respond_by < today) return {.text = "Answer overdue", .classes = "govuk-tag--red"};
    return {.text = "Waiting", .classes = "govuk-tag--teal"};
}

Html step_card(InterventionsView const& view, StepLine const& line, Date today) {
    auto const& step = line.named.step;
    auto const address = cases::case_address(view.file.reference) + "/actions/" + std::string(step.id.text());
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    list.card.title.text = line.label;
    list.card.title.heading_level = 3;
    list.card.actions.items.push_back({.href = address, .text = "Open", .visually_hidden_text = ""});
    add("On", date_words(step.used_on));
    add(step.track == Track::enforcement ? "To" : "For", line.named.recipient_name);
    add("Referred to", step.referred_to);
    if (step.respond_by && !step.outcome) add("Answer", work::due_words(*step.respond_by, today));
    if (auto const tag = outcome_tag(line, today); !tag.empty())
        list.rows.push_back({.key = {.text = "Result"}, .value = {.html = govuk::tag(tag)}});
    return govuk::summary_list(list);
}

Html track_column(InterventionsView const& view, Track track, Date today) {
    Html column = html::h2(words_of(track));
    bool any = false;
    for (auto const& line : view.steps) {
        if (line.named.step.track != track) continue;
        any = true;
        column << step_card(view, line, today);
    }
    if (!any) column << html::p(track == Track::support ? "No support yet." : "No enforcement yet.");
    return column;
}

}  // namespace

http::Response show_steps_taken(Visit& visit) {
    auto const view = usecases::interventions::view_interventions(
        visit.context, visit.request.parameter("reference"), page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const address = cases::case_address(view->file.reference) + "/actions";
    Paging const paging{.path = address,
                        .query = {},
                        .page = view->page,
                        .pages = view->pages,
                        .per_page = usecases::interventions::steps_a_page,
                        .total = view->total};
    auto const today = visit.context.today;
    Html body;
    if (view->may_work) body << govuk::button({.text = "Add an action", .href = address + "/new"});
    body << html::p(showing_words(paging));
    Html columns = html::div("govuk-grid-column-one-half", track_column(*view, Track::support, today));
    columns << html::div("govuk-grid-column-one-half", track_column(*view, Track::enforcement, today));
    body << html::div("govuk-grid-row", columns) << page_links(paging);
    auto page = cases::section_page({.reference = view->file.reference,
                                     .section = cases::Section::action,
                                     .title = "Action",
                                     .body = std::move(body)},
                                    view->counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::interventions
