#include "pages/figures/behind.h"

#include "base/text.h"
#include "govuk/empty_state.h"
#include "govuk/link_row.h"
#include "govuk/record_heading.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/figures/figures_parts.h"
#include "pages/paging.h"

namespace doorstep::pages::figures {
namespace {

using domain::figures::Dimension;
using domain::figures::Split;
using domain::figures::Way;
using usecases::figures::BehindQuery;
using usecases::figures::BehindView;
using usecases::figures::Which;

BehindQuery behind_query(http::Request const& request) {
    BehindQuery query{.figures = query_of(request)};
    query.which = enum_from_name<Which>(request.query.value("counts")).value_or(Which::all);
    if (auto const part = request.query.get("part")) query.part = std::string(*part);
    query.by = enum_from_name<Dimension>(request.query.value("by"));
    query.group = std::string(request.query.value("group"));
    query.page = page_number(request.query);
    return query;
}

/// What the address holds besides period, area and kind, with another choice of which.
http::Pairs rest_of(BehindQuery const& query, Which which) {
    http::Pairs more;
    if (which != Which::all) more.add("counts", std::string(name_of(which)));
    if (query.part) more.add("part", *query.part);
    if (query.by) {
        more.add("by", std::string(name_of(*query.by)));
        more.add("group", query.group);
    }
    return more;
}

Html which_links(BehindView const& view) {
    auto const& measure = *view.measure;
    if (measure.way != Way::share && measure.way != Way::said) return {};
    govuk::LinkRow row{.label = "Show", .items = {}};
    auto const add = [&](Which which, std::string text) {
        row.items.push_back(
            {.text = std::move(text),
             .href = behind_address(measure, view.asked, view.asked.period, rest_of(view.query, which)),
             .current = view.query.which == which});
    };
    add(Which::all, "All " + measure.base_words);
    add(Which::counted, "Counted: " + measure.counted_words);
    add(Which::not_counted, "Not counted");
    return govuk::link_row(row);
}

/// "Q3 2026/27, so far. Only Wolverton. Case type: Noise."
std::string limits_words(BehindView const& view) {
    auto words = scope_words(view.asked);
    if (!view.part_label.empty()) words += ". " + view.measure->split_title + ": " + view.part_label;
    if (!view.group_label.empty())
        words += ". " + std::string(words_of(*view.query.by)) + ": " + view.group_label;
    return words;
}

std::string listed_words(BehindView const& view) {
    auto words = text::count_of(view.all, "record", "records") + ", " + view.measure->cohort + ".";
    if (view.not_listed() > 0)
        words += " " + text::thousands(view.not_listed()) +
                 " of them not listed here: their cases are not open to you, or they are reports that did "
                 "not become a case.";
    return words;
}

/// Words over the column that says what each record was; empty for none.
std::string what_heading(domain::figures::Measure const& measure) {
    if (measure.way == Way::days) return "Days";
    if (measure.source == domain::figures::Source::answers) return "Answer";
    return measure.split == Split::none ? "" : measure.split_title;
}

govuk::Table table_of(BehindView const& view) {
    auto const what = what_heading(*view.measure);
    bool const counts = !view.items.empty() && view.items.front().counts.has_value();
    bool const days = view.measure->way == Way::days;
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Case"}, {.text = view.measure->way == Way::open ? "Open since" : "Day"}},
        .caption = "",
        .first_cell_is_header = true,
        .stacks = true};
    if (!what.empty()) table.head.push_back({.text = what, .format = days ? "numeric" : ""});
    if (counts) table.head.push_back({.text = "Counted"});
    table.head.push_back({.text = "Owner"});
    for (auto const& item : view.items) {
        auto const& record = item.row;
        Html name = html::div("ds-line", html::a(cases::case_address(record.reference), record.title));
        name << html::div("ds-line ds-line--second", html::nowrap(record.reference));
        std::vector<govuk::TableCell> row{{.html = name}, {.text = date_words(record.day)}};
        if (!what.empty()) row.push_back({.text = item.what, .format = days ? "numeric" : ""});
        if (counts) row.push_back({.text = *item.counts ? "Yes" : "No"});
        Html owner =
            html::div("ds-line", Html::text(record.owner_name.empty() ? "Nobody" : record.owner_name));
        owner << html::div("ds-line", govuk::tag(cases::stage_tag(record.state)));
        row.push_back({.html = owner});
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

http::Response show_behind(Visit& visit) {
    auto const query = behind_query(visit.request);
    auto const view =
        usecases::figures::view_behind(visit.context, visit.request.parameter("measure"), query);
    if (!view) return visit.refused(view.error());
    auto const& measure = *view->measure;
    auto const path = measure_path(measure);
    Paging paging{.path = path + "/cases",
                  .query = {},
                  .page = view->page,
                  .pages = view->pages,
                  .per_page = usecases::figures::behind_per_page,
                  .total = view->visible};
    paging.query.set("period", view->asked.period.code);
    if (!query.figures.area.empty()) paging.query.set("area", query.figures.area);
    if (!query.figures.type.empty()) paging.query.set("kind", query.figures.type);
    for (auto const& [name, value] : rest_of(query, query.which)) paging.query.set(name, value);

    Html body = govuk::record_heading({.caption = measure.title, .title = "Cases behind this figure"});
    body << html::p(limits_words(*view) + ".") << which_links(*view) << html::p(listed_words(*view));
    if (view->items.empty()) {
        body << govuk::empty_state(
            {.title = view->all == 0 ? "Nothing was counted" : "None of these cases is open to you",
             .text = view->all == 0 ? "The figure is nought for this period and choice." : ""});
    } else {
        if (auto const words = showing_words(paging); !words.empty()) body << html::p(words);
        body << govuk::table_wrap({.table = table_of(*view), .label = "Cases behind this figure"})
             << page_links(paging);
    }
    Page page = figures_page("Cases behind a figure");
    page.breadcrumbs.push_back({measure.title, address(path, query.figures)});
    page.title_note = page_note(paging);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::figures
