#include "usecases/places/import_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/places.h"
#include "support/site/import_files.h"
#include "support/site/test_site.h"

namespace doorstep::usecases::places {
namespace {

using domain::access::Role;
using imports::ImportResult;
using testing::ElementsAre;

class ImportPlaces : public ::testing::Test {
  protected:
    test::TestSite site;
    test::ImportFiles files{site};

    Expected<ImportResult> load(PlaceKind kind, imports::ImportOptions const& options) {
        files.problems.clear();
        auto context = site.as_system();
        return import_places(context, kind, options);
    }
    Expected<ImportResult> load(PlaceKind kind, std::string const& content) {
        return load(kind, files.options(files.write("file.csv", content)));
    }
    template <class Work>
    auto read(Work work) {
        return site.database().read(work);
    }
    std::optional<domain::places::Address> address(std::string_view uprn) {
        return read([&](storage::sql::Read& tx) { return storage::places::find_address_by_uprn(tx, uprn); });
    }
    std::optional<domain::places::Postcode> postcode(std::string_view text) {
        return read([&](storage::sql::Read& tx) { return storage::places::find_postcode(tx, text); });
    }
};

constexpr char const* two_postcodes =
    "\"MK1 "
    "1AS\",10,487550,235487,\"E92000001\",\"E19000002\",\"E18000009\",\"\",\"E06000042\",\"E05009406\"\n"
    "\"MK1 "
    "1AX\",10,486772,234975,\"E92000001\",\"E19000002\",\"E18000009\",\"\",\"E06000042\",\"E05009407\"\n";

constexpr char const* homes_header = "uprn,line,town,postcode,patch,block,tenure\n";

TEST_F(ImportPlaces, takes_code_point_open_with_the_centre_of_each_postcode_in_degrees) {
    auto const result = load(PlaceKind::postcodes, two_postcodes);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->counts.rows_new, 2);
    EXPECT_NEAR(postcode("MK1 1AS")->position.latitude, 52.0109, 0.0005);
    EXPECT_NEAR(postcode("MK1 1AS")->position.longitude, -0.7254, 0.0005);
    EXPECT_EQ(postcode("MK1 1AS")->ward_code, "E05009406");
}

TEST_F(ImportPlaces, of_the_same_postcodes_twice_changes_nothing) {
    ASSERT_TRUE(load(PlaceKind::postcodes, two_postcodes));
    auto const again = load(PlaceKind::postcodes, two_postcodes);
    EXPECT_EQ(again->counts.rows_same, 2);
    EXPECT_EQ(again->counts.rows_new + again->counts.rows_changed, 0);
}

TEST_F(ImportPlaces, lists_postcodes_that_cannot_be_taken_with_their_lines) {
    auto const result = load(PlaceKind::postcodes, std::string(two_postcodes) +
                                                       "nonsense,10,487550,235487\n"
                                                       "MK1 1BA,90,0,0,,,,,,E05009406\n"
                                                       "mk11as,10,487550,235487\n"
                                                       "MK1 1BB,10,east,235487\n");
    EXPECT_EQ(result->counts.rows_new, 2);
    EXPECT_EQ(result->counts.rows_refused, 4);
    EXPECT_THAT(files.problem_words(),
                ElementsAre("3: \"nonsense\" is not a postcode", "4: it has no position in Great Britain",
                            "5: MK1 1AS is on line 1 already", "6: it has no position in Great Britain"));
}

TEST_F(ImportPlaces, keeps_nothing_of_a_dry_run) {
    auto options = files.options(files.write("file.csv", two_postcodes));
    options.dry_run = true;
    auto const result = load(PlaceKind::postcodes, options);
    EXPECT_EQ(result->counts.rows_new, 2);
    EXPECT_FALSE(postcode("MK1 1AS"));
    EXPECT_TRUE(read([](storage::sql::Read& tx) { return storage::places::loads(tx, 5); }).empty());
}

TEST_F(ImportPlaces, makes_areas_of_the_wards_that_postcodes_lie_in) {
    EXPECT_EQ(load(PlaceKind::wards, R"({"E05009406": "Bletchley East"})").error().code(), "no-postcodes");
    ASSERT_TRUE(load(PlaceKind::postcodes, two_postcodes));
    auto const result = load(PlaceKind::wards,
                             R"({"E05009406": "Bletchley East", "E05000932": "Ainsdale", "E05000933": ""})");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->counts.rows_new, 1);
    EXPECT_EQ(result->counts.rows_not_needed, 1);
    EXPECT_THAT(files.problem_words(), ElementsAre("3: E05000933 has no name"));
    auto const areas = read([](storage::sql::Read& tx) { return storage::places::areas(tx); });
    ASSERT_EQ(areas.size(), 1U);
    EXPECT_EQ(postcode("MK1 1AS")->area, areas.front().id);
    EXPECT_FALSE(postcode("MK1 1AX")->area);
}

TEST_F(ImportPlaces, places_postcodes_by_the_boundary_where_the_ward_codes_differ) {
    ASSERT_TRUE(load(PlaceKind::postcodes, two_postcodes));
    constexpr char const* wards = R"({"type": "FeatureCollection", "features": [
        {"properties": {"WD13CD": "E05002397", "WD13NM": "Bletchley and Fenny Stratford"}, "geometry":
            {"type": "Polygon", "coordinates": [[[-0.8, 51.9], [-0.6, 51.9], [-0.6, 52.1], [-0.8, 52.1], [-0.8, 51.9]]]}},
        {"properties": {"WD13CD": "E05002398", "WD13NM": "Elsewhere"}, "geometry":
            {"type": "Polygon", "coordinates": [[[1, 51], [2, 51], [2, 52], [1, 51]]]}},
        {"properties": {}, "geometry": {"type": "Point", "coordinates": [1, 51]}}]})";
    auto const result = load(PlaceKind::wards, wards);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->counts.rows_new, 1);
    EXPECT_EQ(result->counts.rows_not_needed, 1);
    EXPECT_EQ(result->counts.rows_refused, 1);
    EXPECT_TRUE(postcode("MK1 1AX")->area);
    EXPECT_EQ(load(PlaceKind::wards, wards)->counts.rows_same, 1);
}

TEST_F(ImportPlaces, gives_later_postcodes_the_area_of_their_ward) {
    ASSERT_TRUE(load(PlaceKind::postcodes, two_postcodes));
    ASSERT_TRUE(load(PlaceKind::wards, R"({"E05009406": "Bletchley East"})"));
    ASSERT_TRUE(
        load(PlaceKind::postcodes, std::string(two_postcodes) + "MK1 1BA,10,488277,234474,,,,,,E05009406\n"));
    EXPECT_TRUE(postcode("MK1 1BA")->area);
}

TEST_F(ImportPlaces, takes_homes_with_their_patch_block_ward_and_the_accuracy_of_their_position) {
    ASSERT_TRUE(load(PlaceKind::postcodes, two_postcodes));
    ASSERT_TRUE(load(PlaceKind::wards, R"({"E05009406": "Bletchley East"})"));
    auto const result =
        load(PlaceKind::homes,
             std::string(homes_header) +
                 "00025000123,\"Flat 1, Acre Court\",Milton Keynes,mk11as,North 3,Acre Court,General needs\n"
                 "25000124,\"Flat 2, Acre Court\",Milton Keynes,MK1 1AS,North 3,ACRE COURT,General needs\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->counts.rows_new, 2);
    auto const home = address("25000123");
    ASSERT_TRUE(home);
    EXPECT_EQ(home->accuracy, domain::places::Accuracy::postcode);
    EXPECT_EQ(home->postcode, "MK1 1AS");
    EXPECT_TRUE(home->area && home->patch && home->block && home->position);
    EXPECT_EQ(address("25000124")->block, home->block);
    read([&](storage::sql::Read& tx) {
        EXPECT_EQ(storage::places::find_block(tx, *home->block)->homes, 2);
        EXPECT_EQ(storage::places::find_area(tx, *home->area)->homes, 2);
        EXPECT_EQ(storage::places::patches(tx).front().name, "North 3");
    });
}

TEST_F(ImportPlaces, of_homes_again_changes_only_what_changed) {
    std::string const first =
        std::string(homes_header) + "1,2 Mill Lane,,MK1 1AS,,,\n2,4 Mill Lane,,MK1 1AS,,,\n";
    ASSERT_TRUE(load(PlaceKind::homes, first));
    auto const before = address("2")->id;
    auto const again =
        load(PlaceKind::homes,
             std::string(homes_header) + "1,2 Mill Lane,,MK1 1AS,,,\n2,4 Mill Lane,,MK1 1AS,,,Sold\n");
    EXPECT_EQ(again->counts.rows_same, 1);
    EXPECT_EQ(again->counts.rows_changed, 1);
    EXPECT_EQ(address("2")->tenure, "Sold");
    EXPECT_EQ(address("2")->id, before) << "records refer to it";
}

TEST_F(ImportPlaces, lists_homes_that_cannot_be_taken_and_takes_the_rest) {
    ASSERT_TRUE(load(PlaceKind::postcodes, two_postcodes));
    auto const result = load(PlaceKind::homes,
                             "uprn,line,postcode,kind,easting,northing,is_ours\n"
                             "1,2 Mill Lane,MK1 1AS,,,,\n"
                             "x1,3 Mill Lane,MK1 1AS,,,,\n"
                             "2,,MK1 1AS,,,,\n"
                             "3,5 Mill Lane,MK,,,,\n"
                             "4,6 Mill Lane,MK1 1AS,castle,,,\n"
                             "5,7 Mill Lane,MK1 1AS,,5,5000000,\n"
                             "1,8 Mill Lane,MK1 1AS,,,,\n"
                             "6,9 Mill Lane,MK9 9ZZ,shop,487550,235487,no\n"
                             "7,\"10\nMill Lane\",MK1 1AS,,,,maybe\n"
                             "8,11 Mill Lane\n");
    EXPECT_EQ(result->counts.rows_new, 2);
    EXPECT_EQ(result->counts.rows_refused, 8);
    EXPECT_EQ(result->doubts, 1);
    EXPECT_THAT(files.problem_words(),
                ElementsAre("3: \"x1\" is not a UPRN: 1 to 12 figures", "4: it has no address line",
                            "5: \"MK\" is not a postcode",
                            "6: kind \"castle\" is none of home, shop, communal, other",
                            "7: easting and northing are not a place in Great Britain",
                            "8: UPRN 1 is on line 2 already", "10: is_ours \"maybe\" is neither yes nor no",
                            "12: \"\" is not a postcode",
                            "9 taken: MK9 9ZZ is not among the postcodes loaded, so its ward is not known"));
    EXPECT_EQ(address("6")->accuracy, domain::places::Accuracy::address);
    EXPECT_FALSE(address("6")->is_ours);
}

TEST_F(ImportPlaces, takes_homes_by_a_mapping_and_gives_patches_their_housing_officer) {
    auto const huw = site.account(Role::housing_officer, "Huw");
    auto options = files.options(files.write("homes.csv",
                                             "Ref;Flat;Street;PC;Ten;Officer\n"
                                             "12;Flat 1;Mill Lane;MK1 1AS;GN;" +
                                                 huw.email +
                                                 "\n"
                                                 "13;;Mill Lane;MK1 1AS;XX;\n"
                                                 "14;;Mill Lane;MK1 1AS;;nobody@elmfield.example\n"));
    options.map = files.write("homes.toml", R"(
        separator = ";"
        [columns]
        uprn = "Ref"
        line = ["Flat", "Street"]
        postcode = "PC"
        tenure = "Ten"
        housing_officer = "Officer"
        [constants]
        town = "Milton Keynes"
        patch = "North 3"
        [values.tenure]
        GN = "General needs"
    )");
    auto const result = load(PlaceKind::homes, options);
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_EQ(result->counts.rows_new, 2);
    EXPECT_THAT(files.problem_words(),
                ElementsAre("3: tenure \"XX\" is not in the mapping",
                            "4 taken: nobody has an account with the e-mail of its housing officer"));
    EXPECT_EQ(address("12")->in_one_line(), "Flat 1, Mill Lane, Milton Keynes, MK1 1AS");
    auto const patches = read([](storage::sql::Read& tx) { return storage::places::patches(tx); });
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches.front().housing_officer, huw.id);
}

TEST_F(ImportPlaces, refuses_a_file_without_the_columns_it_needs) {
    auto const refused = load(PlaceKind::homes, "uprn,address\n1,2 Mill Lane\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message(), "The first line of the file has no column called line, postcode");
}

TEST_F(ImportPlaces, is_for_those_who_may_import) {
    auto const file = files.options(files.write("file.csv", two_postcodes));
    auto officer = site.as(site.account(Role::asb_officer));
    EXPECT_EQ(import_places(officer, PlaceKind::postcodes, file).error().kind(), RefusalKind::forbidden);
    auto administrator = site.as(site.account(Role::administrator));
    EXPECT_TRUE(import_places(administrator, PlaceKind::postcodes, file));
}

TEST_F(ImportPlaces, leaves_an_event_and_a_load) {
    ASSERT_TRUE(load(PlaceKind::postcodes, two_postcodes));
    EXPECT_THAT(site.events_of("settings-places"), ElementsAre("places-loaded", "places-loaded"));
    auto const last =
        read([](storage::sql::Read& tx) { return storage::places::last_load(tx, "postcodes"); });
    EXPECT_EQ(last->rows_taken, 2);
    EXPECT_EQ(last->source, "file.csv");
}

TEST_F(ImportPlaces, guesses_what_a_file_is) {
    auto const guess = [&](std::string const& content) { return guess_kind(files.write("f", content)); };
    EXPECT_EQ(guess(two_postcodes), PlaceKind::postcodes);
    EXPECT_EQ(guess("{\n  \"E05000932\": \"Ainsdale\""), PlaceKind::wards);
    EXPECT_EQ(guess("{\n  \"E01000001\": \"City of London 001A\""), PlaceKind::lsoas);
    EXPECT_EQ(guess(R"({"features": [{"properties": {"LSOA11CD": "E01016710"}}]})"), PlaceKind::lsoas);
    EXPECT_EQ(guess(homes_header), PlaceKind::homes);
    EXPECT_EQ(guess(""), PlaceKind::homes);
}

TEST_F(ImportPlaces, puts_every_postcode_of_milton_keynes_into_its_ward_and_census_area) {
    auto const postcodes = test::ImportFiles::shared("postcodes/code-point-open-mk.csv.gz");
    if (postcodes.empty()) GTEST_SKIP() << "The Code-Point Open file is not here";
    ASSERT_TRUE(load(PlaceKind::postcodes, files.options(postcodes)));
    auto const names = load(PlaceKind::wards,
                            files.options(test::ImportFiles::shared("boundaries/ward-codes-names.json.gz")));
    EXPECT_EQ(names->counts.rows_new, 19);
    auto const census =
        load(PlaceKind::lsoas,
             files.options(test::ImportFiles::shared("boundaries/milton-keynes-lsoa-2011.geojson")));
    EXPECT_EQ(census->counts.rows_new, 152);
    EXPECT_EQ(census->counts.rows_refused, 0);
    read([&](storage::sql::Read& tx) {
        int in_area = 0, in_census_area = 0;
        for (auto const& one : storage::places::postcodes_after(tx, "", 20'000)) {
            in_area += one.area ? 1 : 0;
            in_census_area += one.lsoa_code.empty() ? 0 : 1;
            // The town's own wards and the boundary of its census areas are two sources: they agree.
            EXPECT_EQ(one.area.has_value(), !one.lsoa_code.empty()) << one.postcode;
        }
        EXPECT_EQ(in_area, 7108);
        EXPECT_EQ(in_census_area, 7108);
    });
}

}  // namespace
}  // namespace doorstep::usecases::places
