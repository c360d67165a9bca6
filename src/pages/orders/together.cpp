#include "pages/orders/together.h"

#include "base/text.h"
#include "figures/chart.h"
#include "govuk/button.h"
#include "govuk/chart_with_table.h"
#include "govuk/empty_state.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/orders/parts.h"
#include "usecases/orders/orders_together.h"

namespace doorstep::pages::orders {
namespace {

using usecases::orders::OrdersTogether;

std::string quarter_address(FinancialQuarter quarter) { return "/orders?quarter=" + quarter.code(); }

govuk::TableWrap group_table(OrdersTogether::Group const& group) {
    govuk::TableWrap wrap;
    wrap.table.caption = group.block.empty() ? "In no block" : group.block;
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = {
        {.text = "Place"}, {.text = "Order"}, {.text = "Term"}, {.text = "Stands"}, {.text = "Case"}};
    for (auto const& line : group.lines)
        wrap.table.rows.push_back(
            {{.text = line.made.place.empty() ? "Not said" : line.made.place},
             {.html = html::a(order_address(line.made.case_reference, line.made.order), line.words)},
             {.text = line.term},
             {.text = line.in_force ? "In force" : "Not in force"},
             {.html = html::a(cases::case_address(line.made.case_reference), line.made.case_reference)}});
    return wrap;
}

/// How many in each quarter: a drawing, and the same as a table.
Html quarters_html(OrdersTogether const& view) {
    figures::BarChart chart{
        .frame = {.id = "orders-by-quarter",
                  .title = "Orders made in each quarter",
                  .description = "In " + view.quarter.words() + " " +
                                 text::count_of(view.total, "order was", "orders were") + " made"},
        .labels = {},
        .series = {{.name = "Orders", .values = {}}}};
    govuk::Table table;
    table.caption = "Orders made in each quarter";
    table.first_cell_is_header = true;
    table.head = {{.text = "Quarter"}, {.text = "Orders", .format = "numeric"}};
    for (auto const& count : view.quarters) {
        chart.labels.push_back(count.quarter.words());
        chart.series[0].values.push_back({.number = count.orders});
        table.rows.push_back({{.html = html::a(quarter_address(count.quarter), count.quarter.words())},
                              {.text = std::to_string(count.orders), .format = "numeric"}});
    }
    return govuk::chart_with_table({.title = "Quarter by quarter",
                                    .finding = chart.frame.description,
                                    .chart_svg = figures::bar_chart(chart),
                                    .table = std::move(table)});
}

}  // namespace

http::Response show_orders_together(Visit& visit) {
    auto const view =
        usecases::orders::view_orders_together(visit.context, visit.request.query.value("quarter"));
    if (!view) return visit.refused(view.error());
    auto const words = view->quarter.words();
    Html body = html::h1("Orders made in " + words);
    auto const period = view->quarter.period();
    body << html::p(date_words(period.from) + " to " + date_words(period.until.plus_days(-1)) +
                    ". Of the cases that you may see; notices are not counted.");
    if (view->is_cut_off)
        body << html::p("There are more orders than can be read at once: the oldest quarters are not whole.");
    if (view->total == 0) {
        body << govuk::empty_state({.title = "No order was made in " + words,
                                    .text = "Orders are recorded on the legal action of a case."});
    } else {
        body << html::p(text::count_of(view->total, "order", "orders") + " at " +
                        text::count_of(static_cast<long long>(view->groups.size()), "block or group of homes",
                                       "blocks or groups of homes") +
                        ".");
        for (auto const& group : view->groups) append(body, group_table(group));
        Html ways = govuk::button({.text = "Download this list (CSV)",
                                   .href = "/orders/data.csv?quarter=" + view->quarter.code(),
                                   .classes = "govuk-button--secondary"});
        ways << html::print_button("Print");
        body << html::button_group(ways);
    }
    body << quarters_html(*view);
    Page page;
    page.title = "Orders made in " + words;
    page.breadcrumbs = {{"Cases", "/cases"}};
    page.current_section = "cases";
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response download_orders_together(Visit& visit) {
    auto const view =
        usecases::orders::view_orders_together(visit.context, visit.request.query.value("quarter"));
    if (!view) return visit.refused(view.error());
    visit.context.note_view("export", std::nullopt, "orders " + view->quarter.code());
    http::Response response;
    response.content_type = "text/csv; charset=utf-8";
    // The mark tells spreadsheet programs that this is UTF-8.
    response.body = "\xEF\xBB\xBF" + usecases::orders::orders_together_csv(*view);
    return std::move(response).with_header(
        "Content-Disposition", "attachment; filename=\"orders-" + view->quarter.code() + ".csv\"");
}

}  // namespace doorstep::pages::orders
