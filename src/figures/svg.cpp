#include "figures/svg.h"

#include <fmt/format.h>

#include <array>

#include "base/assert.h"
#include "figures/chart_scale.h"

namespace doorstep::figures {

namespace {

/// Dark blue, orange, turquoise, dark pink, dark grey, light purple of the Government Analysis Function's
/// palette; the orange a little darker, so that it keeps 3:1 against white.
constexpr std::array<std::string_view, Svg::paints> colours{"#12436d", "#e0530f", "#20837c",
                                                            "#801650", "#3d3d3d", "#8a63c0"};

std::string escaped(std::string_view words) {
    std::string out;
    out.reserve(words.size() + 8);
    for (char const c : words) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// At most two decimals, none that are 0.
std::string number(double value) {
    auto words = fmt::format("{:.2f}", value);
    while (words.ends_with('0')) words.pop_back();
    if (words.ends_with('.')) words.pop_back();
    return words == "-0" ? "0" : words;
}

std::string place(Across across) { return number(across.value) + (across.is_percent ? "%" : ""); }

std::string_view anchor_name(Anchor anchor) {
    switch (anchor) {
        case Anchor::middle:
            return "middle";
        case Anchor::end:
            return "end";
        case Anchor::start:
            break;
    }
    return "start";
}

/// Lines and dots in white on the series' colour; 8 pixels square.
constexpr std::array<std::string_view, Svg::paints> pattern_shapes{
    "",
    "<path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
    "<circle cx=\"4\" cy=\"4\" r=\"1.5\" fill=\"#fff\"/>",
    "<path d=\"M0 4H8\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
    "<path d=\"M4 0V8M0 4H8\" stroke=\"#fff\"/>",
    "<path d=\"M10 2 6-2M8 8 0 0M2 10-2 6\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
};

}  // namespace

std::string_view Svg::series_colour(std::size_t series) { return colours.at(series); }

std::string_view Svg::series_dashes(std::size_t series) {
    constexpr std::array<std::string_view, 4> dashes{"", "8 4", "2 4", "12 4 2 4"};
    return dashes.at(series);
}

Marker Svg::series_marker(std::size_t series) {
    constexpr std::array markers{Marker::circle, Marker::square, Marker::triangle, Marker::diamond};
    return markers.at(series);
}

std::string Svg::series_paint(std::size_t series) const {
    if (series == 0) return std::string(colours[0]);
    return "url(#" + frame_.id + "-paint-" + std::to_string(series) + ")";
}

void Svg::text(Across x, double y, std::string_view words, TextStyle style) {
    body_ += fmt::format("<text x=\"{}\" y=\"{}\"", place(x), number(y));
    if (style.anchor != Anchor::start) body_ += fmt::format(" text-anchor=\"{}\"", anchor_name(style.anchor));
    if (style.is_bold) body_ += " font-weight=\"bold\"";
    if (style.has_halo)
        body_ += " stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
    if (style.is_wide_only) body_ += " class=\"ds-chart__wide\"";
    body_ += ">" + escaped(words) + "</text>";
}

void Svg::rect(Across x, double y, Across width, double height, std::string_view fill) {
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>", place(x),
                         number(y), place(width), number(height), fill);
}

void Svg::line(Across x1, double y1, Across x2, double y2, Stroke stroke) {
    body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"",
                         place(x1), number(y1), place(x2), number(y2), stroke.colour, number(stroke.width));
    if (!stroke.dashes.empty()) body_ += fmt::format(" stroke-dasharray=\"{}\"", stroke.dashes);
    body_ += "/>";
}

void Svg::path(double x, double y, std::string_view d, std::string_view fill) {
    body_ += fmt::format(
        "<path transform=\"translate({} {})\" d=\"{}\" fill=\"{}\" stroke=\"#fff\" "
        "stroke-width=\"2\"/>",
        number(x), number(y), d, fill);
}

void Svg::marker(Across x, double y, Marker marker, std::string_view colour) {
    constexpr auto shape = [](Marker wanted) -> std::string_view {
        switch (wanted) {
            case Marker::square:
                return "M-5-5H5V5H-5z";
            case Marker::triangle:
                return "M0-7 6.5 5H-6.5z";
            case Marker::diamond:
                return "M0-8 8 0 0 8-8 0z";
            case Marker::circle:
                break;
        }
        return "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z";
    };
    // A nested picture: only its corner can stand at a per cent.
    body_ += fmt::format(
        "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><path d=\"{}\" fill=\"{}\" stroke=\"#fff\"/></svg>",
        place(x), number(y), shape(marker), colour);
}

double Svg::key_words(double y, std::string_view words) {
    double height = 0;
    for (auto const& line : wrapped_lines(words, 32)) {
        text(pixels(36), y + height + text_size, line);
        height += line_height;
    }
    return height + 2;
}

double Svg::key_row(double y, std::string_view words, std::string_view fill) {
    rect(pixels(0), y + 2, pixels(24), 16, fill);
    return key_words(y, words);
}

double Svg::marker_key_row(double y, std::string_view words, Marker marker, Stroke stroke) {
    if (stroke.width > 0) line(pixels(0), y + 10, pixels(28), y + 10, stroke);
    this->marker(pixels(14), y + 10, marker, stroke.colour);
    return key_words(y, words);
}

double Svg::line_key_row(double y, std::string_view words, Stroke stroke) {
    line(pixels(0), y + 10, pixels(28), y + 10, stroke);
    return key_words(y, words);
}

std::string Svg::finish(double height) const {
    DOORSTEP_ASSERT(!frame_.id.empty() && !frame_.title.empty(), "a chart needs an id and a title");
    auto const& id = frame_.id;
    auto const width = frame_.width > 0 ? std::to_string(frame_.width) : "100%";
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}-title "
        "{0}-description\" "
        "width=\"{1}\" height=\"{2}\" font-family=\"Arial, Helvetica, sans-serif\" font-size=\"{3}\" "
        "fill=\"#0b0c0c\"><title id=\"{0}-title\">{4}</title><desc id=\"{0}-description\">{5}</desc>",
        escaped(id), width, number(height), text_size, escaped(frame_.title), escaped(frame_.description));
    std::string patterns;
    for (std::size_t i = 1; i < paints; ++i) {
        auto const name = fmt::format("{}-paint-{}", id, i);
        if (body_.find("url(#" + name + ")") == std::string::npos) continue;
        patterns += fmt::format(
            "<pattern id=\"{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
            "<rect width=\"8\" height=\"8\" fill=\"{}\"/>{}</pattern>",
            name, colours[i], pattern_shapes[i]);
    }
    if (!patterns.empty()) out += "<defs>" + patterns + "</defs>";
    return out + body_ + "</svg>";
}

}  // namespace doorstep::figures
