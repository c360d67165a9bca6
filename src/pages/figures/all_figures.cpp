#include "pages/figures/all_figures.h"

#include <algorithm>

#include "base/text.h"
#include "figures/figure_words.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/moj_alert.h"
#include "govuk/stat_card.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "legal/measures.h"
#include "pages/figures/figures_parts.h"
#include "usecases/figures/view_figures.h"
#include "usecases/settings.h"

namespace doorstep::pages::figures {
namespace {

using usecases::figures::FiguresRow;
using usecases::figures::FiguresView;

constexpr auto staff = doorstep::figures::Readers::staff;

/// "41 of 50 first contacts due. 38 in Q2 2026/27."
std::string card_note(FiguresView const& view, FiguresRow const& row) {
    auto const words = doorstep::figures::figure_words(*row.measure, row.now, staff, view.asked.smallest);
    // Days have much to say; the measure's own page says it.
    auto note = row.now.days ? "mean of " + std::to_string(row.now.base) + " closed" : words.base;
    if (!note.empty()) note += ". ";
    if (!view.asked.before) return note;
    auto const before = doorstep::figures::figure_words(*row.measure, row.before, staff, view.asked.smallest);
    return note + before.figure + " in " + view.asked.before->words;
}

Html headlines(FiguresView const& view, FiguresQuery const& query) {
    std::vector<govuk::StatCard> cards;
    for (auto const& row : view.rows) {
        if (!row.measure->is_headline) continue;
        auto const words = doorstep::figures::figure_words(*row.measure, row.now, staff, view.asked.smallest);
        cards.push_back({.figure = words.figure,
                         .label = row.measure->title,
                         .href = address(measure_path(*row.measure), query),
                         .note = card_note(view, row)});
    }
    return govuk::stat_cards(cards);
}

std::vector<govuk::TableCell> group_head(FiguresView const& view) {
    std::vector<govuk::TableCell> head{
        {.text = "Figure"},
        {.text = view.asked.period.words + (view.asked.is_over ? "" : " so far"), .format = "numeric"}};
    if (view.asked.before) head.push_back({.text = view.asked.before->words, .format = "numeric"});
    head.push_back({.text = view.asked.last_year.words, .format = "numeric"});
    return head;
}

/// The parts of a measure in every period shown, by their words; those without a code last.
std::vector<std::pair<std::string, std::string>> parts_of(FiguresRow const& row,
                                                          usecases::Settings const& settings) {
    std::vector<std::pair<std::string, std::string>> parts;
    for (auto const* figure : {&row.now, &row.before, &row.last_year})
        for (auto const& part : figure->parts)
            if (std::none_of(parts.begin(), parts.end(),
                             [&](auto const& one) { return one.first == part.code; }))
                parts.emplace_back(part.code,
                                   usecases::figures::part_label(settings, *row.measure, part.code));
    std::sort(parts.begin(), parts.end(), [](auto const& one, auto const& other) {
        if (one.first.empty() != other.first.empty()) return other.first.empty();
        return text::sort_key(one.second) < text::sort_key(other.second);
    });
    return parts;
}

std::optional<std::int64_t> count_of_part(Figure const& figure, std::string const& code) {
    if (!figure.is_collected) return std::nullopt;
    for (auto const& part : figure.parts)
        if (part.code == code) return part.count;
    return 0;
}

/// Whether another row says the same total already: then the parts alone are shown, which add up to it.
bool repeats_a_total(FiguresView const& view, FiguresRow const& row) {
    using domain::figures::Split;
    using domain::figures::Way;
    auto const& measure = *row.measure;
    if (measure.split == Split::none || measure.way != Way::count || row.now.parts.empty()) return false;
    return std::any_of(view.rows.begin(), view.rows.end(), [&](FiguresRow const& other) {
        auto const& one = *other.measure;
        return one.way == Way::count && one.split == Split::none && one.source == measure.source &&
               one.base.a.empty() && one.base.b.empty() && !one.base.number && measure.base.a.empty() &&
               measure.base.b.empty() && !measure.base.number;
    });
}

Html groups(FiguresView const& view, FiguresQuery const& query, usecases::Settings const& settings) {
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
            table.head = group_head(view);
            table.first_cell_is_header = true;
        }
        auto const cell = [&](ReportingPeriod const& period, Figure const& figure) {
            return govuk::TableCell{.html = figure_link(*row.measure, view.asked, period, figure),
                                    .format = "numeric"};
        };
        std::vector<govuk::TableCell> cells{
            {.html = html::a(address(measure_path(*row.measure), query), row.measure->title)}};
        if (repeats_a_total(view, row)) {
            cells.push_back({.text = "In parts, which add up to all", .colspan = view.asked.before ? 3 : 2});
        } else {
            cells.push_back(cell(view.asked.period, row.now));
            if (view.asked.before) cells.push_back(cell(*view.asked.before, row.before));
            cells.push_back(cell(view.asked.last_year, row.last_year));
        }
        table.rows.push_back(std::move(cells));
        if (row.measure->way != domain::figures::Way::count) continue;
        for (auto const& [code, label] : parts_of(row, settings)) {
            auto const part = [&](ReportingPeriod const& period, Figure const& figure) {
                return govuk::TableCell{
                    .html = part_link(*row.measure, view.asked, period, count_of_part(figure, code), code),
                    .format = "numeric"};
            };
            std::vector<govuk::TableCell> numbers{{.text = label, .classes = "ds-table__part"},
                                                  part(view.asked.period, row.now)};
            if (view.asked.before) numbers.push_back(part(*view.asked.before, row.before));
            numbers.push_back(part(view.asked.last_year, row.last_year));
            table.rows.push_back(std::move(numbers));
        }
    }
    finish();
    return html;
}

/// Promises as we recorded them and as people remember them.
Html side_by_side(FiguresView const& view) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Promise"},
                                {.text = "We recorded", .format = "numeric"},
                                {.text = "People said", .format = "numeric"}},
                       .caption = "What we recorded and what people said",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& row : view.rows) {
        if (row.measure->is_survey() || row.measure->beside.empty() ||
            row.measure->way != domain::figures::Way::share)
            continue;
        auto const* said = view.row(row.measure->beside);
        if (said == nullptr) continue;
        table.rows.push_back(
            {{.text = row.measure->title},
             {.html = figure_link(*row.measure, view.asked, view.asked.period, row.now), .format = "numeric"},
             {.html = figure_link(*said->measure, view.asked, view.asked.period, said->now),
              .format = "numeric"}});
    }
    Html html = govuk::table_wrap({.table = table, .label = ""});
    return html
           << html::p(
                  "A survey is made about a month after a case closes, so the two are not of the same cases.")
           << html::p(html::a("/figures/said-done?period=" + view.asked.period.code,
                              "Compare each answer with the file of its case"));
}

Html adding_up(FiguresView const& view) {
    Html html = html::p(doorstep::figures::reconciliation_words(view.reconciliation));
    if (view.reconciliation.difference() == 0) return html;
    std::vector<Html> cases;
    int hidden = 0;
    for (auto const& problem : view.problems) {
        if (problem.is_visible)
            cases.push_back(html::a("/cases/" + problem.reference, problem.reference));
        else
            ++hidden;
    }
    if (!cases.empty()) html << html::p("These cases need looking at:") << html::list(cases);
    if (hidden > 0) html << html::p("More of them are not open to you: " + std::to_string(hidden) + ".");
    return html;
}

}  // namespace

http::Response show_figures(Visit& visit) {
    auto const query = query_of(visit.request);
    auto const view = usecases::figures::view_figures(visit.context, query);
    if (!view) return visit.refused(view.error());
    Html body = html::h1("Figures");
    body << filter_bar("/figures", view->asked, query);
    body << html::h2(scope_words(view->asked));
    if (!view->asked.first_day) {
        body << govuk::empty_state({.title = "There are no cases yet",
                                    .heading_level = 3,
                                    .text = "Figures begin with the first case."});
    } else {
        body << headlines(*view, query) << adding_up(*view) << side_by_side(*view)
             << groups(*view, query, visit.context.settings());
        if (domain::access::may(visit.context.viewer, domain::access::Action::see_protected_details))
            body << html::p(html::a("/orders", "Orders of the quarter, by block"));
        body << html::h2("Download these figures")
             << html::list({html::a(address("/figures/data.xlsx", query), "Spreadsheet with charts (XLSX)"),
                            html::a(address("/figures/data.csv", query), "Comma separated values (CSV)"),
                            html::a(address("/figures/data.json", query), "For programs (JSON)")});
    }
    Page page = figures_page("Figures");
    page.breadcrumbs = {};
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response download_figures(Visit& visit) {
    auto const view = usecases::figures::view_figures(visit.context, query_of(visit.request));
    if (!view) return visit.refused(view.error());
    http::Response response;
    response.content_type = "text/csv; charset=utf-8";
    // The mark tells spreadsheet programs that this is UTF-8.
    response.body = "\xEF\xBB\xBF" + usecases::figures::figures_csv(*view, visit.context.settings(), staff);
    return std::move(response).with_header(
        "Content-Disposition", "attachment; filename=\"figures-" + view->asked.period.code + ".csv\"");
}

namespace {

template <class Make>
http::Response download_as(Visit& visit, char const* type, char const* ending, Make make) {
    auto const view = usecases::figures::view_figures(visit.context, query_of(visit.request));
    if (!view) return visit.refused(view.error());
    http::Response response;
    response.content_type = type;
    response.body = make(*view, visit.context.settings());
    return std::move(response).with_header(
        "Content-Disposition", "attachment; filename=\"figures-" + view->asked.period.code + ending + "\"");
}

}  // namespace

http::Response download_workbook(Visit& visit) {
    return download_as(visit, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
                       usecases::figures::figures_workbook);
}

http::Response download_json(Visit& visit) {
    return download_as(visit, "application/json; charset=utf-8", ".json", usecases::figures::figures_json);
}

}  // namespace doorstep::pages::figures
