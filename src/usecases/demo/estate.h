#pragma once

#include <vector>

#include "domain/places/assignment.h"
#include "domain/places/place.h"
#include "usecases/demo/demo_data.h"
#include "usecases/demo/staff.h"

namespace doorstep::usecases::demo {

/// Where the landlord's homes are. Addresses of one block or street stand together.
struct Estate {
    std::vector<domain::places::Area> areas;
    /// By area: places in Staff::people, the first of whom the area is assigned to. A large landlord has
    /// several to an area.
    std::vector<std::vector<std::size_t>> area_officers;
    std::vector<domain::places::Patch> patches;
    std::vector<std::size_t> patch_officers;
    std::vector<domain::places::Block> blocks;
    std::vector<domain::places::Address> addresses;
    std::vector<domain::places::Postcode> postcodes;
    std::vector<domain::places::AssignmentRule> rules;

    // By address:
    std::vector<std::uint32_t> area_of;
    std::vector<std::uint32_t> patch_of;
    std::vector<std::string> place_names;  ///< "Kestrel Court", "Mill Lane": for titles, without a number
    std::vector<std::uint32_t> place_of;   ///< place in `place_names`

    std::vector<std::size_t> homes;         ///< places in `addresses`
    std::vector<std::size_t> troubled;      ///< homes that reports keep coming from or about
    std::vector<std::size_t> other_places;  ///< shops, the supported scheme, shared areas

    std::string const& place_name(std::size_t address) const { return place_names[place_of[address]]; }
    /// Another home of the same block or street, or the same one when it stands alone.
    std::size_t neighbour(std::size_t address, Random& random) const;
};

/// `homes` homes on real postcodes, in blocks of all sizes (one of 231 flats on an industrial estate, M-14)
/// and along streets; shops and a supported-accommodation scheme besides.
Estate make_estate(DemoData const& data, std::uint64_t seed, std::int64_t homes, Staff const& staff,
                   Instant at);

}  // namespace doorstep::usecases::demo
