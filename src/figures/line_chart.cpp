#include <algorithm>
#include <set>

#include "base/assert.h"
#include "figures/chart.h"
#include "figures/plot.h"
#include "figures/svg.h"

namespace doorstep::figures {

namespace {

double greatest_of(ChartSeries const& series) {
    double greatest = 0;
    for (auto const& value : series.values) greatest = std::max(greatest, value.number.value_or(0));
    return greatest;
}

/// Labels for which no series has a number, and the words that say why.
std::vector<std::size_t> gaps(std::vector<ChartSeries> const& series, std::size_t count,
                              std::set<std::string>& words) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < count; ++i) {
        bool const is_gap = std::none_of(series.begin(), series.end(),
                                         [&](auto const& one) { return one.values[i].number.has_value(); });
        if (!is_gap) continue;
        found.push_back(i);
        for (auto const& one : series) words.insert(one.values[i].missing_words);
    }
    return found;
}

std::string with_capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

/// The key rows for what is missing; returns the height used.
double gap_key(Svg& svg, double y, std::set<std::string> const& words) {
    double height = 0;
    for (auto const& one : words) height += svg.key_row(y + height, with_capital(one), Svg::gap_colour);
    return height;
}

double title_row(Svg& svg, double y, std::string const& title) {
    if (title.empty()) return 0;
    svg.text(pixels(0), y + Svg::text_size, title, {.is_bold = true});
    return Svg::line_height + 4;
}

/// "Limits: 38.6 to 62.3", or the one there is.
std::string limit_words(RunChart const& chart) {
    auto const words = [&](double value) { return value_words(value, chart.frame.format); };
    if (chart.lower_limit && chart.upper_limit)
        return "Limits: " + words(*chart.lower_limit) + " to " + words(*chart.upper_limit);
    if (chart.lower_limit) return "Lower limit: " + words(*chart.lower_limit);
    if (chart.upper_limit) return "Upper limit: " + words(*chart.upper_limit);
    return {};
}

/// What the marks say, each once, in their order: the first is A.
std::vector<std::string> reasons_of(std::vector<ChartMark> const& marks) {
    std::vector<std::string> reasons;
    for (auto const& mark : marks)
        if (!mark.words.empty() && std::find(reasons.begin(), reasons.end(), mark.words) == reasons.end())
            reasons.push_back(mark.words);
    return reasons;
}

std::string letter_of(std::vector<std::string> const& reasons, std::string const& words) {
    auto const place = std::find(reasons.begin(), reasons.end(), words) - reasons.begin();
    return std::string(1, static_cast<char>('A' + place));
}

/// Below a point whose neighbours are higher, above any other: off the lines that lead to it.
double letter_baseline(RunChart const& chart, Plot const& plot, std::size_t index) {
    auto const& values = chart.series.values;
    auto const here = *values[index].number;
    auto const is_higher = [&](std::size_t other) {
        return other < values.size() && values[other].number.value_or(here) > here;
    };
    bool const is_valley = is_higher(index + 1) && (index == 0 || is_higher(index - 1));
    auto const at = plot.y(here);
    return is_valley && at + 26 < plot.bottom() ? at + 26 : at - 14;
}

}  // namespace

std::string line_chart(LineChart const& chart) {
    DOORSTEP_ASSERT(chart.series.size() <= 4, "a line chart has at most four series");
    double greatest = 0;
    for (auto const& series : chart.series) {
        DOORSTEP_ASSERT(series.values.size() == chart.labels.size(), "one value for each label");
        greatest = std::max(greatest, greatest_of(series));
    }
    auto const stroke = [](std::size_t i) {
        return Svg::Stroke{.colour = Svg::series_colour(i), .width = 3, .dashes = Svg::series_dashes(i)};
    };
    std::set<std::string> gap_words;
    auto const gap_places = gaps(chart.series, chart.labels.size(), gap_words);

    Svg svg(chart.frame);
    double y = title_row(svg, 0, chart.value_title);
    if (chart.series.size() > 1)
        for (std::size_t i = 0; i < chart.series.size(); ++i)
            y += svg.marker_key_row(y, chart.series[i].name, Svg::series_marker(i), stroke(i));
    y += gap_key(svg, y, gap_words);

    Plot plot(svg, y, greatest, chart.frame.format);
    for (auto const place : gap_places) plot.draw_gap(place, chart.labels.size());
    plot.draw_grid();
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        plot.draw_series(chart.series[i], Svg::series_marker(i), stroke(i));
    plot.draw_numbers();
    return svg.finish(plot.draw_labels(chart.labels));
}

std::string run_chart(RunChart const& chart) {
    DOORSTEP_ASSERT(chart.series.values.size() == chart.labels.size(), "one value for each label");
    auto const count = chart.labels.size();
    double const greatest =
        std::max({greatest_of(chart.series), chart.centre, chart.upper_limit.value_or(0)});
    std::set<std::string> gap_words;
    auto const gap_places = gaps({chart.series}, count, gap_words);

    Svg::Stroke const centre{.colour = Svg::axis_colour, .width = 2};
    Svg::Stroke const limit{.colour = Svg::axis_colour, .width = 2, .dashes = "6 4"};

    Svg svg(chart.frame);
    double y = title_row(svg, 0, chart.value_title);
    y +=
        svg.line_key_row(y, chart.centre_name + ": " + value_words(chart.centre, chart.frame.format), centre);
    if (auto const words = limit_words(chart); !words.empty()) y += svg.line_key_row(y, words, limit);
    if (!chart.marks.empty())
        y += svg.marker_key_row(y, "Out of the ordinary", Marker::diamond,
                                {.colour = Svg::mark_colour, .width = 0});
    auto const reasons = reasons_of(chart.marks);
    for (auto const& words : reasons) y += svg.key_words(y, letter_of(reasons, words) + ": " + words);
    y += gap_key(svg, y, gap_words);

    Plot plot(svg, y, greatest, chart.frame.format);
    for (auto const place : gap_places) plot.draw_gap(place, count);
    plot.draw_grid();
    plot.draw_level(chart.centre, centre);
    if (chart.lower_limit) plot.draw_level(*chart.lower_limit, limit);
    if (chart.upper_limit) plot.draw_level(*chart.upper_limit, limit);
    plot.draw_series(chart.series, Marker::circle, {.colour = Svg::series_colour(0), .width = 3});
    plot.draw_numbers();
    for (auto const& mark : chart.marks) {
        DOORSTEP_ASSERT(mark.index < count && chart.series.values[mark.index].number, "a mark is on a point");
        auto const x = Plot::x(mark.index, count);
        double const at = plot.y(*chart.series.values[mark.index].number);
        svg.marker(x, at, Marker::diamond, Svg::mark_colour);
        if (mark.words.empty()) continue;
        svg.text(x, letter_baseline(chart, plot, mark.index), letter_of(reasons, mark.words),
                 {.anchor = Anchor::middle, .is_bold = true, .has_halo = true});
    }
    return svg.finish(plot.draw_labels(chart.labels));
}

}  // namespace doorstep::figures
