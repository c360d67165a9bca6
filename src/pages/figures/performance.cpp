#include "pages/figures/performance.h"

#include <map>

#include "base/text.h"
#include "figures/figure_words.h"
#include "figures/small_numbers.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/empty_state.h"
#include "govuk/link_row.h"
#include "govuk/stat_card.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/figures/figures_parts.h"
#include "usecases/figures/view_figures.h"

namespace doorstep::pages::figures {
namespace {

using usecases::figures::FiguresRow;
using usecases::figures::FiguresView;

constexpr auto everyone = doorstep::figures::Readers::everyone;
/// Quarters and years to choose from.
constexpr int most_of_a_kind = 5;

std::string public_words(FiguresView const& view, Measure const& measure, Figure const& figure) {
    return doorstep::figures::cell_words(measure, figure, everyone, view.asked.smallest);
}

Page performance_page(std::string title, Html body) {
    Page page;
    page.title = std::move(title);
    page.current_section = "performance";
    page.body = std::move(body);
    return page;
}

Html period_links(FiguresView const& view, Date today) {
    govuk::LinkRow row{.label = "Period", .items = {}};
    using doorstep::figures::PeriodKind;
    std::map<PeriodKind, int> shown;
    for (auto const& offered : view.asked.periods) {
        // Only quarters and years are published: others could be taken away from each other.
        auto const period = doorstep::figures::parse_period(offered.code);
        if (!period || (period->kind != PeriodKind::quarter && period->kind != PeriodKind::year)) continue;
        if (!period->is_over(today) || ++shown[period->kind] > most_of_a_kind) continue;
        row.items.push_back({.text = offered.label,
                             .href = "/performance/" + offered.code,
                             .current = offered.code == view.asked.period.code});
    }
    return govuk::link_row(row);
}

Html public_headlines(FiguresView const& view) {
    std::vector<govuk::StatCard> cards;
    for (auto const& row : view.rows) {
        if (!row.measure->is_headline) continue;
        auto const words =
            doorstep::figures::figure_words(*row.measure, row.now, everyone, view.asked.smallest);
        cards.push_back(
            {.figure = words.figure, .label = row.measure->title, .note = row.now.days ? "" : words.base});
    }
    return govuk::stat_cards(cards);
}

Html public_tables(FiguresView const& view) {
    Html html;
    govuk::Table table;
    auto const finish = [&] {
        if (!table.rows.empty()) html << govuk::table_wrap({.table = table, .label = ""});
        table = {};
    };
    for (auto const& row : view.rows) {
        if (table.caption != row.measure->group) {
            finish();
            table.caption = row.measure->group;
            table.caption_classes = "govuk-table__caption--m";
            table.head = {{.text = "Figure"}, {.text = view.asked.period.words, .format = "numeric"}};
            table.first_cell_is_header = true;
            if (view.asked.before)
                table.head.push_back({.text = view.asked.before->words, .format = "numeric"});
            table.head.push_back({.text = view.asked.last_year.words, .format = "numeric"});
        }
        std::vector<govuk::TableCell> cells{
            {.text = row.measure->title},
            {.text = public_words(view, *row.measure, row.now), .format = "numeric"}};
        if (view.asked.before)
            cells.push_back({.text = public_words(view, *row.measure, row.before), .format = "numeric"});
        cells.push_back({.text = public_words(view, *row.measure, row.last_year), .format = "numeric"});
        table.rows.push_back(std::move(cells));
    }
    finish();
    return html;
}

/// Kinds of case and the like, small numbers held back.
Html public_parts(FiguresView const& view, usecases::Settings const& settings) {
    Html html;
    for (auto const& row : view.rows) {
        if (row.now.parts.empty() || !row.now.is_collected || row.measure->way != domain::figures::Way::count)
            continue;
        std::vector<std::int64_t> counts;
        for (auto const& part : row.now.parts) counts.push_back(part.count);
        auto const hidden = doorstep::figures::held_back(counts, view.asked.smallest);
        govuk::Table table{.rows = {},
                           .head = {{.text = row.measure->split_title},
                                    {.text = view.asked.period.words, .format = "numeric"}},
                           .caption = row.measure->title,
                           .caption_classes = "govuk-table__caption--s",
                           .first_cell_is_header = true};
        for (std::size_t n = 0; n < counts.size(); ++n)
            table.rows.push_back(
                {{.text = usecases::figures::part_label(settings, *row.measure, row.now.parts[n].code)},
                 {.text = hidden[n] ? "Too few to show" : text::thousands(counts[n]), .format = "numeric"}});
        html << govuk::table_wrap({.table = table, .label = ""});
    }
    return html;
}

Html all_counted_how(FiguresView const& view) {
    Html html = html::p("A count below " + std::to_string(view.asked.smallest) +
                        " is not shown where it could point to a household, nor a share of so few.");
    for (auto const& row : view.rows)
        html << html::h3(row.measure->title) << html::p(row.measure->definition)
             << html::p("Counted " + row.measure->cohort + ".");
    return html;
}

}  // namespace

http::Response show_performance(Visit& visit) {
    std::string const period(visit.request.parameters.value("period"));
    auto const view = usecases::figures::view_performance(visit.context, period);
    if (!view) {
        if (view.error().code() != "not-published" || !period.empty()) return visit.refused(view.error());
        Html body = html::h1("How we deal with anti-social behaviour");
        body << govuk::empty_state({.title = "Nothing has been published yet",
                                    .text = "Figures of a quarter appear here once it is over and "
                                            "we have published them."});
        return visit.page(performance_page("How we deal with anti-social behaviour", std::move(body)));
    }
    auto const& words = view->asked.period.words;
    Html body = html::h1("How we deal with anti-social behaviour");
    body << period_links(*view, visit.context.today) << html::h2(words) << public_headlines(*view)
         << public_tables(*view) << html::h2("In more detail")
         << public_parts(*view, visit.context.settings());
    body << govuk::details({.summary_text = "How this is counted", .html = all_counted_how(*view)});
    body << govuk::button({.text = "Download this data (CSV)",
                           .href = "/performance/" + view->asked.period.code + "/data.csv",
                           .classes = "govuk-button--secondary"})
         << html::p(html::a("/performance/case-reviews", "ASB case reviews (community trigger)"));
    return visit.page(performance_page("How we deal with anti-social behaviour", std::move(body)));
}

http::Response download_performance(Visit& visit) {
    auto const view = usecases::figures::view_performance(
        visit.context, std::string(visit.request.parameters.value("period")));
    if (!view) return visit.refused(view.error());
    http::Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.body =
        "\xEF\xBB\xBF" + usecases::figures::figures_csv(*view, visit.context.settings(), everyone);
    return std::move(response).with_header(
        "Content-Disposition", "attachment; filename=\"performance-" + view->asked.period.code + ".csv\"");
}

}  // namespace doorstep::pages::figures
