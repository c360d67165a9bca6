#include "figures/chart.h"
#include "govuk/chart_with_table.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

namespace {

/// The figures of a chart as its table; what has no number says why.
govuk::Table table_of(std::string_view first_heading, std::vector<std::string> const& labels,
                      std::vector<figures::ChartSeries> const& series, figures::ValueFormat format) {
    govuk::Table table{.head = {{.text = std::string(first_heading)}}, .first_cell_is_header = true};
    for (auto const& one : series) table.head.push_back({.text = one.name, .format = "numeric"});
    for (std::size_t i = 0; i < labels.size(); ++i) {
        std::vector<govuk::TableCell> row{{.text = labels[i]}};
        for (auto const& one : series) {
            auto const& value = one.values[i];
            row.push_back(
                {.text = value.number ? figures::value_words(*value.number, format) : value.missing_words,
                 .format = "numeric"});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Html by_area() {
    figures::BarChart const chart{
        .frame = {.id = "chart-area",
                  .title = "Cases opened by area",
                  .description = "Stantonbury, Bradville and New Bradwell had the most cases, 37."},
        .labels = {"Stantonbury, Bradville and New Bradwell neighbourhood area", "Campbell Park", "Wolverton",
                   "Bletchley East", "Lakes Estate"},
        .series = {{"Cases", {{37}, {31}, {12}, {0}, {std::nullopt, "fewer than 5"}}}}};
    return govuk::chart_with_table({
        .title = "Bar chart",
        .heading_level = 3,
        .finding = chart.frame.description,
        .chart_svg = figures::bar_chart(chart),
        .table = table_of("Area", chart.labels, chart.series, chart.frame.format),
        .how_counted = html::p("Cases opened in the quarter, by the address where it happened."),
    });
}

Html by_kind() {
    figures::BarChart const chart{
        .frame = {.id = "chart-kind",
                  .title = "Cases by kind, this quarter and the same quarter last year",
                  .description = "Noise was the most common kind in both quarters."},
        .labels = {"Noise", "Verbal abuse, harassment, intimidation or threats", "Rubbish", "Cuckooing"},
        .series = {{"Q1 2023/24", {{52}, {41}, {18}, {4}}},
                   {"Q1 2022/23", {{47}, {44}, {21}, {std::nullopt}}}}};
    return govuk::chart_with_table(
        {.title = "Grouped bar chart",
         .heading_level = 3,
         .finding = chart.frame.description,
         .chart_svg = figures::bar_chart(chart),
         .table = table_of("Kind", chart.labels, chart.series, chart.frame.format)});
}

Html over_time() {
    figures::LineChart const chart{
        .frame = {.id = "chart-time",
                  .title = "Satisfaction by quarter",
                  .description = "Satisfaction with the outcome was 52% in the latest quarter.",
                  .format = figures::ValueFormat::percent},
        .labels = {"Q1 2022/23", "Q2 2022/23", "Q3 2022/23", "Q4 2022/23", "Q1 2023/24", "Q2 2023/24",
                   "Q3 2023/24", "Q4 2023/24"},
        .series = {{"Outcome", {{61}, {58}, {std::nullopt}, {55}, {49}, {54}, {50}, {52}}},
                   {"Handling of the case", {{70}, {66}, {std::nullopt}, {63}, {64}, {68}, {71}, {69}}},
                   {"Kept informed", {{40}, {44}, {std::nullopt}, {47}, {51}, {60}, {58}, {62}}}},
        .value_title = "Answers of satisfied or very satisfied"};
    return govuk::chart_with_table(
        {.title = "Line chart",
         .heading_level = 3,
         .finding = chart.frame.description,
         .chart_svg = figures::line_chart(chart),
         .table = table_of("Quarter", chart.labels, chart.series, chart.frame.format)});
}

Html in_control() {
    std::vector<std::string> const months{"Apr 2022", "May 2022", "Jun 2022", "Jul 2022", "Aug 2022",
                                          "Sep 2022", "Oct 2022", "Nov 2022", "Dec 2022", "Jan 2023",
                                          "Feb 2023", "Mar 2023", "Apr 2023", "May 2023", "Jun 2023"};
    figures::RunChart const chart{
        .frame = {.id = "chart-run",
                  .title = "Reports each month",
                  .description = "Reports in May 2023 were above the usual range."},
        .labels = months,
        .series =
            {"Reports",
             {{52}, {47}, {55}, {49}, {51}, {46}, {53}, {50}, {48}, {54}, {51}, {49}, {55}, {64}, {57}}},
        .value_title = "Reports",
        .centre = 50.4,
        .centre_name = "Mean",
        .lower_limit = 38.6,
        .upper_limit = 62.3,
        .marks = {{.index = 13, .words = "beyond limit"}}};
    return govuk::chart_with_table(
        {.title = "Run chart",
         .heading_level = 3,
         .finding = chart.frame.description,
         .chart_svg = figures::run_chart(chart),
         .table = table_of("Month", chart.labels, {chart.series}, chart.frame.format)});
}

Html shares() {
    figures::PieChart const chart{
        .frame = {.id = "chart-pie", .title = "Cases by kind", .description = "Noise was 45% of cases."},
        .labels = {"Noise", "Verbal abuse, harassment, intimidation or threats", "Rubbish",
                   "Everything else"},
        .values = {52, 41, 18, 4}};
    std::vector<govuk::TableCell> const head{{.text = "Kind"}, {.text = "Cases", .format = "numeric"}};
    govuk::Table table{.head = head, .first_cell_is_header = true};
    for (std::size_t i = 0; i < chart.labels.size(); ++i)
        table.rows.push_back(
            {{.text = chart.labels[i]},
             {.text = figures::value_words(chart.values[i], chart.frame.format), .format = "numeric"}});
    return govuk::chart_with_table({.title = "Pie chart",
                                    .heading_level = 3,
                                    .finding = chart.frame.description,
                                    .chart_svg = figures::pie_chart(chart),
                                    .table = std::move(table)});
}

Html funnel() {
    // 95% and 99.8% limits around 1 for counts that are expected to be 10 to 220.
    std::vector<figures::FunnelLimit> const limits{
        {"95% limits", {{10, 1.62}, {25, 1.39}, {50, 1.28}, {100, 1.20}, {220, 1.13}}},
        {"95% limits", {{10, 0.38}, {25, 0.61}, {50, 0.72}, {100, 0.80}, {220, 0.87}}},
        {"99.8% limits", {{10, 2.07}, {25, 1.65}, {50, 1.46}, {100, 1.32}, {220, 1.21}}},
        {"99.8% limits", {{10, 0.12}, {25, 0.42}, {50, 0.58}, {100, 0.70}, {220, 0.80}}}};
    std::vector<figures::FunnelPoint> const points{
        {.name = "Wolverton", .size = 108, .value = 0.93},
        {.name = "Campbell Park", .size = 112, .value = 1.34, .is_outside = true},
        {.name = "Bletchley East", .size = 165, .value = 1.09},
        {.name = "Lakes Estate", .size = 95, .value = 0.84},
        {.name = "Stantonbury", .size = 220, .value = 1.02}};
    govuk::Table table{.head = {{.text = "Area"},
                                {.text = "Cases expected", .format = "numeric"},
                                {.text = "Cases for each expected", .format = "numeric"}},
                       .first_cell_is_header = true};
    for (auto const& point : points)
        table.rows.push_back(
            {{.text = point.name},
             {.text = figures::value_words(point.size, figures::ValueFormat::count), .format = "numeric"},
             {.text = figures::value_words(point.value, figures::ValueFormat::decimal),
              .format = "numeric"}});
    return govuk::chart_with_table({
        .title = "Funnel",
        .heading_level = 3,
        .finding = "Campbell Park is outside the 99.8% limits: worth asking why; case mix, reporting and "
                   "recording are "
                   "not adjusted for.",
        .chart_svg =
            figures::funnel_chart({.frame = {.id = "chart-funnel",
                                             .title = "Cases for each case expected, by area",
                                             .description = "Campbell Park is outside the 99.8% limits.",
                                             .format = figures::ValueFormat::decimal},
                                   .points = points,
                                   .limits = limits,
                                   .centre = 1,
                                   .centre_name = "As expected",
                                   .size_title = "Cases expected",
                                   .value_title = "Cases for each case expected"}),
        .table = std::move(table),
    });
}

}  // namespace

Html charts_section() {
    Html out = html::h2("Charts (staff)");
    out << by_area() << by_kind() << over_time() << in_control() << shares() << funnel();
    return out;
}

}  // namespace doorstep::pages::developer
