#include <algorithm>

#include "base/text.h"
#include "storage/places.h"
#include "storage/search.h"

// Addresses and postcodes of storage/places.h.
namespace doorstep::storage::places {
namespace {

#define ADDRESS_COLUMNS                                                                             \
    "id, uprn, line, town, postcode, block_id, area_id, patch_id, kind, is_ours, tenure, easting, " \
    "northing, "                                                                                    \
    "latitude, longitude, position_accuracy"

sql::Query const insert_address{"places.insert_address",
                                "INSERT INTO address (" ADDRESS_COLUMNS R"sql(, search_line) VALUES (
    :id, :uprn, :line, :town, :postcode, :block, :area, :patch, :kind, :is_ours, :tenure, :easting, :northing,
    :latitude, :longitude, :accuracy, :search_line)
)sql"};
sql::Query const update_address{"places.update_address", R"sql(
    UPDATE address SET uprn = :uprn, line = :line, town = :town, postcode = :postcode, block_id = :block,
        area_id = :area, patch_id = :patch, kind = :kind, is_ours = :is_ours, tenure = :tenure,
        easting = :easting, northing = :northing, latitude = :latitude, longitude = :longitude,
        position_accuracy = :accuracy, search_line = :search_line
    WHERE id = :id
)sql"};
sql::Query const select_address{"places.address", "SELECT " ADDRESS_COLUMNS " FROM address WHERE id = :id"};
sql::Query const select_by_ids{"places.addresses_by_ids",
                               "SELECT " ADDRESS_COLUMNS " FROM address WHERE id {in:ids}"};
sql::Query const select_by_uprn{"places.address_by_uprn",
                                "SELECT " ADDRESS_COLUMNS " FROM address WHERE uprn = :uprn"};
sql::Query const select_by_uprns{"places.addresses_by_uprn",
                                 "SELECT " ADDRESS_COLUMNS " FROM address WHERE uprn {in:uprns}"};
sql::Query const select_at_postcode{"places.addresses_at", "SELECT " ADDRESS_COLUMNS R"sql(
    FROM address WHERE postcode = :postcode ORDER BY line, id LIMIT 500
)sql"};
sql::Query const select_at_postcodes{"places.addresses_at_any",
                                     "SELECT " ADDRESS_COLUMNS " FROM address WHERE postcode {in:postcodes}"};
sql::Query const select_of_block{"places.addresses_of_block", "SELECT " ADDRESS_COLUMNS R"sql(
    FROM address WHERE block_id = :block ORDER BY line, id
)sql"};

sql::Query const count_of_blocks{"places.count_homes_of_blocks", R"sql(
    UPDATE block SET homes = (SELECT count(*) FROM address a WHERE a.block_id = block.id AND a.is_ours AND a.kind = 'home')
)sql"};
sql::Query const count_of_areas{"places.count_homes_of_areas", R"sql(
    UPDATE area SET homes = (SELECT count(*) FROM address a WHERE a.area_id = area.id AND a.is_ours AND a.kind = 'home')
)sql"};

#define POSTCODE_COLUMNS "postcode, easting, northing, latitude, longitude, ward_code, area_id, lsoa_code"
sql::Query const insert_postcode{"places.insert_postcode", "INSERT INTO postcode (" POSTCODE_COLUMNS R"sql()
    VALUES (:postcode, :easting, :northing, :latitude, :longitude, :ward_code, :area, :lsoa_code)
)sql"};
sql::Query const update_postcode{"places.update_postcode", R"sql(
    UPDATE postcode SET easting = :easting, northing = :northing, latitude = :latitude, longitude = :longitude,
        ward_code = :ward_code, area_id = :area, lsoa_code = :lsoa_code
    WHERE postcode = :postcode
)sql"};
sql::Query const select_postcode{"places.postcode",
                                 "SELECT " POSTCODE_COLUMNS " FROM postcode WHERE postcode = :postcode"};
sql::Query const select_postcodes{"places.postcodes",
                                  "SELECT " POSTCODE_COLUMNS " FROM postcode WHERE postcode {in:postcodes}"};
sql::Query const select_postcodes_after{"places.postcodes_after", "SELECT " POSTCODE_COLUMNS R"sql(
    FROM postcode WHERE postcode > :postcode ORDER BY postcode LIMIT :limit
)sql"};
sql::Query const select_count_postcodes{"places.count_postcodes", "SELECT count(*) FROM postcode"};
sql::Query const select_ward_codes{
    "places.ward_codes", "SELECT DISTINCT ward_code FROM postcode WHERE ward_code <> '' ORDER BY ward_code"};
sql::Query const update_ward{"places.put_ward_in_area", R"sql(
    UPDATE postcode SET area_id = :area WHERE ward_code = :ward_code AND area_id IS NULL
)sql"};
sql::Query const fill_areas{"places.fill_areas", R"sql(
    UPDATE address SET area_id = (SELECT p.area_id FROM postcode p WHERE p.postcode = address.postcode)
    WHERE area_id IS NULL AND EXISTS (
        SELECT 1 FROM postcode p WHERE p.postcode = address.postcode AND p.area_id IS NOT NULL)
)sql"};

sql::Query const put_lsoa_row{"places.put_lsoa", R"sql(
    INSERT INTO lsoa (code, name) VALUES (:code, :name)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE lsoa.name <> excluded.name
)sql"};
sql::Query const select_lsoas{"places.lsoas", "SELECT code, name FROM lsoa ORDER BY code"};

Address read_address(sql::Row& row) {
    Address a;
    std::optional<double> easting, northing, latitude, longitude;
    row.read(a.id, a.uprn, a.line, a.town, a.postcode, a.block, a.area, a.patch, a.kind, a.is_ours, a.tenure,
             easting, northing, latitude, longitude, a.accuracy);
    if (easting && northing && latitude && longitude)
        a.position = domain::places::Position{*easting, *northing, *latitude, *longitude};
    return a;
}

std::vector<sql::Parameter> parameters_of(Address const& a) {
    auto const part = [&](double domain::places::Position::*member) -> std::optional<double> {
        if (!a.position) return std::nullopt;
        return (*a.position).*member;
    };
    using domain::places::Position;
    std::vector<sql::Parameter> parameters{{"id", a.id},
                                           {"uprn", a.uprn},
                                           {"line", a.line},
                                           {"town", a.town},
                                           {"postcode", a.postcode},
                                           {"block", a.block},
                                           {"area", a.area},
                                           {"patch", a.patch},
                                           {"kind", a.kind},
                                           {"is_ours", a.is_ours},
                                           {"tenure", a.tenure},
                                           {"easting", part(&Position::easting)},
                                           {"northing", part(&Position::northing)},
                                           {"latitude", part(&Position::latitude)},
                                           {"longitude", part(&Position::longitude)},
                                           {"accuracy", a.accuracy}};
    parameters.emplace_back("search_line", text::fold(a.line + " " + a.postcode));
    return parameters;
}

Postcode read_postcode(sql::Row& row) {
    Postcode p;
    row.read(p.postcode, p.position.easting, p.position.northing, p.position.latitude, p.position.longitude,
             p.ward_code, p.area, p.lsoa_code);
    return p;
}

std::vector<sql::Parameter> parameters_of(Postcode const& p) {
    return {{"postcode", p.postcode},
            {"easting", p.position.easting},
            {"northing", p.position.northing},
            {"latitude", p.position.latitude},
            {"longitude", p.position.longitude},
            {"ward_code", p.ward_code},
            {"area", p.area},
            {"lsoa_code", p.lsoa_code}};
}

/// Numbers inside lines count: the database sorts by byte.
void sort_as_people_count(std::vector<Address>& addresses) {
    std::vector<std::pair<std::string, Address>> keyed;
    keyed.reserve(addresses.size());
    for (auto& address : addresses) keyed.emplace_back(text::sort_key(address.line), std::move(address));
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    for (std::size_t n = 0; n < keyed.size(); ++n) addresses[n] = std::move(keyed[n].second);
}

}  // namespace

void insert(sql::Write& tx, Address const& address) {
    tx.run(insert_address, parameters_of(address));
    search::index_address(tx, address.id, address.in_one_line());
}

void update(sql::Write& tx, Address const& address) {
    tx.run(update_address, parameters_of(address));
    search::index_address(tx, address.id, address.in_one_line());
}

std::optional<Address> find_address(sql::Read& tx, AddressId id) {
    return tx.one(select_address, {{"id", id}}, read_address);
}

std::vector<Address> find_addresses(sql::Read& tx, std::vector<AddressId> const& ids) {
    if (ids.empty()) return {};
    auto const list = sql::json_id_list(ids);
    return tx.all(select_by_ids, {{"ids", list}}, read_address);
}

std::optional<Address> find_address_by_uprn(sql::Read& tx, std::string_view uprn) {
    return tx.one(select_by_uprn, {{"uprn", uprn}}, read_address);
}

std::vector<Address> find_addresses_by_uprn(sql::Read& tx, std::vector<std::string> const& uprns) {
    if (uprns.empty()) return {};
    auto const list = sql::json_list(uprns);
    return tx.all(select_by_uprns, {{"uprns", list}}, read_address);
}

std::vector<Address> addresses_at(sql::Read& tx, std::string_view postcode) {
    auto addresses = tx.all(select_at_postcode, {{"postcode", postcode}}, read_address);
    sort_as_people_count(addresses);
    return addresses;
}

std::vector<Address> addresses_at_any(sql::Read& tx, std::vector<std::string> const& postcodes) {
    if (postcodes.empty()) return {};
    auto const list = sql::json_list(postcodes);
    return tx.all(select_at_postcodes, {{"postcodes", list}}, read_address);
}

std::vector<Address> addresses_of_block(sql::Read& tx, BlockId block, int limit, int offset) {
    auto addresses = tx.all(select_of_block, {{"block", block}}, read_address);
    sort_as_people_count(addresses);
    auto const first = std::min(addresses.size(), static_cast<std::size_t>(offset));
    auto const last = std::min(addresses.size(), first + static_cast<std::size_t>(limit));
    return {addresses.begin() + static_cast<std::ptrdiff_t>(first),
            addresses.begin() + static_cast<std::ptrdiff_t>(last)};
}

void count_homes(sql::Write& tx) {
    tx.run(count_of_blocks);
    tx.run(count_of_areas);
}

std::optional<Postcode> find_postcode(sql::Read& tx, std::string_view postcode) {
    return tx.one(select_postcode, {{"postcode", postcode}}, read_postcode);
}

std::vector<Postcode> find_postcodes(sql::Read& tx, std::vector<std::string> const& postcodes) {
    if (postcodes.empty()) return {};
    auto const list = sql::json_list(postcodes);
    return tx.all(select_postcodes, {{"postcodes", list}}, read_postcode);
}

void insert(sql::Write& tx, Postcode const& postcode) { tx.run(insert_postcode, parameters_of(postcode)); }

void update(sql::Write& tx, Postcode const& postcode) { tx.run(update_postcode, parameters_of(postcode)); }

int count_postcodes(sql::Read& tx) { return tx.value<int>(select_count_postcodes).value_or(0); }

std::vector<std::string> ward_codes_in_use(sql::Read& tx) {
    return tx.values<std::string>(select_ward_codes);
}

std::vector<Postcode> postcodes_after(sql::Read& tx, std::string_view postcode, int limit) {
    return tx.all(select_postcodes_after, {{"postcode", postcode}, {"limit", limit}}, read_postcode);
}

int put_ward_in_area(sql::Write& tx, std::string_view ward_code, AreaId area) {
    return tx.run(update_ward, {{"area", area}, {"ward_code", ward_code}});
}

int fill_areas_of_addresses(sql::Write& tx) { return tx.run(fill_areas); }

bool put_lsoa(sql::Write& tx, Lsoa const& lsoa) {
    return tx.run(put_lsoa_row, {{"code", lsoa.code}, {"name", lsoa.name}}) > 0;
}

std::vector<Lsoa> lsoas(sql::Read& tx) {
    return tx.all(select_lsoas, {}, [](sql::Row& row) {
        Lsoa lsoa;
        row.read(lsoa.code, lsoa.name);
        return lsoa;
    });
}

}  // namespace doorstep::storage::places
