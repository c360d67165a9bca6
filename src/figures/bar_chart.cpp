#include <algorithm>

#include "base/assert.h"
#include "figures/chart.h"
#include "figures/chart_scale.h"
#include "figures/svg.h"

namespace doorstep::figures {

namespace {

constexpr double bar_height = 22;
/// The longest bar's part of the width; the rest is for its number.
constexpr double longest_bar = 70;
/// What a telephone has room for at 16 pixels.
constexpr std::size_t label_limit = 36;

double greatest_value(std::vector<ChartSeries> const& series) {
    double greatest = 0;
    for (auto const& one : series)
        for (auto const& value : one.values) greatest = std::max(greatest, value.number.value_or(0));
    return greatest;
}

/// One bar with its number, or the words that say why there is none.
void draw_bar(Svg& svg, double y, ChartValue const& value, double greatest, std::string_view paint,
              ValueFormat format) {
    double const baseline = y + bar_height - 6;
    if (!value.number) {
        svg.text(pixels(6), baseline, value.missing_words);
        return;
    }
    double const length = greatest > 0 ? std::max(0.0, *value.number) / greatest * longest_bar : 0;
    if (length > 0) svg.rect(percent(0), y, percent(length), bar_height - 3, paint);
    // The number stands a little off the bar's end: a space wide enough at every width.
    svg.text(percent(length + 1.5), baseline, value_words(*value.number, format));
}

}  // namespace

std::string bar_chart(BarChart const& chart) {
    DOORSTEP_ASSERT(chart.series.size() <= 4, "a bar chart has at most four series");
    for (auto const& series : chart.series)
        DOORSTEP_ASSERT(series.values.size() == chart.labels.size(), "one value for each label");
    Svg svg(chart.frame);
    double y = 0;
    if (chart.series.size() > 1) {
        for (std::size_t i = 0; i < chart.series.size(); ++i)
            y += svg.key_row(y, chart.series[i].name, svg.series_paint(i));
        y += 8;
    }
    double const top = y;
    double const greatest = greatest_value(chart.series);
    for (std::size_t label = 0; label < chart.labels.size(); ++label) {
        for (auto const& line : wrapped_lines(chart.labels[label], label_limit)) {
            svg.text(pixels(6), y + Svg::text_size, line);
            y += Svg::line_height;
        }
        for (std::size_t i = 0; i < chart.series.size(); ++i) {
            draw_bar(svg, y, chart.series[i].values[label], greatest, svg.series_paint(i),
                     chart.frame.format);
            y += bar_height;
        }
        y += 10;
    }
    svg.line(percent(0), top, percent(0), y, {.colour = Svg::axis_colour, .width = 3});
    return svg.finish(y + 4);
}

}  // namespace doorstep::figures
