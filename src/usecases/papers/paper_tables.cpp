#include "usecases/papers/paper_tables.h"

#include <algorithm>

#include "base/text.h"
#include "figures/chart.h"
#include "figures/figure_words.h"
#include "legal/measures.h"
#include "usecases/figures/compute.h"
#include "usecases/settings.h"

namespace doorstep::usecases::papers {

using documents::ReportChart;
using documents::ReportTable;
using doorstep::figures::ChartSeries;
using doorstep::figures::ChartValue;
using doorstep::figures::Readers;

namespace {

/// What stands between A4's margins, in pixels of 1/96 inch.
constexpr int chart_width = 640;
/// A pie is read up to here; what is smaller goes together.
constexpr std::size_t pie_slices = 5;

doorstep::figures::Measure const& measure_of(std::string_view id) { return *legal::find_measure(id); }

ChartValue chart_point(PaperFigures const& figures, std::string_view id, ReportingPeriod const& period) {
    auto const& measure = measure_of(id);
    auto const figure = figures.of(id, period);
    auto const words = doorstep::figures::figure_words(measure, figure, Readers::staff, figures.smallest);
    return {doorstep::figures::plain_number(measure, figure, Readers::staff, figures.smallest),
            text::lower_ascii(words.figure)};
}

ChartSeries series_over(PaperFigures const& figures, std::string_view id, std::string name,
                        std::vector<ReportingPeriod> const& periods) {
    ChartSeries series{std::move(name), {}};
    for (auto const& period : periods) series.values.push_back(chart_point(figures, id, period));
    return series;
}

std::vector<std::string> words_of_periods(std::vector<ReportingPeriod> const& periods) {
    std::vector<std::string> words;
    for (auto const& period : periods) words.push_back(period.words);
    return words;
}

/// "62 in Q1 2023/24, 48 in Q4 2022/23 and 51 in Q1 2022/23"
std::string against_words(PaperFigures const& figures, std::string_view id) {
    // "none" and "not collected" stand within the sentence.
    auto const cell = [&](ReportingPeriod const& period) {
        return text::lower_ascii(paper_cell(figures, id, period)) + " in " + period.words;
    };
    return cell(figures.now()) + ", " + cell(figures.before()) + " and " + cell(figures.last_year());
}

/// Every code that any of the periods has; the largest now first.
std::vector<std::string> codes_over(PaperFigures const& figures, std::string_view id,
                                    std::vector<ReportingPeriod> const& periods) {
    std::vector<std::string> codes;
    for (auto const& period : periods)
        for (auto const& part : figures.of(id, period).parts)
            if (std::find(codes.begin(), codes.end(), part.code) == codes.end()) codes.push_back(part.code);
    return codes;
}

std::string part_cell(PaperFigures const& figures, std::string_view id, ReportingPeriod const& period,
                      std::string const& code) {
    if (!figures.of(id, period).is_collected) return "Not collected";
    return text::thousands(figures.part(id, period, code));
}

ReportTable over_periods(PaperFigures const& figures, std::string caption, std::string first,
                         std::vector<ReportingPeriod> const& periods, std::vector<std::string> const& ids) {
    ReportTable table{.caption = std::move(caption), .head = {std::move(first)}, .rows = {}};
    for (auto const& id : ids) table.head.push_back(measure_of(id).title);
    for (auto const& period : periods) {
        std::vector<std::string> row{period.words};
        for (auto const& id : ids) row.push_back(paper_cell(figures, id, period));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::string paper_cell(PaperFigures const& figures, std::string_view measure, ReportingPeriod const& period) {
    return doorstep::figures::cell_words(measure_of(measure), figures.of(measure, period), Readers::staff,
                                         figures.smallest);
}

ReportTable PaperTables::key_figures_table() const {
    std::vector<ReportingPeriod> const periods{figures.now(), figures.before(), figures.last_year(),
                                               figures.years.back()};
    ReportTable table{.caption = "Key figures of " + figures.now().words, .head = {"Figure"}, .rows = {}};
    for (auto const& period : periods) table.head.push_back(period.words);
    for (auto const& id : key_figures) {
        std::vector<std::string> row{measure_of(id).title};
        for (auto const& period : periods) row.push_back(paper_cell(figures, id, period));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportChart PaperTables::opened_closed() const {
    auto const& quarters = figures.quarters;
    auto const finding = "We opened " + against_words(figures, "opened") + ". We closed " +
                         against_words(figures, "closed") + ".";
    ReportChart chart{
        .id = "chart-opened-closed",
        .title = "Cases opened and closed by quarter",
        .finding = finding,
        .svg = doorstep::figures::line_chart({.frame = {.id = "chart-opened-closed",
                                                        .title = "Cases opened and closed by quarter",
                                                        .description = finding,
                                                        .width = chart_width},
                                              .labels = words_of_periods(quarters),
                                              .series = {series_over(figures, "opened", "Opened", quarters),
                                                         series_over(figures, "closed", "Closed", quarters)},
                                              .value_title = "Cases"}),
        .table = {.caption = "Cases opened and closed, by quarter",
                  .head = {"Quarter", "Opened", "Closed", "Closed as resolved", "Closed as unresolved",
                           "Open at the end"},
                  .rows = {}}};
    bool const has_unrecorded = std::any_of(quarters.begin(), quarters.end(), [&](auto const& quarter) {
        return figures.part("closed", quarter, "") > 0;
    });
    if (has_unrecorded) chart.table.head.insert(chart.table.head.end() - 1, "Result not recorded");
    for (auto const& quarter : quarters) {
        std::vector<std::string> row{quarter.words, paper_cell(figures, "opened", quarter),
                                     paper_cell(figures, "closed", quarter),
                                     part_cell(figures, "closed", quarter, "resolved"),
                                     part_cell(figures, "closed", quarter, "unresolved")};
        if (has_unrecorded) row.push_back(part_cell(figures, "closed", quarter, ""));
        row.push_back(paper_cell(figures, "open-at-end", quarter));
        chart.table.rows.push_back(std::move(row));
    }
    return chart;
}

ReportTable PaperTables::earlier_years() const {
    std::vector<ReportingPeriod> periods(figures.earlier.rbegin(), figures.earlier.rend());
    periods.push_back(figures.last_year());
    periods.push_back(figures.now());
    periods.insert(periods.end(), figures.years.begin(), figures.years.end());
    return over_periods(figures, "The same quarter of earlier years, and whole years", "Period", periods,
                        {"opened", "closed", "legal-interventions", "satisfaction-handling"});
}

ReportChart PaperTables::satisfaction() const {
    auto const& quarters = figures.quarters;
    auto const finding =
        "Satisfied with how we dealt with it: " + against_words(figures, "satisfaction-handling") + ".";
    return {
        .id = "chart-satisfaction",
        .title = "Satisfaction by quarter",
        .finding = finding,
        .svg = doorstep::figures::line_chart(
            {.frame = {.id = "chart-satisfaction",
                       .title = "Satisfaction by quarter",
                       .description = finding,
                       .width = chart_width,
                       .format = doorstep::figures::ValueFormat::percent},
             .labels = words_of_periods(quarters),
             .series = {series_over(figures, "satisfaction-handling", "How we dealt with it", quarters),
                        series_over(figures, "satisfaction-outcome", "The outcome", quarters)},
             .value_title = "Satisfied, of those who answered"}),
        .table = over_periods(figures, "Satisfied, of those who answered, by quarter", "Quarter", quarters,
                              {"satisfaction-handling", "satisfaction-outcome", "survey-response"})};
}

ReportChart PaperTables::interventions() const {
    auto const& quarters = figures.quarters;
    auto const finding = "Legal steps: " + against_words(figures, "legal-interventions") +
                         ". Other steps: " + against_words(figures, "other-interventions") + ".";
    return {.id = "chart-interventions",
            .title = "Legal and other steps by quarter",
            .finding = finding,
            .svg = doorstep::figures::bar_chart(
                {.frame = {.id = "chart-interventions",
                           .title = "Legal and other steps by quarter",
                           .description = finding,
                           .width = chart_width},
                 .labels = words_of_periods(quarters),
                 .series = {series_over(figures, "legal-interventions", "Legal steps", quarters),
                            series_over(figures, "other-interventions", "Other steps", quarters)}}),
            .table = over_periods(figures, "Steps taken, by quarter", "Quarter", quarters,
                                  {"legal-interventions", "other-interventions"})};
}

ReportTable PaperTables::steps() const {
    std::vector<ReportingPeriod> const periods{figures.now(), figures.before(), figures.last_year()};
    ReportTable table{.caption = "Each step taken", .head = {"Step"}, .rows = {}};
    for (auto const& period : periods) table.head.push_back(period.words);
    for (auto const* id : {"legal-interventions", "other-interventions"})
        for (auto const& code : codes_over(figures, id, periods)) {
            std::vector<std::string> row{usecases::figures::part_label(settings, measure_of(id), code) +
                                         (id == std::string_view("legal-interventions") ? " (legal)" : "")};
            for (auto const& period : periods) row.push_back(part_cell(figures, id, period, code));
            table.rows.push_back(std::move(row));
        }
    if (table.rows.empty()) table.rows.push_back({"None", "0", "0", "0"});
    return table;
}

ReportTable PaperTables::case_types_table() const {
    std::vector<ReportingPeriod> const periods{figures.now(), figures.before(), figures.last_year()};
    ReportTable table{.caption = "Cases opened, by case type", .head = {"Case type"}, .rows = {}};
    for (auto const& period : periods) table.head.push_back(period.words);
    auto const& measure = measure_of("case-types");
    for (auto const& code : codes_over(figures, "case-types", periods)) {
        std::vector<std::string> row{usecases::figures::part_label(settings, measure, code)};
        for (auto const& period : periods) row.push_back(part_cell(figures, "case-types", period, code));
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) table.rows.push_back({"No case was opened", "0", "0", "0"});
    return table;
}

std::optional<ReportChart> PaperTables::case_types() const {
    auto const figure = figures.of("case-types", figures.now());
    if (!figure.is_collected || figure.parts.empty()) return std::nullopt;
    auto const& measure = measure_of("case-types");
    doorstep::figures::PieChart pie{.frame = {.id = "chart-case-types",
                                              .title = "Case types in " + figures.now().words,
                                              .description = "",
                                              .width = chart_width},
                                    .labels = {},
                                    .values = {}};
    std::int64_t rest = 0;
    bool const too_many = figure.parts.size() > pie_slices + 1;
    for (auto const& part : figure.parts) {
        if (too_many && pie.labels.size() == pie_slices) {
            rest += part.count;
            continue;
        }
        pie.labels.push_back(usecases::figures::part_label(settings, measure, part.code));
        pie.values.push_back(static_cast<double>(part.count));
    }
    if (rest > 0) {
        pie.labels.emplace_back("Everything else");
        pie.values.push_back(static_cast<double>(rest));
    }
    pie.frame.description = "Most were " + pie.labels.front() + ": " +
                            text::thousands(figure.parts.front().count) + " of " +
                            text::thousands(figure.counted) + ".";
    auto const before = figures.of("case-types", figures.last_year());
    if (!before.is_collected)
        pie.frame.description += " Case types were not collected in " + figures.last_year().words +
                                 ", so there is nothing to compare with.";
    return ReportChart{.id = pie.frame.id,
                       .title = pie.frame.title,
                       .finding = pie.frame.description,
                       .svg = doorstep::figures::pie_chart(pie),
                       .table = case_types_table()};
}

ReportChart PaperTables::contacts_by_month() const {
    auto const finding = "Contacts in each month of " + figures.now().words + ", and what came of them.";
    ReportTable table{.caption = "Contacts by month", .head = {"Month", "Contacts"}, .rows = {}};
    auto const& measure = measure_of("contacts");
    for (auto const& [code, words] : measure.parts) table.head.push_back(words);
    for (auto const& month : figures.months) {
        std::vector<std::string> row{month.words, paper_cell(figures, "contacts", month)};
        for (auto const& [code, words] : measure.parts)
            row.push_back(part_cell(figures, "contacts", month, code));
        table.rows.push_back(std::move(row));
    }
    return {.id = "chart-contacts-month",
            .title = "Contacts by month",
            .finding = finding,
            .svg = doorstep::figures::bar_chart(
                {.frame = {.id = "chart-contacts-month",
                           .title = "Contacts by month",
                           .description = finding,
                           .width = chart_width},
                 .labels = words_of_periods(figures.months),
                 .series = {series_over(figures, "contacts", "Contacts", figures.months)}}),
            .table = std::move(table)};
}

ReportChart PaperTables::contacts_by_quarter() const {
    auto const finding = "Contacts: " + against_words(figures, "contacts") + ".";
    return {.id = "chart-contacts-quarter",
            .title = "Contacts by quarter",
            .finding = finding,
            .svg = doorstep::figures::line_chart(
                {.frame = {.id = "chart-contacts-quarter",
                           .title = "Contacts by quarter",
                           .description = finding,
                           .width = chart_width},
                 .labels = words_of_periods(figures.quarters),
                 .series = {series_over(figures, "contacts", "Contacts", figures.quarters)},
                 .value_title = "Contacts"}),
            .table = over_periods(figures, "Contacts by quarter", "Quarter", figures.quarters, {"contacts"})};
}

ReportTable PaperTables::partners() const {
    ReportTable table{.caption = "What partners told us of " + figures.now().words,
                      .head = {"Partner", "Patrols", "Referrals", "Summary"},
                      .rows = {},
                      .has_numbers = false};
    auto const number = [](std::optional<std::int64_t> value) {
        return value ? text::thousands(*value) : std::string("Not given");
    };
    for (auto const& one : figures.partners)
        table.rows.push_back({one.partner, number(one.patrols), number(one.referrals), one.words});
    if (table.rows.empty())
        table.rows.push_back({"No partner has told us about this quarter", "Not given", "Not given", ""});
    return table;
}

ReportTable PaperTables::comments() const {
    ReportTable table{.caption = "Comments of " + figures.now().words + ", by what they are about",
                      .head = {"Kind and subject", "Comments"},
                      .rows = {}};
    auto const& list = settings.list("comment-categories");
    for (auto const& kind : all_of<domain::surveys::CommentKind>()) {
        std::int64_t total = 0;
        std::vector<std::vector<std::string>> rows;
        for (auto const& one : figures.comments) {
            if (one.kind != kind.value) continue;
            total += one.count;
            if (one.category.empty()) continue;
            rows.push_back({std::string(kind.words) + ": " + std::string(list.label(one.category)),
                            text::thousands(one.count)});
        }
        if (total == 0 && kind.value != domain::surveys::CommentKind::compliment &&
            kind.value != domain::surveys::CommentKind::observation)
            continue;
        table.rows.push_back({std::string(kind.words) + "s, all", text::thousands(total)});
        if (kind.value == domain::surveys::CommentKind::not_sorted)
            table.rows.back().front() = std::string(kind.words);
        table.rows.insert(table.rows.end(), rows.begin(), rows.end());
    }
    return table;
}

}  // namespace doorstep::usecases::papers
