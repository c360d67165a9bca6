#include "gateways/zone.h"

#include <fmt/format.h>
#include <geos_c.h>

#include <algorithm>
#include <memory>

#include "base/failure.h"

namespace doorstep::gateways {
namespace {

/// GEOS tells of problems by return values; its messages are not ours to print.
class Geos {
  public:
    Geos() : handle_(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(handle_); }
    Geos(Geos const&) = delete;
    Geos& operator=(Geos const&) = delete;
    operator GEOSContextHandle_t() const { return handle_; }  // NOLINT: handed to every call

  private:
    GEOSContextHandle_t handle_;
};

struct DestroyGeometry {
    GEOSContextHandle_t handle;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

Geos& geos() {
    thread_local Geos one;
    return one;
}

Geometry owned(GEOSGeometry* geometry) { return {geometry, DestroyGeometry{geos()}}; }

Geometry point_at(GridPoint point) {
    return owned(GEOSGeom_createPointFromXY_r(geos(), point.easting, point.northing));
}

Geometry read_text(std::string const& text) {
    auto* reader = GEOSWKTReader_create_r(geos());
    auto geometry = owned(GEOSWKTReader_read_r(geos(), reader, text.c_str()));
    GEOSWKTReader_destroy_r(geos(), reader);
    return geometry;
}

}  // namespace

Zone circle_zone(GridPoint centre, int radius) {
    return {.text = fmt::format("POINT ({:.2f} {:.2f})", centre.easting, centre.northing),
            .radius = radius,
            .west = centre.easting - radius,
            .south = centre.northing - radius,
            .east = centre.easting + radius,
            .north = centre.northing + radius};
}

Expected<Zone> outline_zone(std::vector<GridPoint> const& corners) {
    if (corners.size() < 3)
        return refuse(RefusalKind::invalid, "zone-too-small", "A zone needs at least three corners");
    Zone zone;
    zone.west = zone.east = corners.front().easting;
    zone.south = zone.north = corners.front().northing;
    std::string ring;
    auto const add = [&](GridPoint const& corner) {
        if (!ring.empty()) ring += ", ";
        ring += fmt::format("{:.2f} {:.2f}", corner.easting, corner.northing);
        zone.west = std::min(zone.west, corner.easting);
        zone.east = std::max(zone.east, corner.easting);
        zone.south = std::min(zone.south, corner.northing);
        zone.north = std::max(zone.north, corner.northing);
    };
    for (auto const& corner : corners) add(corner);
    auto const& first = corners.front();
    auto const& last = corners.back();
    if (first.easting != last.easting || first.northing != last.northing) add(first);
    zone.text = "POLYGON ((" + ring + "))";
    auto const polygon = read_text(zone.text);
    double area = 0;
    if (!polygon || GEOSisValid_r(geos(), polygon.get()) != 1 ||
        GEOSArea_r(geos(), polygon.get(), &area) != 1 || area <= 0)
        return refuse(RefusalKind::invalid, "zone-crosses-itself",
                      "The outline crosses itself. Give its corners in the order you would walk round it");
    return zone;
}

double metres_from_zone(std::string_view text, std::optional<int> radius, GridPoint point) {
    auto const zone = read_text(std::string(text));
    auto const here = point_at(point);
    double metres = 0;
    if (!zone || !here || GEOSDistance_r(geos(), zone.get(), here.get(), &metres) != 1)
        throw Failure(FailureKind::corrupt, "A stored zone cannot be read");
    return std::max(0.0, metres - radius.value_or(0));
}

std::vector<GridPoint> zone_corners(std::string_view text) {
    auto const zone = read_text(std::string(text));
    if (!zone) throw Failure(FailureKind::corrupt, "A stored zone cannot be read");
    bool const is_point = GEOSGeomTypeId_r(geos(), zone.get()) == GEOS_POINT;
    auto const* line = is_point ? zone.get() : GEOSGetExteriorRing_r(geos(), zone.get());
    auto const* sequence = line ? GEOSGeom_getCoordSeq_r(geos(), line) : nullptr;
    unsigned int size = 0;
    if (!sequence || GEOSCoordSeq_getSize_r(geos(), sequence, &size) != 1)
        throw Failure(FailureKind::corrupt, "A stored zone cannot be read");
    // A ring ends where it began.
    if (!is_point && size > 1) --size;
    std::vector<GridPoint> corners(size);
    for (unsigned int n = 0; n < size; ++n)
        GEOSCoordSeq_getXY_r(geos(), sequence, n, &corners[n].easting, &corners[n].northing);
    return corners;
}

}  // namespace doorstep::gateways
