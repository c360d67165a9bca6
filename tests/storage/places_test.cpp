#include "storage/places.h"

#include "base/clock.h"
#include "storage/absences.h"
#include "storage/accounts.h"
#include "storage/search.h"
#include "storage/storage_test.h"

namespace doorstep {
namespace {

using namespace storage::places;
using storage::sql::Read;
using storage::sql::Write;

class Places : public test::OnBothDatabases {
  protected:
    FixedClock clock{Instant::from_milliseconds(1'780'000'000'000)};
    SeededIdSource ids{clock, 1};

    Address address(std::string line, std::string postcode = "MK9 3XS") {
        Address a;
        a.id = AddressId(ids.next());
        a.line = std::move(line);
        a.town = "Milton Keynes";
        a.postcode = std::move(postcode);
        return a;
    }
    Area area(std::string code, std::string name) {
        Area made{
            .id = AreaId(ids.next()), .code = std::move(code), .name = std::move(name), .asb_officer = {}};
        database().write([&](Write& tx) { insert(tx, made); });
        return made;
    }
    std::vector<std::string> lines(std::vector<Address> const& addresses) {
        std::vector<std::string> found;
        for (auto const& a : addresses) found.push_back(a.line);
        return found;
    }
};
DOORSTEP_ON_BOTH_DATABASES(Places);

TEST_P(Places, gives_a_postcode_s_addresses_in_the_order_people_count) {
    database().write([&](Write& tx) {
        for (auto const* line : {"10 Mill Lane", "2 Mill Lane", "Flat 10, Acre Court", "Flat 9, Acre Court"})
            insert(tx, address(line));
        insert(tx, address("1 Other Road", "MK9 3XT"));
    });
    auto const found = database().read([&](Read& tx) { return addresses_at(tx, "MK9 3XS"); });
    EXPECT_THAT(lines(found), testing::ElementsAre("2 Mill Lane", "10 Mill Lane", "Flat 9, Acre Court",
                                                   "Flat 10, Acre Court"));
}

TEST_P(Places, keeps_every_fact_of_an_address) {
    auto const ward = area("E05009406", "Bletchley East");
    Block const block{.id = BlockId(ids.next()),
                      .name = "Acre Court",
                      .area = ward.id,
                      .homes = 0,
                      .setting = "Town centre"};
    Patch const patch{.id = PatchId(ids.next()), .name = "North 3", .housing_officer = {}};
    auto whole = address("Flat 12, Acre Court, 4 Mill Lane");
    whole.uprn = "25000123";
    whole.block = block.id;
    whole.area = ward.id;
    whole.patch = patch.id;
    whole.kind = domain::places::AddressKind::shop;
    whole.is_ours = false;
    whole.tenure = "Shared ownership";
    whole.position = domain::places::Position{487550.5, 235487, 52.0109, -0.7253};
    whole.accuracy = domain::places::Accuracy::address;
    database().write([&](Write& tx) {
        insert(tx, block);
        insert(tx, patch);
        insert(tx, whole);
    });
    EXPECT_EQ(database().read([&](Read& tx) { return find_address_by_uprn(tx, "25000123"); }), whole);
    whole.line = "Flat 12a, Acre Court, 4 Mill Lane";
    whole.position.reset();
    whole.accuracy = domain::places::Accuracy::none;
    database().write([&](Write& tx) { update(tx, whole); });
    EXPECT_EQ(database().read([&](Read& tx) { return find_address(tx, whole.id); }), whole);
    EXPECT_EQ(whole.in_one_line(), "Flat 12a, Acre Court, 4 Mill Lane, Milton Keynes, MK9 3XS");
}

TEST_P(Places, counts_only_homes_that_are_ours) {
    auto const ward = area("E05009406", "Bletchley East");
    Block const block{
        .id = BlockId(ids.next()), .name = "Acre Court", .area = ward.id, .homes = 0, .setting = ""};
    auto shop = address("Shop 1");
    shop.kind = domain::places::AddressKind::shop;
    auto sold = address("Flat 1");
    sold.is_ours = false;
    database().write([&](Write& tx) {
        insert(tx, block);
        for (auto& one : {shop, sold, address("Flat 2"), address("Flat 3")}) {
            auto placed = one;
            placed.block = block.id;
            placed.area = ward.id;
            insert(tx, placed);
        }
        count_homes(tx);
    });
    database().read([&](Read& tx) {
        EXPECT_EQ(find_block(tx, block.id)->homes, 2);
        EXPECT_EQ(find_area(tx, ward.id)->homes, 2);
        EXPECT_EQ(largest_blocks(tx, ward.id, 10, 0).size(), 1U);
        EXPECT_EQ(count_blocks(tx, AreaId(ids.next())), 0);
        EXPECT_EQ(blocks_of_area(tx, std::nullopt).size(), 0U);
    });
}

TEST_P(Places, put_a_ward_s_postcodes_and_their_addresses_into_its_area) {
    auto const ward = area("E05009406", "Bletchley East");
    auto const home = address("2 Mill Lane", "MK1 1AS");
    database().write([&](Write& tx) {
        insert(tx, Postcode{"MK1 1AS", {487550, 235487, 52.01, -0.72}, "E05009406", {}, ""});
        insert(tx, Postcode{"MK1 1AX", {486772, 234975, 52.00, -0.73}, "E05009407", {}, "E01016710"});
        insert(tx, home);
        EXPECT_EQ(put_ward_in_area(tx, "E05009406", ward.id), 1);
        EXPECT_EQ(fill_areas_of_addresses(tx), 1);
        EXPECT_EQ(fill_areas_of_addresses(tx), 0);
    });
    database().read([&](Read& tx) {
        EXPECT_EQ(find_postcode(tx, "MK1 1AS")->area, ward.id);
        EXPECT_EQ(find_address(tx, home.id)->area, ward.id);
        EXPECT_EQ(find_postcode(tx, "MK1 1AX")->lsoa_code, "E01016710");
        EXPECT_THAT(ward_codes_in_use(tx), testing::ElementsAre("E05009406", "E05009407"));
        EXPECT_EQ(postcodes_after(tx, "MK1 1AS", 10).size(), 1U);
        EXPECT_EQ(count_postcodes(tx), 2);
    });
}

TEST_P(Places, finds_an_address_by_any_of_its_words_and_the_start_of_the_last) {
    auto const twelve = address("Flat 12, Acre Court, 4 Mill Lane");
    auto const other = address("Flat 1, Acre Court, 4 Mill Lane");
    auto changed = address("Zoë House");
    database().write([&](Write& tx) {
        for (auto const& one : {twelve, other, changed}) insert(tx, one);
        changed.line = "Siân House";
        update(tx, changed);
    });
    auto const found = [&](char const* typed) {
        return database().read(
            [&](Read& tx) { return storage::search::addresses_with_words(tx, typed, 10); });
    };
    EXPECT_THAT(found("acre court flat 12"), testing::ElementsAre(twelve.id));
    EXPECT_EQ(found("ACRE cou").size(), 2U);
    EXPECT_THAT(found("sian house"), testing::ElementsAre(changed.id));
    EXPECT_TRUE(found("zoe house").empty());
    EXPECT_EQ(found("mk9 3xs").size(), 3U);
    EXPECT_TRUE(found("flat 2").empty()) << "numbers are not fuzzy";
    EXPECT_TRUE(found("\"' OR * -").empty());
    EXPECT_TRUE(found("").empty());
}

TEST_P(Places, remembers_what_each_load_brought) {
    DataLoad load{std::string(ids.next().text()), "homes", "homes.csv", clock.now(), 10, 9, 1};
    database().write([&](Write& tx) {
        put(tx, load);
        load.rows_read = 20;
        put(tx, load);
    });
    database().read([&](Read& tx) {
        EXPECT_EQ(last_load(tx, "homes")->rows_read, 20);
        EXPECT_FALSE(last_load(tx, "wards"));
        EXPECT_EQ(loads(tx, 10).size(), 1U);
    });
}

TEST_P(Places, keeps_census_areas_by_code) {
    database().write([&](Write& tx) {
        EXPECT_TRUE(put_lsoa(tx, {"E01016710", "Milton Keynes 030A"}));
        EXPECT_FALSE(put_lsoa(tx, {"E01016710", "Milton Keynes 030A"}));
        EXPECT_TRUE(put_lsoa(tx, {"E01016710", "Milton Keynes 030B"}));
    });
    EXPECT_EQ(database().read([&](Read& tx) { return lsoas(tx); }).front().name, "Milton Keynes 030B");
}

TEST_P(Places, knows_who_is_away_and_who_covers) {
    domain::accounts::Account dana, huw;
    dana.id = AccountId(ids.next());
    dana.name = "Dana";
    dana.email = "dana@elmfield.example";
    huw = dana;
    huw.id = AccountId(ids.next());
    huw.email = "huw@elmfield.example";
    database().write([&](Write& tx) {
        storage::accounts::insert(tx, dana, clock.now());
        storage::accounts::insert(tx, huw, clock.now());
        storage::absences::insert(tx, {std::string(ids.next().text()), dana.id, *Date::of(2026, 6, 1),
                                       *Date::of(2026, 6, 15), huw.id, "Leave", dana.id, clock.now()});
        insert(tx, AssignmentRule{AssignmentRuleId(ids.next()), {}, "noise", dana.id});
    });
    database().read([&](Read& tx) {
        auto const away = [&](Date day) { return storage::absences::away_on(tx, {dana.id, huw.id}, day); };
        ASSERT_EQ(away(*Date::of(2026, 6, 14)).size(), 1U);
        EXPECT_EQ(away(*Date::of(2026, 6, 14)).front().cover, huw.id);
        EXPECT_TRUE(away(*Date::of(2026, 6, 15)).empty());
        ASSERT_EQ(assignment_rules(tx).size(), 1U);
    });
}

}  // namespace
}  // namespace doorstep
