#include "gateways/national_grid.h"

#include <proj.h>

#include "base/failure.h"

namespace doorstep::gateways {

struct NationalGrid::Proj {
    PJ_CONTEXT* context = ::proj_context_create();
    PJ* transformation = nullptr;

    Proj() {
        // Grids are installed or they are not: nothing is fetched behind the landlord's back.
        ::proj_context_set_enable_network(context, 0);
        ::proj_log_level(context, PJ_LOG_NONE);
        transformation = ::proj_create_crs_to_crs(context, "EPSG:27700", "EPSG:4326", nullptr);
    }
    Proj(Proj const&) = delete;
    Proj& operator=(Proj const&) = delete;
    ~Proj() {
        if (transformation) ::proj_destroy(transformation);
        ::proj_context_destroy(context);
    }
};

NationalGrid::NationalGrid() : proj_(std::make_unique<Proj>()) {
    if (!proj_->transformation)
        throw GatewayError(FailureKind::unavailable,
                           "PROJ cannot convert British National Grid: install the package proj-data");
}

NationalGrid::~NationalGrid() = default;

// EPSG:27700 is easting, northing; EPSG:4326 is latitude, longitude.

NationalGrid::Degrees NationalGrid::to_degrees(Metres const& metres) const {
    auto const to =
        ::proj_trans(proj_->transformation, PJ_FWD, ::proj_coord(metres.easting, metres.northing, 0, 0));
    return {to.xy.x, to.xy.y};
}

NationalGrid::Metres NationalGrid::to_metres(Degrees const& degrees) const {
    auto const to =
        ::proj_trans(proj_->transformation, PJ_INV, ::proj_coord(degrees.latitude, degrees.longitude, 0, 0));
    return {to.xy.x, to.xy.y};
}

}  // namespace doorstep::gateways
