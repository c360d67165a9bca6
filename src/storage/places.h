#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/places/assignment.h"
#include "domain/places/place.h"
#include "storage/sql/database.h"

/// Areas, patches, blocks, addresses and postcodes.
namespace doorstep::storage::places {

using domain::places::Address;
using domain::places::Area;
using domain::places::AssignmentRule;
using domain::places::Block;
using domain::places::Patch;
using domain::places::Postcode;

// Areas
void insert(sql::Write& tx, Area const& area);
/// Name and ASB officer, by id.
void update(sql::Write& tx, Area const& area);
/// Sorted by name.
std::vector<Area> areas(sql::Read& tx);
std::optional<Area> find_area(sql::Read& tx, AreaId id);

// Patches
void insert(sql::Write& tx, Patch const& patch);
void set_housing_officer(sql::Write& tx, PatchId patch, std::optional<AccountId> officer);
/// Sorted by name.
std::vector<Patch> patches(sql::Read& tx);
std::optional<Patch> find_patch(sql::Read& tx, PatchId id);

// Blocks
void insert(sql::Write& tx, Block const& block);
/// Name, area and setting, by id.
void update(sql::Write& tx, Block const& block);
std::optional<Block> find_block(sql::Read& tx, BlockId id);
/// In the order of their names.
std::vector<Block> find_blocks(sql::Read& tx, std::vector<BlockId> const& ids);
/// A page of all blocks, those with the most homes first.
std::vector<Block> largest_blocks(sql::Read& tx, std::optional<AreaId> area, int limit, int offset);
int count_blocks(sql::Read& tx, std::optional<AreaId> area);
/// Every block of an area; those without one when it is not given.
std::vector<Block> blocks_of_area(sql::Read& tx, std::optional<AreaId> area);

// Addresses
void insert(sql::Write& tx, Address const& address);
/// Everything but the id.
void update(sql::Write& tx, Address const& address);
std::optional<Address> find_address(sql::Read& tx, AddressId id);
/// In no order.
std::vector<Address> find_addresses(sql::Read& tx, std::vector<AddressId> const& ids);
std::optional<Address> find_address_by_uprn(sql::Read& tx, std::string_view uprn);
std::vector<Address> find_addresses_by_uprn(sql::Read& tx, std::vector<std::string> const& uprns);
/// At a postcode in its usual form, in the order people count: 2 Mill Lane before 10 Mill Lane. At most 500.
std::vector<Address> addresses_at(sql::Read& tx, std::string_view postcode);
/// The same for several postcodes, in no order.
std::vector<Address> addresses_at_any(sql::Read& tx, std::vector<std::string> const& postcodes);
/// A page of a block, in the order people count.
std::vector<Address> addresses_of_block(sql::Read& tx, BlockId block, int limit, int offset);
/// Every block's and area's count of homes that are ours, from the addresses.
void count_homes(sql::Write& tx);

// Postcodes
std::optional<Postcode> find_postcode(sql::Read& tx, std::string_view postcode);
std::vector<Postcode> find_postcodes(sql::Read& tx, std::vector<std::string> const& postcodes);
void insert(sql::Write& tx, Postcode const& postcode);
/// Everything but its text.
void update(sql::Write& tx, Postcode const& postcode);
int count_postcodes(sql::Read& tx);
/// Every ward code that a postcode has, sorted.
std::vector<std::string> ward_codes_in_use(sql::Read& tx);
/// A page of postcodes after this one, in order, for passes over all of them.
std::vector<Postcode> postcodes_after(sql::Read& tx, std::string_view postcode, int limit);
/// Postcodes of this ward that are in no area yet get this one. Returns how many.
int put_ward_in_area(sql::Write& tx, std::string_view ward_code, AreaId area);
/// Addresses that lie in no area take their postcode's. Returns how many.
int fill_areas_of_addresses(sql::Write& tx);

/// Lower layer super output areas of the census: what police figures are published by.
struct Lsoa {
    std::string code;
    std::string name;
};
/// True when it was not there, or had another name.
bool put_lsoa(sql::Write& tx, Lsoa const& lsoa);
std::vector<Lsoa> lsoas(sql::Read& tx);

// Who deals with what
std::vector<AssignmentRule> assignment_rules(sql::Read& tx);
void insert(sql::Write& tx, AssignmentRule const& rule);
void remove_assignment_rule(sql::Write& tx, AssignmentRuleId id);

/// What a load of place data or records brought; written again with each batch, so that one that broke off
/// shows how far it came.
struct DataLoad {
    std::string id;
    std::string kind;    ///< "postcodes", "wards", "lsoas", "homes", "reports"
    std::string source;  ///< name of the file
    Instant loaded_at;
    std::int64_t rows_read = 0;
    std::int64_t rows_taken = 0;
    std::int64_t rows_refused = 0;
};
void put(sql::Write& tx, DataLoad const& load);
/// The newest of this kind, for "homes loaded on 3 June 2026".
std::optional<DataLoad> last_load(sql::Read& tx, std::string_view kind);
/// Newest first.
std::vector<DataLoad> loads(sql::Read& tx, int limit);

}  // namespace doorstep::storage::places
