#include "figures/zone_map.h"

#include <fmt/format.h>

#include "base/assert.h"
#include "figures/svg.h"

namespace doorstep::figures {

namespace {

constexpr int key_height = 84;
constexpr std::string_view zone_colour = "#12436d";
constexpr std::string_view inside_colour = "#b32d00";
constexpr std::string_view outside_colour = "#505a5f";

struct Sheet {
    ZoneMap const& map;
    double x(double easting) const { return (easting - map.west) / map.metres * zone_map_side; }
    double y(double northing) const { return (map.north - northing) / map.metres * zone_map_side; }
};

std::string xml_escaped(std::string_view words) {
    std::string out;
    for (char const c : words) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string zone_shape(Sheet const& sheet) {
    constexpr auto paint = R"(fill="{0}" fill-opacity="0.15" stroke="{0}" stroke-width="2")";
    auto const painted = fmt::format(paint, zone_colour);
    auto const& map = sheet.map;
    if (map.centre) {
        auto const x = sheet.x(map.centre->easting);
        auto const y = sheet.y(map.centre->northing);
        return fmt::format(
            R"(<circle cx="{0:.1f}" cy="{1:.1f}" r="{2:.1f}" {3}/>)"
            R"(<path d="M{4:.1f} {1:.1f}H{5:.1f}M{0:.1f} {6:.1f}V{7:.1f}" stroke="{8}" stroke-width="2"/>)",
            x, y, map.radius / map.metres * zone_map_side, painted, x - 7, x + 7, y - 7, y + 7, zone_colour);
    }
    std::string points;
    for (auto const& corner : map.corners)
        points += fmt::format("{:.1f},{:.1f} ", sheet.x(corner.easting), sheet.y(corner.northing));
    return points.empty() ? std::string() : fmt::format(R"(<polygon points="{}" {}/>)", points, painted);
}

std::string home_mark(double x, double y, bool is_inside) {
    if (is_inside)
        return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="4" fill="{}"/>)", x, y, inside_colour);
    return fmt::format(R"(<rect x="{:.1f}" y="{:.1f}" width="6" height="6" fill="#fff" stroke="{}"/>)", x - 3,
                       y - 3, outside_colour);
}

std::string label(double x, double y, std::string_view words, std::string_view anchor = "start") {
    return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", x, y, anchor,
                       xml_escaped(words));
}

}  // namespace

double scale_bar_metres(double side) {
    double best = 1;
    for (double power = 1; power < 1e7; power *= 10)
        for (double const step : {1.0, 2.0, 5.0})
            if (power * step <= side / 3) best = power * step;
    return best;
}

std::string zone_map(ZoneMap const& map) {
    DOORSTEP_ASSERT(!map.frame.id.empty() && !map.frame.title.empty() && map.metres > 0,
                    "a plan needs an id, a title and a size");
    Sheet const sheet{map};
    auto const id = xml_escaped(map.frame.id);
    std::string out = fmt::format(
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{0}-title {0}-description" )svg"
        R"svg(viewBox="0 0 {1} {2}" width="100%" font-family="Arial, Helvetica, sans-serif" font-size="16" )svg"
        R"svg(fill="#0b0c0c"><title id="{0}-title">{3}</title><desc id="{0}-description">{4}</desc>)svg"
        R"svg(<clipPath id="{0}-edge"><rect width="{1}" height="{1}"/></clipPath>)svg"
        R"svg(<rect width="{1}" height="{1}" fill="#fff" stroke="#505a5f"/><g clip-path="url(#{0}-edge)">)svg",
        id, zone_map_side, zone_map_side + key_height, xml_escaped(map.frame.title),
        xml_escaped(map.frame.description));
    out += zone_shape(sheet);
    for (auto const& home : map.homes)
        out += home_mark(sheet.x(home.at.easting), sheet.y(home.at.northing), home.is_inside);
    out += "</g>";
    // North, upwards.
    constexpr int right = zone_map_side - 20;
    out += fmt::format(R"(<path d="M{0} 12L{1} 36H{2}z" fill="#0b0c0c"/>)", right, right + 8, right - 8);
    out += label(right, 54, "N", "middle");
    auto const bar = scale_bar_metres(map.metres);
    auto const bar_width = bar / map.metres * zone_map_side;
    constexpr int bar_y = zone_map_side + 20;
    out += fmt::format(R"(<path d="M1 {0}V{1}H{2:.1f}V{0}" fill="none" stroke="#0b0c0c" stroke-width="2"/>)",
                       bar_y - 8, bar_y, bar_width + 1);
    out += label(bar_width + 10, bar_y + 2, value_words(bar, ValueFormat::count) + " metres");
    out += home_mark(8, bar_y + 22, true) + label(22, bar_y + 28, "Home inside the zone");
    out += home_mark(8, bar_y + 46, false) + label(22, bar_y + 52, "Home outside it");
    return out + "</svg>";
}

}  // namespace doorstep::figures
