#include <algorithm>

#include "base/assert.h"
#include "figures/chart.h"
#include "figures/chart_scale.h"
#include "figures/plot.h"
#include "figures/svg.h"

namespace doorstep::figures {

std::string funnel_chart(FunnelChart const& chart) {
    double greatest_size = 0;
    double greatest_value = chart.centre;
    for (auto const& point : chart.points) {
        greatest_size = std::max(greatest_size, point.size);
        greatest_value = std::max(greatest_value, point.value);
    }
    // Limits of very small units are far out; the chart is about the points.
    greatest_value *= 1.1;
    auto const sizes = axis_ticks(greatest_size);
    auto const x = [&](double size) {
        return percent(Plot::left + (Plot::right - Plot::left) * size / sizes.back());
    };

    Svg svg(chart.frame);
    svg.text(pixels(0), Svg::text_size, chart.value_title, {.is_bold = true});
    double y = Svg::line_height + 4;
    y += svg.marker_key_row(y, "Within the limits", Marker::circle,
                            {.colour = Svg::series_colour(0), .width = 0});
    y += svg.marker_key_row(y, "Outside the limits", Marker::diamond,
                            {.colour = Svg::mark_colour, .width = 0});
    Svg::Stroke const centre{.colour = Svg::axis_colour, .width = 2};
    y +=
        svg.line_key_row(y, chart.centre_name + ": " + value_words(chart.centre, chart.frame.format), centre);
    auto const limit_stroke = [](std::size_t i) {
        return Svg::Stroke{.colour = Svg::axis_colour, .width = 2, .dashes = i == 0 ? "6 4" : "2 4"};
    };
    for (std::size_t i = 0; i < chart.limits.size(); ++i) {
        if (i > 0 && chart.limits[i].name == chart.limits[i - 1].name) continue;
        y += svg.line_key_row(y, chart.limits[i].name, limit_stroke(i / 2));
    }

    Plot plot(svg, y, greatest_value, chart.frame.format);
    plot.draw_grid();
    plot.draw_level(chart.centre, centre);
    for (std::size_t i = 0; i < chart.limits.size(); ++i) {
        auto const& points = chart.limits[i].points;
        for (std::size_t j = 1; j < points.size(); ++j) {
            bool const is_inside = std::max(points[j - 1].value, points[j].value) <= greatest_value &&
                                   std::max(points[j - 1].size, points[j].size) <= sizes.back();
            if (is_inside)
                svg.line(x(points[j - 1].size), plot.y(points[j - 1].value), x(points[j].size),
                         plot.y(points[j].value), limit_stroke(i / 2));
        }
    }
    plot.draw_numbers();
    for (auto const& point : chart.points) {
        auto const at = x(point.size);
        double const height = plot.y(point.value);
        svg.marker(at, height, point.is_outside ? Marker::diamond : Marker::circle,
                   point.is_outside ? Svg::mark_colour : Svg::series_colour(0));
        if (point.is_outside)
            svg.text(
                at, height - 14, point.name,
                {.anchor = at.value > 50 ? Anchor::end : Anchor::start, .is_bold = true, .has_halo = true});
    }
    double const labels_at = plot.bottom() + Svg::text_size + 6;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        svg.text(x(sizes[i]), labels_at, value_words(sizes[i], ValueFormat::count),
                 {.anchor = Anchor::middle, .is_wide_only = i % 2 != 0 && sizes.back() >= 10000});
    svg.text(percent((Plot::left + Plot::right) / 2), labels_at + Svg::line_height + 4, chart.size_title,
             {.anchor = Anchor::middle, .is_bold = true});
    return svg.finish(labels_at + 2 * Svg::line_height);
}

}  // namespace doorstep::figures
