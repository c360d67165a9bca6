#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// A plan on which the corners of a zone are pressed (frontend/ts/zone-draw.ts); they are written into a
/// field where they can be typed as well, so that nothing is lost without scripts: then it is not shown.
struct ZoneDrawer {
    /// Markup from figures/zone_map.h, which escapes what it is given; nothing else may come here.
    std::string plan_svg;
    std::string field_id;
    double west = 0;
    double north = 0;
    double metres = 0;  ///< the side of the square
    int side = 0;       ///< the same in units of the picture
};

Html zone_drawer(ZoneDrawer const& options);
void append(Html& out, ZoneDrawer const& options);

}  // namespace doorstep::govuk
