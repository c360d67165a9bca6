#pragma once

#include <string>
#include <vector>

#include "figures/svg.h"

namespace doorstep::figures {

/// The field of a line, run or funnel chart: numbers upwards from zero, times or sizes across.
class Plot {
  public:
    /// `top`: where the field starts, in pixels; `greatest`: the greatest number shown.
    Plot(Svg& svg, double top, double greatest, ValueFormat format);

    double y(double value) const;
    double bottom() const;
    /// The lines across; their numbers come last, to stand on top of everything.
    void draw_grid();
    void draw_numbers();
    /// A line across at a value, clear of the numbers.
    void draw_level(double value, Svg::Stroke stroke);

    /// Where the nth of `count` labels stands.
    static Across x(std::size_t index, std::size_t count);
    /// Labels below the field; returns where they end.
    double draw_labels(std::vector<std::string> const& labels);
    /// A grey band where nothing was collected.
    void draw_gap(std::size_t index, std::size_t count);
    /// The lines and markers of one series; a missing value breaks the line.
    void draw_series(ChartSeries const& series, Marker marker, Svg::Stroke stroke);

    /// Per cent across, of the first and the last label.
    static constexpr double left = 12;
    static constexpr double right = 90;

  private:
    void draw_across(double from, double value, Svg::Stroke stroke);

    Svg& svg_;
    double top_;
    std::vector<double> ticks_;
    ValueFormat format_;
};

}  // namespace doorstep::figures
