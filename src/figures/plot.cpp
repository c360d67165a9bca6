#include "figures/plot.h"

#include <algorithm>

#include "base/text.h"
#include "figures/chart_scale.h"

namespace doorstep::figures {

namespace {

constexpr double plot_height = 260;
/// Above the top line, for its number.
constexpr double head_room = 22;
/// A longer label is written in two lines.
constexpr std::size_t label_line = 7;

}  // namespace

Plot::Plot(Svg& svg, double top, double greatest, ValueFormat format)
    : svg_(svg), top_(top + head_room), ticks_(axis_ticks(greatest)), format_(format) {}

double Plot::y(double value) const { return bottom() - value / ticks_.back() * plot_height; }

double Plot::bottom() const { return top_ + plot_height; }

void Plot::draw_grid() {
    for (double const tick : ticks_) {
        bool const is_axis = tick == 0;
        draw_across(0, tick,
                    {.colour = is_axis ? Svg::axis_colour : Svg::grid_colour, .width = is_axis ? 2.0 : 1.0});
    }
}

void Plot::draw_numbers() {
    for (double const tick : ticks_)
        svg_.text(percent(0), y(tick) - 4, value_words(tick, format_), {.has_halo = true});
}

void Plot::draw_level(double value, Svg::Stroke stroke) { draw_across(left, value, stroke); }

void Plot::draw_across(double from, double value, Svg::Stroke stroke) {
    svg_.line(percent(from), y(value), percent(100), y(value), stroke);
}

Across Plot::x(std::size_t index, std::size_t count) {
    if (count < 2) return percent((left + right) / 2);
    return percent(left + (right - left) * static_cast<double>(index) / static_cast<double>(count - 1));
}

double Plot::draw_labels(std::vector<std::string> const& labels) {
    std::size_t longest = 1;
    std::size_t most_lines = 1;
    std::vector<std::vector<std::string>> lines;
    for (auto const& label : labels) {
        // Never inside a word: "Q1 2023/24" is "Q1" above "2023/24".
        std::size_t limit = label_line;
        for (auto const word : text::split(label, ' ')) limit = std::max(limit, text::length(word));
        lines.push_back(wrapped_lines(label, limit));
        most_lines = std::max(most_lines, lines.back().size());
        for (auto const& line : lines.back()) longest = std::max(longest, text::length(line));
    }
    auto const steps = label_steps(labels.size(), longest);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i % steps.wide != 0) continue;
        double baseline = bottom() + Svg::text_size + 6;
        for (auto const& line : lines[i]) {
            svg_.text(x(i, labels.size()), baseline, line,
                      {.anchor = Anchor::middle, .is_wide_only = i % steps.narrow != 0});
            baseline += Svg::line_height - 2;
        }
    }
    return bottom() + 12 + static_cast<double>(most_lines) * (Svg::line_height - 2);
}

void Plot::draw_gap(std::size_t index, std::size_t count) {
    double const step = count < 2 ? right - left : (right - left) / static_cast<double>(count - 1);
    double const start = std::max(0.0, x(index, count).value - step / 2);
    double const end = std::min(100.0, x(index, count).value + step / 2);
    svg_.rect(percent(start), top_, percent(end - start), plot_height, Svg::gap_colour);
}

void Plot::draw_series(ChartSeries const& series, Marker marker, Svg::Stroke stroke) {
    auto const count = series.values.size();
    for (std::size_t i = 1; i < count; ++i) {
        auto const& before = series.values[i - 1].number;
        auto const& here = series.values[i].number;
        if (before && here) svg_.line(x(i - 1, count), y(*before), x(i, count), y(*here), stroke);
    }
    for (std::size_t i = 0; i < count; ++i)
        if (auto const& here = series.values[i].number)
            svg_.marker(x(i, count), y(*here), marker, stroke.colour);
}

}  // namespace doorstep::figures
