#pragma once

#include <memory>

namespace doorstep::gateways {

/// Between British National Grid metres (EPSG:27700) and WGS84 degrees (EPSG:4326), by PROJ.
///
/// Without Ordnance Survey's OSTN15 grid, which Debian does not ship, PROJ falls back to a seven-parameter
/// transformation without a word, and is up to 5 metres out. Enough for a postcode or a pin on a map; never
/// for the edge of an exclusion zone. Not to be shared between threads.
class NationalGrid {
  public:
    /// GatewayError when PROJ's own data is missing.
    NationalGrid();
    ~NationalGrid();
    NationalGrid(NationalGrid const&) = delete;
    NationalGrid& operator=(NationalGrid const&) = delete;

    struct Metres {
        double easting = 0;
        double northing = 0;
    };
    struct Degrees {
        double latitude = 0;
        double longitude = 0;
    };
    Degrees to_degrees(Metres const& metres) const;
    Metres to_metres(Degrees const& degrees) const;

  private:
    struct Proj;
    std::unique_ptr<Proj> proj_;
};

/// Great Britain, with room at the edges: what lies outside is a mistake in the file.
constexpr bool is_on_national_grid(NationalGrid::Metres const& metres) {
    return metres.easting > 0 && metres.easting < 700'000 && metres.northing > 0 &&
           metres.northing < 1'300'000;
}

}  // namespace doorstep::gateways
