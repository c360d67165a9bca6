#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <numeric>

#include "base/assert.h"
#include "figures/chart.h"
#include "figures/svg.h"

namespace doorstep::figures {

namespace {

constexpr double radius = 120;

/// A slice from one part of the circle to another, 0 to 1 clockwise from the top.
std::string slice(double from, double to) {
    if (to - from > 0.9999) return fmt::format("M0-{0:.2f}a{0:.2f} {0:.2f} 0 1 1-.01 0z", radius);
    auto const x = [](double part) { return radius * std::sin(2 * std::numbers::pi * part); };
    auto const y = [](double part) { return -radius * std::cos(2 * std::numbers::pi * part); };
    int const is_large = to - from > 0.5 ? 1 : 0;
    return fmt::format("M0 0L{:.2f} {:.2f}A{:.2f} {:.2f} 0 {} 1 {:.2f} {:.2f}z", x(from), y(from), radius,
                       radius, is_large, x(to), y(to));
}

}  // namespace

std::string pie_chart(PieChart const& chart) {
    DOORSTEP_ASSERT(chart.labels.size() == chart.values.size(), "one value for each label");
    DOORSTEP_ASSERT(chart.labels.size() <= Svg::paints, "a pie chart has at most six parts");
    double const whole = std::accumulate(chart.values.begin(), chart.values.end(), 0.0);
    Svg svg(chart.frame);
    double from = 0;
    for (std::size_t i = 0; i < chart.values.size(); ++i) {
        DOORSTEP_ASSERT(chart.values[i] >= 0, "a part of a whole is not negative");
        double const share = whole > 0 ? chart.values[i] / whole : 0;
        if (share > 0) svg.path(radius + 2, radius + 2, slice(from, from + share), svg.series_paint(i));
        from += share;
    }
    double y = 2 * radius + 20;
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        double const share = whole > 0 ? chart.values[i] / whole * 100 : 0;
        y += svg.key_row(
            y,
            fmt::format("{}: {} ({})", chart.labels[i], value_words(chart.values[i], chart.frame.format),
                        value_words(std::round(share), ValueFormat::percent)),
            svg.series_paint(i));
    }
    return svg.finish(y + 4);
}

}  // namespace doorstep::figures
