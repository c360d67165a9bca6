#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_names.h"
#include "domain/ids.h"

/// Areas (wards), patches, blocks and addresses (M-14, M-70).
namespace doorstep::domain::places {

/// How well a position is known. Methods that need exact points leave the others out and say how many.
enum class Accuracy {
    address,   ///< of the building itself
    postcode,  ///< centre of the postcode: often a street away, sometimes a field
    none,
};
constexpr auto enum_names(Accuracy) {
    return std::array{EnumName{Accuracy::address, "address", "Exact"},
                      EnumName{Accuracy::postcode, "postcode", "Centre of the postcode"},
                      EnumName{Accuracy::none, "none", "Not known"}};
}

/// British National Grid in metres (EPSG:27700), and the same place in WGS84 degrees for web maps.
struct Position {
    double easting = 0;
    double northing = 0;
    double latitude = 0;
    double longitude = 0;
    bool operator==(Position const&) const = default;
};

/// What can be at an address (M-21).
enum class AddressKind { home, shop, communal, other };
constexpr auto enum_names(AddressKind) {
    return std::array{EnumName{AddressKind::home, "home", "Home"},
                      EnumName{AddressKind::shop, "shop", "Shop"},
                      EnumName{AddressKind::communal, "communal", "Shared area"},
                      EnumName{AddressKind::other, "other", "Other"}};
}

/// A ward, or an area of the landlord's own making.
struct Area {
    AreaId id;
    std::string code;  ///< ward code (ONS), or the landlord's own
    std::string name;
    std::optional<AccountId> asb_officer;
    std::int64_t homes = 0;
};

/// The homes one housing officer looks after.
struct Patch {
    PatchId id;
    std::string name;
    std::optional<AccountId> housing_officer;
};

struct Block {
    BlockId id;
    std::string name;
    std::optional<AreaId> area;
    std::int64_t homes = 0;
    std::string setting;  ///< "Industrial estate", "Town centre"
};

struct Address {
    AddressId id;
    std::optional<std::string> uprn;  ///< unique property reference number: the key of "the same place"
    std::string line;                 ///< "Flat 12, Acre Court, 4 Mill Lane"
    std::string town;
    std::string postcode;  ///< in its usual form, "MK9 3XS"
    std::optional<BlockId> block;
    std::optional<AreaId> area;
    std::optional<PatchId> patch;
    AddressKind kind = AddressKind::home;
    bool is_ours = true;
    std::string tenure;  ///< empty when not known
    std::optional<Position> position;
    Accuracy accuracy = Accuracy::none;

    bool operator==(Address const&) const = default;
    /// "Flat 12, Acre Court, 4 Mill Lane, Milton Keynes, MK9 3XS"
    std::string in_one_line() const;
};

struct Postcode {
    std::string postcode;
    Position position;
    std::string ward_code;
    std::optional<AreaId> area;
    std::string lsoa_code;  ///< lower layer super output area of the census; empty when not known
};

}  // namespace doorstep::domain::places
