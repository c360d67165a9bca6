#pragma once

#include <array>
#include <optional>

#include "base/enum_names.h"
#include "usecases/imports/importer.h"

/// `doorstep import addresses`: postcodes, then wards and census areas, then our homes; again whenever they
/// change.
namespace doorstep::usecases::places {

enum class PlaceKind { postcodes, wards, lsoas, homes };
constexpr auto enum_names(PlaceKind) {
    return std::array{EnumName{PlaceKind::postcodes, "postcodes", "Postcodes"},
                      EnumName{PlaceKind::wards, "wards", "Wards"},
                      EnumName{PlaceKind::lsoas, "lsoas", "Census areas"},
                      EnumName{PlaceKind::homes, "homes", "Homes"}};
}

/// What a file seems to be, from its beginning: codes that start E05 or W05 are wards', E01 and W01 census
/// areas', a postcode in the first field of the first line a list of postcodes; anything else homes.
/// GatewayError when it cannot be read.
PlaceKind guess_kind(std::filesystem::path const& file);

/// Needs Action::import_records. Rows that cannot be taken are listed with line and reason and do not stop
/// the rest. GatewayError when the file cannot be read.
///   postcodes  Code-Point Open (no header line), or with a mapping: postcode, easting, northing, ward_code.
///              The position is the postcode's centre.
///   wards      GeoJSON with WD..CD and WD..NM (or code and name), or JSON {"code": "name"}, or CSV
///   code,name.
///              Areas are made for wards that a loaded postcode lies in: by the postcode's own ward code,
///              else by the boundary.
///   lsoas      the same for census areas (LSOA..CD, LSOA..NM).
///   homes      CSV uprn,line,town,postcode,patch,block,tenure; also kind, is_ours, easting, northing,
///   setting,
///              housing_officer (e-mail of an account). A mapping may say how they are called.
Expected<imports::ImportResult> import_places(Context& context, PlaceKind kind,
                                              imports::ImportOptions const& options);

// The four, in files of their own.
Expected<imports::ImportResult> import_postcodes(Context& context, imports::ImportOptions const& options);
Expected<imports::ImportResult> import_wards(Context& context, imports::ImportOptions const& options);
Expected<imports::ImportResult> import_lsoas(Context& context, imports::ImportOptions const& options);
Expected<imports::ImportResult> import_homes(Context& context, imports::ImportOptions const& options);

}  // namespace doorstep::usecases::places
