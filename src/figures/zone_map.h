#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figures/chart.h"

namespace doorstep::figures {

/// A point on the ground, in metres of the National Grid.
struct MapPoint {
    double easting = 0;
    double northing = 0;
};
struct MapHome {
    MapPoint at;
    bool is_inside = false;
};

/// A zone with the homes around it, north upwards, with a scale. A plan, not a map: no streets are drawn, and
/// nothing is asked of anybody else's server. Homes inside differ in shape as well as colour.
struct ZoneMap {
    ChartFrame frame;  ///< the width and the format do not matter here
    /// The square that is shown: its corner in the north-west, and its side.
    double west = 0;
    double north = 0;
    double metres = 1000;
    std::optional<MapPoint> centre;  ///< of a circle
    double radius = 0;
    std::vector<MapPoint> corners;  ///< of an outline
    std::vector<MapHome> homes;
};
/// The side of the picture in its own units; words and key come below it.
constexpr int zone_map_side = 400;
std::string zone_map(ZoneMap const& map);

/// The longest of 1, 2, 5, 10, 20, 50 ... metres that is at most a third of the side.
double scale_bar_metres(double side);

}  // namespace doorstep::figures
