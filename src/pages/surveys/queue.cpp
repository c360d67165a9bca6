#include "pages/surveys/queue.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/moj_sub_navigation.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/paging.h"
#include "pages/surveys/parts.h"
#include "usecases/surveys/list_surveys.h"

namespace doorstep::pages::surveys {
namespace {

using usecases::surveys::QueueView;
using usecases::surveys::SurveyList;

std::string href_of(QueueView view) {
    return view == QueueView::to_call ? "/surveys" : "/surveys?view=" + std::string(name_of(view));
}

Html sections(SurveyList const& list) {
    govuk::MojSubNavigation made{.label = "Survey calls", .items = {}};
    for (auto const& row : all_of<QueueView>()) {
        std::string text(row.words);
        if (row.value == QueueView::to_call) text += " (" + std::to_string(list.to_call) + ")";
        if (row.value == QueueView::later) text += " (" + std::to_string(list.later) + ")";
        made.items.push_back({.text = text, .href = href_of(row.value), .active = row.value == list.view});
    }
    made.items.push_back({.text = "Comments", .href = "/surveys/comments"});
    return govuk::moj_sub_navigation(made);
}

bool is_open(QueueView view) { return view == QueueView::to_call || view == QueueView::later; }

Html lines(std::vector<std::string> const& words) {
    std::vector<Html> parts;
    for (auto const& line : words)
        if (!line.empty()) parts.push_back(Html::text(line));
    Html cell;
    for (std::size_t n = 0; n < parts.size(); ++n) cell << html::div("ds-line", parts[n]);
    return cell;
}

govuk::TableCell who(SurveyList const& list, SurveyList::Row const& row) {
    auto const id = std::string(row.id.text());
    auto const name = row.name.empty() ? "Name not known" : row.name;
    bool const calls = list.may_call && is_open(list.view);
    Html link = html::a("/surveys/" + id + (calls ? "/call" : ""), name);
    Html cell = html::div("ds-line", link);
    cell << html::div("ds-line ds-line--second", html::nowrap(row.reference));
    if (!row.area_name.empty()) cell << html::div("ds-line ds-line--second", Html::text(row.area_name));
    return {.html = cell};
}

Html when_cell(SurveyList const& list, SurveyList::Row const& row) {
    Html cell = html::div("ds-line", Html::text(date_words(row.due_on)));
    if (row.state == domain::surveys::State::attempted)
        cell << html::div("ds-line ds-line--second", Html::text("try again " + date_words(row.next_try_on)));
    (void)list;
    return cell;
}

govuk::Table open_table(SurveyList const& list) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Who"},
                                {.text = "Due"},
                                {.text = "Tries", .format = "numeric"},
                                {.text = "How to reach them"}},
                       .caption = std::string(words_of(list.view)),
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& row : list.rows) {
        Html reach;
        if (!row.may_ring)
            reach << html::div("ds-line",
                               govuk::tag({.text = "Do not ring", .classes = "govuk-tag--orange"}));
        reach << lines({row.safe_contact, row.best_times.empty() ? "" : "Best times: " + row.best_times,
                        row.adjustments});
        table.rows.push_back(
            {who(list, row),
             {.html = when_cell(list, row)},
             {.text = std::to_string(row.attempts) + " of " + std::to_string(list.attempts_allowed),
              .format = "numeric"},
             {.html = reach}});
    }
    return table;
}

govuk::Table over_table(SurveyList const& list) {
    bool const done = list.view == QueueView::completed;
    govuk::Table table{.rows = {},
                       .head = {{.text = "Who"},
                                {.text = "Due"},
                                {.text = done ? "Done" : "Ended"},
                                {.text = "Tries", .format = "numeric"}},
                       .caption = std::string(words_of(list.view)) + ", last 12 months",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    if (done) table.head.insert(table.head.end() - 1, {.text = "How"});
    for (auto const& row : list.rows) {
        std::vector<govuk::TableCell> cells{
            who(list, row), {.text = date_words(row.due_on)}, {.text = date_words(row.next_try_on)}};
        if (done) cells.push_back({.text = row.way ? std::string(words_of(*row.way)) : ""});
        cells.push_back({.text = std::to_string(row.attempts), .format = "numeric"});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Html nothing_here(SurveyList const& list) {
    govuk::EmptyState none{.title = "No survey calls are due"};
    switch (list.view) {
        case QueueView::to_call:
            none.text = list.next_on ? "The next is due on " + date_words(*list.next_on) + "."
                                     : "A call falls due a month after a case is closed.";
            break;
        case QueueView::later:
            none.title = "Nothing is waiting for a later day";
            none.text = "A call falls due a month after a case is closed.";
            break;
        case QueueView::completed:
            none.title = "No surveys were done in the last 12 months";
            break;
        case QueueView::declined:
            none.title = "Nobody declined in the last 12 months";
            break;
        case QueueView::not_reachable:
            none.title = "Nobody was out of reach in the last 12 months";
            break;
    }
    return govuk::empty_state(none);
}

}  // namespace

http::Response show_queue(Visit& visit) {
    auto const view =
        enum_from_name<QueueView>(visit.request.query.value("view")).value_or(QueueView::to_call);
    auto const list = usecases::surveys::list_surveys(visit.context, view, page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    Paging paging{
        .path = "/surveys", .query = {}, .page = list->page, .pages = list->pages, .total = list->in_view};
    if (view != QueueView::to_call) paging.query.set("view", std::string(name_of(view)));

    Html body = html::h1("Survey calls");
    body << html::p(
        "We ask the person who reported how we did. Whoever worked on a case never makes its call.");
    body << sections(*list);
    if (list->may_call && view == QueueView::to_call && !list->rows.empty())
        body << govuk::button(
            {.text = "Call next", .href = "/surveys/" + std::string(list->rows.front().id.text()) + "/call"});
    if (list->rows.empty()) {
        body << nothing_here(*list);
    } else {
        if (auto const words = showing_words(paging); !words.empty()) body << html::p(words);
        body << govuk::table_wrap(
                    {.table = is_open(view) ? open_table(*list) : over_table(*list), .label = ""})
             << page_links(paging);
    }
    Page page = survey_page("Survey calls");
    page.breadcrumbs = {};
    page.title_note = page_note(paging);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::surveys
