#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"

/// Areas on the ground, in metres of the British National Grid (EPSG:27700), by GEOS.
namespace doorstep::gateways {

struct GridPoint {
    double easting = 0;
    double northing = 0;
};

/// An area that somebody must stay out of.
struct Zone {
    /// Well-known text: a point for a circle, a polygon otherwise.
    std::string text;
    std::optional<int> radius;  ///< metres, of a circle
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
};

Zone circle_zone(GridPoint centre, int radius);
/// Closes the outline. Refused: fewer than three corners, an outline that crosses itself or encloses nothing.
Expected<Zone> outline_zone(std::vector<GridPoint> const& corners);

/// Metres from a point to the zone: 0 inside it and on its edge. `text` and `radius` as in Zone.
double metres_from_zone(std::string_view text, std::optional<int> radius, GridPoint point);

/// The corners of an outline in order, each once; the centre alone for a circle.
std::vector<GridPoint> zone_corners(std::string_view text);

}  // namespace doorstep::gateways
