#include "pages/work/my_work.h"

#include "base/text.h"
#include "govuk/empty_state.h"
#include "govuk/stat_card.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/paging.h"
#include "pages/work/work_frame.h"
#include "pages/work/work_links.h"
#include "usecases/work/menu_counts.h"
#include "usecases/work/my_work.h"

namespace doorstep::pages::work {
namespace {

using domain::work::Band;
using storage::my_work::WorkRow;
using usecases::work::MyWorkView;

std::string href_of(Band band) { return "/work?band=" + std::string(name_of(band)); }

/// How many in each band, each a link to it.
Html band_cards(MyWorkView const& view) {
    std::vector<govuk::StatCard> cards;
    for (auto const& band : all_of<Band>()) {
        govuk::StatCard card{.figure = std::to_string(view.counts.of(band.value)),
                             .label = std::string(band.words),
                             .href = href_of(band.value)};
        if (band.value == Band::overdue && view.counts.of(Band::overdue) > 0)
            card.classes = "ds-stat--urgent";
        cards.push_back(std::move(card));
    }
    return govuk::stat_cards(cards);
}

govuk::TableCell what_cell(WorkRow const& row) {
    auto const link = work_link(row.item, row.case_reference, row.about);
    Html cell = html::div("ds-line", html::a(link.href, link.words));
    cell << pressing_tags(row.pressing);
    return {.html = cell};
}

govuk::TableCell where_cell(WorkRow const& row) {
    Html cell;
    if (!row.case_reference.empty()) {
        cell << html::div("ds-line", html::a("/cases/" + row.case_reference, row.case_title));
        cell << html::div("ds-line ds-line--second", html::nowrap(row.case_reference));
    } else if (!row.report_reference.empty()) {
        cell << html::div("ds-line", html::nowrap(row.report_reference));
    }
    return {.html = cell};
}

govuk::TableCell when_cell(WorkRow const& row, Date today, int due_soon_days) {
    auto const tag = due_tag(row.item.due_on, today, due_soon_days);
    Html cell;
    if (!tag.empty()) cell << html::div("ds-line", govuk::tag(tag));
    cell << html::div("ds-line ds-line--second", Html::text(date_words(row.item.due_on)));
    return {.html = cell};
}

/// One table for each band there is on this page, in their order.
Html band_tables(MyWorkView const& view, Date today) {
    Html tables;
    for (auto const& band : all_of<Band>()) {
        govuk::Table table{
            .rows = {},
            .head = {{.text = "What to do"}, {.text = "Case"}, {.text = "When"}},
            .caption = std::string(band.words) + " (" + std::to_string(view.counts.of(band.value)) + ")",
            .caption_classes = "govuk-table__caption--m",
            .first_cell_is_header = true,
            .stacks = true};
        for (auto const& row : view.rows)
            if (domain::work::band(row.item.due_on, today) == band.value)
                table.rows.push_back(
                    {what_cell(row), where_cell(row), when_cell(row, today, view.due_soon_days)});
        if (!table.rows.empty()) tables << govuk::table_wrap({.table = std::move(table)});
    }
    return tables;
}

Html nothing_due(MyWorkView const& view) {
    if (view.band && view.counts.total() > 0)
        return govuk::empty_state({.title = "Nothing here",
                                   .text = "You have work with other dates.",
                                   .action_text = "Show everything that is due",
                                   .action_href = "/work"});
    govuk::EmptyState none{
        .title = "Nothing is due",
        .text = "What you have to do by a date shows here: contacts, plan steps, reviews, tasks."};
    if (view.triage_waiting > 0) {
        none.text += view.triage_waiting < usecases::work::most_counted
                         ? " " + text::count_of(view.triage_waiting, "report waits", "reports wait")
                         : " Many reports wait";
        none.text += " in triage.";
        none.action_text = "Go to triage";
        none.action_href = "/triage";
    }
    if (view.post_waiting > 0) {
        none.text +=
            " " + text::count_of(view.post_waiting, "letter waits", "letters wait") + " for the post.";
        none.action_text = "Go to the post";
        none.action_href = "/post";
    }
    if (view.calls_waiting > 0) {
        none.text += " " + text::count_of(view.calls_waiting, "survey call waits", "survey calls wait") + ".";
        none.action_text = "Go to survey calls";
        none.action_href = "/surveys";
    }
    return govuk::empty_state(none);
}

}  // namespace

http::Response show_my_work(Visit& visit) {
    auto const band = enum_from_name<Band>(visit.request.query.value("band"));
    auto const view =
        usecases::work::view_my_work(visit.context, {.band = band, .page = page_number(visit.request.query)});
    if (!view) return visit.refused(view.error());

    Paging const paging{.path = "/work",
                        .query = visit.request.query,
                        .page = view->page,
                        .pages = view->pages,
                        .per_page = 50,
                        .total = band ? view->counts.of(*band) : view->counts.total()};
    Html body = html::h1("My work");
    body << work_navigation(WorkPart::due) << band_cards(*view);
    if (view->rows.empty()) body << nothing_due(*view);
    if (band && !view->rows.empty()) body << html::p(html::a("/work", "Show everything that is due"));
    body << band_tables(*view, visit.context.today);
    if (auto const showing = showing_words(paging); !showing.empty()) body << html::p(showing);
    body << page_links(paging);

    Page page;
    page.title = "My work";
    page.title_note = page_note(paging);
    page.current_section = "work";
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::work
