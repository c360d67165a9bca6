#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"

namespace doorstep::documents {

/// One feature of a GeoJSON file (RFC 7946): its properties as text, and the rings of its polygon or polygons
/// as longitude and latitude. Other shapes have no rings.
struct GeoFeature {
    std::map<std::string, std::string, std::less<>> properties;
    std::vector<std::vector<std::pair<double, double>>> rings;
};

/// Refused when the text is no feature collection. Nothing is required of single features.
Expected<std::vector<GeoFeature>> read_geojson(std::string_view text);

}  // namespace doorstep::documents
