#include "pages/figures/measure_charts.h"

#include <algorithm>

#include "base/text.h"
#include "figures/chart.h"
#include "figures/figure_words.h"
#include "govuk/chart_with_table.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/figures/figures_parts.h"

namespace doorstep::pages::figures {
namespace {

using domain::figures::Way;
using doorstep::figures::ChartSeries;
using doorstep::figures::ChartValue;
using doorstep::figures::ValueFormat;
using usecases::figures::MeasureView;
using usecases::figures::PeriodFigure;

constexpr auto staff_readers = doorstep::figures::Readers::staff;
/// A pie is read up to here; what is smaller goes together.
constexpr std::size_t slices = 5;
/// More bars than these are better read in the table.
constexpr std::size_t most_bars = 12;

ValueFormat format_of(Measure const& measure) {
    switch (measure.way) {
        case Way::share:
        case Way::said:
            return ValueFormat::percent;
        case Way::days:
        case Way::rate:
            return ValueFormat::decimal;
        case Way::count:
        case Way::open:
            return ValueFormat::count;
    }
    return ValueFormat::count;
}

std::string words_of_figure(MeasureView const& view, Figure const& figure) {
    return doorstep::figures::cell_words(*view.measure, figure, staff_readers, view.asked.smallest);
}

ChartValue chart_value(Measure const& measure, Figure const& figure, int smallest) {
    auto const words = doorstep::figures::figure_words(measure, figure, staff_readers, smallest);
    return {doorstep::figures::plain_number(measure, figure, staff_readers, smallest),
            text::lower_ascii(words.figure)};
}

std::string label_of(PeriodFigure const& one) { return one.period.words + (one.is_over ? "" : " so far"); }

/// What the numbers of a line are.
std::string value_title(Measure const& measure) {
    switch (measure.way) {
        case Way::share:
        case Way::said:
            return "Of " + measure.base_words;
        case Way::days:
            return "Days, mean";
        case Way::rate:
            return "For each 1,000 homes";
        case Way::count:
        case Way::open:
            break;
    }
    return measure.title;
}

bool stands_beside(MeasureView const& view) {
    return view.beside != nullptr && format_of(*view.beside) == format_of(*view.measure) &&
           view.measure->way != Way::count;
}

std::string short_name(Measure const& measure, bool beside) {
    if (!beside) return measure.title;
    return measure.is_survey() ? "People said" : "We recorded";
}

/// Months in a row that the same rule names.
struct FlaggedMonths {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string words;
};

std::vector<FlaggedMonths> flagged_months(MeasureView const& view) {
    std::vector<FlaggedMonths> runs;
    for (auto const& flag : view.ordinary->xmr.flags) {
        auto const words = doorstep::figures::xmr_flag_words(flag.flag);
        if (!runs.empty() && runs.back().last + 1 == flag.index && runs.back().words == words)
            runs.back().last = flag.index;
        else
            runs.push_back({flag.index, flag.index, words});
    }
    return runs;
}

/// Every month that is flagged is marked; the first of a run says why, where its letter has room.
std::vector<doorstep::figures::ChartMark> marks_of(MeasureView const& view) {
    constexpr std::size_t room = 2;
    std::vector<doorstep::figures::ChartMark> marks;
    std::optional<std::size_t> last_worded;
    for (auto const& run : flagged_months(view))
        for (auto place = run.first; place <= run.last; ++place) {
            bool const speaks = place == run.first && (!last_worded || *last_worded + room <= place);
            if (speaks) last_worded = place;
            marks.push_back({place, speaks ? run.words : ""});
        }
    return marks;
}

/// Which months chance does not explain.
std::string months_words(MeasureView const& view) {
    if (view.measure->way == Way::rate) return "It is counted from 1 April, so it begins again each year.";
    if (!view.ordinary) return "There are too few months to say what is ordinary.";
    std::vector<std::string> out;
    for (auto const& run : flagged_months(view)) {
        auto words = view.months[run.first].period.words;
        if (run.last != run.first) words += " to " + view.months[run.last].period.words;
        out.push_back(words + " (" + run.words + ")");
    }
    if (out.empty()) return "No month was out of the ordinary: the differences are no more than chance.";
    return "Out of the ordinary, so worth asking why: " + text::join(out, ", ") + ".";
}

}  // namespace

std::string finding_words(MeasureView const& view) {
    auto words = view.asked.period.words + (view.asked.is_over ? "" : ", so far") + ": " +
                 words_of_figure(view, view.now);
    if (view.before)
        words += ", against " + words_of_figure(view, *view.before) + " in " + view.asked.before->words;
    words += (view.before ? " and " : ", against ") + words_of_figure(view, view.last_year) + " in " +
             view.asked.last_year.words + ".";
    return words;
}

Html course_chart(MeasureView const& view) {
    bool const beside = stands_beside(view);
    doorstep::figures::LineChart chart{.frame = {.id = "chart-course",
                                                 .title = view.measure->title + " over time",
                                                 .description = finding_words(view),
                                                 .format = format_of(*view.measure)},
                                       .labels = {},
                                       .series = {},
                                       .value_title = value_title(*view.measure)};
    ChartSeries own{short_name(*view.measure, beside), {}};
    ChartSeries other{beside ? short_name(*view.beside, true) : "", {}};
    govuk::Table table{.rows = {},
                       .head = {{.text = "Period"}, {.text = own.name, .format = "numeric"}},
                       .first_cell_is_header = true};
    if (beside) table.head.push_back({.text = other.name, .format = "numeric"});
    for (std::size_t n = 0; n < view.course.size(); ++n) {
        auto const& one = view.course[n];
        chart.labels.push_back(label_of(one));
        own.values.push_back(chart_value(*view.measure, one.figure, view.asked.smallest));
        std::vector<govuk::TableCell> row{
            {.text = label_of(one)},
            {.html = figure_link(*view.measure, view.asked, one.period, one.figure), .format = "numeric"}};
        if (beside) {
            auto const& said = view.beside_course[n];
            other.values.push_back(chart_value(*view.beside, said.figure, view.asked.smallest));
            row.push_back({.html = figure_link(*view.beside, view.asked, said.period, said.figure),
                           .format = "numeric"});
        }
        table.rows.push_back(std::move(row));
    }
    chart.series.push_back(std::move(own));
    if (beside) chart.series.push_back(std::move(other));
    return govuk::chart_with_table({.title = "Over time",
                                    .finding = chart.frame.description,
                                    .chart_svg = doorstep::figures::line_chart(chart),
                                    .table = std::move(table),
                                    .how_counted = how_counted(view)});
}

Html earlier_years(MeasureView const& view) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Period"}, {.text = view.measure->title, .format = "numeric"}},
                       .caption = "The same days of earlier years",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& one : view.earlier_years)
        table.rows.push_back(
            {{.text = label_of(one)},
             {.html = figure_link(*view.measure, view.asked, one.period, one.figure), .format = "numeric"}});
    return govuk::table_wrap({.table = table, .label = ""});
}

Html months_chart(MeasureView const& view) {
    if (view.months.size() < 2) return {};
    auto const& measure = *view.measure;
    doorstep::figures::ChartFrame const frame{.id = "chart-months",
                                              .title = measure.title + " month by month",
                                              .description = months_words(view),
                                              .format = format_of(measure)};
    std::vector<std::string> labels;
    ChartSeries series{measure.title, {}};
    govuk::Table table{.rows = {},
                       .head = {{.text = "Month"}, {.text = measure.title, .format = "numeric"}},
                       .first_cell_is_header = true};
    for (auto const& one : view.months) {
        labels.push_back(label_of(one));
        series.values.push_back(chart_value(measure, one.figure, view.asked.smallest));
        table.rows.push_back(
            {{.text = label_of(one)},
             {.html = figure_link(measure, view.asked, one.period, one.figure), .format = "numeric"}});
    }
    std::string svg;
    if (view.ordinary) {
        auto const& range = view.ordinary->xmr;
        doorstep::figures::RunChart chart{.frame = frame,
                                          .labels = labels,
                                          .series = series,
                                          .value_title = value_title(measure),
                                          .centre = range.mean,
                                          .centre_name = "Mean",
                                          .lower_limit = std::max(0.0, range.lower),
                                          .upper_limit = range.upper,
                                          .marks = {}};
        if (frame.format == ValueFormat::percent) chart.upper_limit = std::min(100.0, range.upper);
        chart.marks = marks_of(view);
        svg = doorstep::figures::run_chart(chart);
    } else {
        svg = doorstep::figures::line_chart(
            {.frame = frame, .labels = labels, .series = {series}, .value_title = value_title(measure)});
    }
    return govuk::chart_with_table({.title = "Month by month",
                                    .finding = frame.description,
                                    .chart_svg = std::move(svg),
                                    .table = std::move(table)});
}

Html parts_chart(MeasureView const& view) {
    if (view.parts.empty()) return {};
    auto const& measure = *view.measure;
    govuk::Table table{
        .rows = {},
        .head = {{.text = measure.split_title}, {.text = view.asked.period.words, .format = "numeric"}},
        .first_cell_is_header = true};
    if (view.asked.before) table.head.push_back({.text = view.asked.before->words, .format = "numeric"});
    table.head.push_back({.text = view.asked.last_year.words, .format = "numeric"});
    doorstep::figures::PieChart pie{.frame = {.id = "chart-parts",
                                              .title = measure.title + ": " + measure.split_title,
                                              .description = ""},
                                    .labels = {},
                                    .values = {}};
    std::int64_t rest = 0;
    bool const too_many = view.parts.size() > slices + 1;
    for (auto const& part : view.parts) {
        std::vector<govuk::TableCell> row{
            {.text = part.label},
            {.html = part_link(measure, view.asked, view.asked.period, part.now, part.code),
             .format = "numeric"}};
        if (view.asked.before)
            row.push_back({.html = part_link(measure, view.asked, *view.asked.before, part.before, part.code),
                           .format = "numeric"});
        row.push_back(
            {.html = part_link(measure, view.asked, view.asked.last_year, part.last_year, part.code),
             .format = "numeric"});
        table.rows.push_back(std::move(row));
        if (part.now == 0) continue;
        if (too_many && pie.labels.size() == slices) {
            rest += part.now;
            continue;
        }
        pie.labels.push_back(part.label);
        pie.values.push_back(static_cast<double>(part.now));
    }
    if (rest > 0) {
        pie.labels.emplace_back("Everything else");
        pie.values.push_back(static_cast<double>(rest));
    }
    if (pie.values.empty())
        return html::h2(measure.split_title)
               << govuk::table_wrap({.table = table, .label = measure.split_title});
    pie.frame.description =
        "Most were " + pie.labels.front() + ": " + text::thousands(view.parts.front().now) + " of " +
        text::thousands(std::max(view.now.counted, view.now.base)) + " in " + view.asked.period.words + ".";
    return govuk::chart_with_table({.title = measure.split_title,
                                    .finding = pie.frame.description,
                                    .chart_svg = doorstep::figures::pie_chart(pie),
                                    .table = std::move(table)});
}

Html groups_chart(MeasureView const& view) {
    if (!view.by) return {};
    auto const title = "By " + text::lower_ascii(words_of(*view.by));
    if (view.groups.empty())
        return html::h2(title) << html::p("Nothing was counted in " + view.asked.period.words + ".");
    doorstep::figures::BarChart chart{
        .frame = {.id = "chart-groups",
                  .title = view.measure->title + " " + title,
                  .description = view.measure->title + " in " + view.asked.period.words + ", " + title + ".",
                  .format = format_of(*view.measure)},
        .labels = {},
        .series = {{view.measure->title, {}}}};
    govuk::Table table{.rows = {},
                       .head = {{.text = std::string(words_of(*view.by))},
                                {.text = view.measure->title, .format = "numeric"}},
                       .first_cell_is_header = true};
    for (auto const& group : view.groups) {
        http::Pairs more;
        more.add("by", std::string(name_of(*view.by)));
        more.add("group", group.code);
        table.rows.push_back(
            {{.text = group.label},
             {.html = figure_link(*view.measure, view.asked, view.asked.period, group.figure, more),
              .format = "numeric"}});
        chart.labels.push_back(group.label);
        chart.series.front().values.push_back(chart_value(*view.measure, group.figure, view.asked.smallest));
    }
    if (view.groups.size() > most_bars)
        return html::h2(title) << govuk::table_wrap({.table = table, .label = title});
    return govuk::chart_with_table({.title = title,
                                    .finding = "",
                                    .chart_svg = doorstep::figures::bar_chart(chart),
                                    .table = std::move(table)});
}

Html how_counted(MeasureView const& view) {
    auto const& measure = *view.measure;
    Html html = html::p(measure.definition);
    html << html::p("Counted " + measure.cohort + ".");
    if (!measure.left_out.empty()) html << html::p("Left out: " + measure.left_out);
    if (view.collected_from)
        html << html::p("Collected from " + date_words(*view.collected_from) +
                        ". Earlier periods say “Not collected”, which is not nought.");
    if (measure.way == Way::share || measure.way == Way::said || measure.way == Way::days)
        html << html::p("A share of " + doorstep::figures::fewer_than_words(view.asked.smallest) +
                        " is not shown: it would say more about single people than about the service.");
    return html;
}

}  // namespace doorstep::pages::figures
