#pragma once

#include <string>
#include <string_view>

#include "figures/chart.h"

namespace doorstep::figures {

/// A place across the chart: per cent of its width, so that a chart fills the screen it is on, or pixels.
struct Across {
    double value = 0;
    bool is_percent = true;
};
inline Across percent(double value) { return {value, true}; }
inline Across pixels(double value) { return {value, false}; }

enum class Anchor { start, middle, end };

/// How a series is told from the others besides by its colour.
enum class Marker { circle, square, triangle, diamond };

/// Writes the elements charts are made of; text is escaped.
class Svg {
  public:
    explicit Svg(ChartFrame const& frame) : frame_(frame) {}

    static constexpr int text_size = 16;
    static constexpr int line_height = 22;

    struct TextStyle {
        Anchor anchor = Anchor::start;
        bool is_bold = false;
        /// Has a white edge, to be read on top of lines.
        bool has_halo = false;
        /// Not shown on narrow screens.
        bool is_wide_only = false;
    };
    void text(Across x, double y, std::string_view words) { text(x, y, words, TextStyle{}); }
    void text(Across x, double y, std::string_view words, TextStyle style);

    /// `fill` is a colour, or a series' paint.
    void rect(Across x, double y, Across width, double height, std::string_view fill);
    struct Stroke {
        std::string_view colour;
        double width = 1;
        std::string_view dashes = {};
    };
    void line(Across x1, double y1, Across x2, double y2, Stroke stroke);
    void path(double x, double y, std::string_view d, std::string_view fill);
    void marker(Across x, double y, Marker marker, std::string_view colour);

    /// A row of a key: what the swatch means. Returns the height used.
    double key_row(double y, std::string_view words, std::string_view fill);
    double marker_key_row(double y, std::string_view words, Marker marker, Stroke stroke);
    double line_key_row(double y, std::string_view words, Stroke stroke);
    /// Words that stand under those of the other rows.
    double key_words(double y, std::string_view words);

    /// The whole element, `height` pixels high, with the patterns.
    std::string finish(double height) const;

    /// Solid for the first series and a pattern for the others.
    std::string series_paint(std::size_t series) const;
    static std::string_view series_colour(std::size_t series);
    static std::string_view series_dashes(std::size_t series);
    static Marker series_marker(std::size_t series);
    static constexpr std::size_t paints = 6;

    static constexpr std::string_view grid_colour = "#b1b4b6";
    static constexpr std::string_view axis_colour = "#505a5f";
    static constexpr std::string_view gap_colour = "#eef0f1";
    static constexpr std::string_view mark_colour = "#c4490f";

  private:
    ChartFrame const& frame_;
    std::string body_;
};

}  // namespace doorstep::figures
