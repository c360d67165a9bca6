#include <gtest/gtest.h>

#include "storage/absences.h"
#include "storage/accounts.h"
#include "storage/places.h"
#include "support/site/test_site.h"
#include "usecases/places/find_addresses.h"
#include "usecases/places/responsible_officers.h"

namespace doorstep::usecases::places {
namespace {

using domain::access::Role;

class PlacesOfASite : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::places::Area ward{
        .id = AreaId(site.ids.next()), .code = "E05009406", .name = "Bletchley East", .asb_officer = {}};
    domain::places::Patch patch{.id = PatchId(site.ids.next()), .name = "North 3", .housing_officer = {}};

    void SetUp() override {
        patch.housing_officer = site.account(Role::housing_officer, "Huw").id;
        domain::places::Address home;
        home.id = AddressId(site.ids.next());
        home.line = "2 Mill Lane";
        home.postcode = "MK9 3XS";
        home.area = ward.id;
        home.patch = patch.id;
        site.database().write([&](storage::sql::Write& tx) {
            storage::places::insert(tx, ward);
            storage::places::insert(tx, patch);
            storage::places::insert(tx, home);
        });
    }
    void add_rule(std::optional<AreaId> area, std::optional<std::string> category, AccountId account) {
        site.database().write([&](storage::sql::Write& tx) {
            storage::places::insert(tx, domain::places::AssignmentRule{AssignmentRuleId(site.ids.next()),
                                                                       area, std::move(category), account});
        });
    }
    ResponsibleOfficers officers(std::string_view category) {
        return site.database().read([&](storage::sql::Read& tx) {
            return responsible_officers(
                tx, {.patch = patch.id, .area = ward.id, .category = category, .today = site.today()});
        });
    }
};

TEST_F(PlacesOfASite, find_a_postcode_s_addresses_for_anybody_however_it_is_typed) {
    auto context = site.as_public();
    auto const found = addresses_at(context, "mk93xs ");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->postcode, "MK9 3XS");
    EXPECT_TRUE(found->is_known);
    ASSERT_EQ(found->addresses.size(), 1U);
    EXPECT_EQ(found->area->name, "Bletchley East");
}

TEST_F(PlacesOfASite, say_that_a_postcode_is_not_known_without_refusing_it) {
    auto context = site.as_public();
    auto const found = addresses_at(context, "SW1A 1AA");
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->is_known);
    EXPECT_TRUE(found->addresses.empty());
}

TEST_F(PlacesOfASite, refuse_what_is_no_postcode) {
    auto context = site.as_public();
    auto const refused = addresses_at(context, "Mill Lane");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems().front().field, "postcode");
}

TEST_F(PlacesOfASite, name_the_housing_officer_of_the_patch_and_the_asb_officer_of_the_rule) {
    auto const dana = site.account(Role::asb_officer, "Dana");
    add_rule(ward.id, "noise", dana.id);
    auto const found = officers("noise");
    EXPECT_EQ(found.patch_name, "North 3");
    ASSERT_TRUE(found.housing_officer);
    EXPECT_EQ(found.housing_officer->name, "Huw");
    ASSERT_EQ(found.asb_officers.size(), 1U);
    EXPECT_EQ(found.asb_officer(), dana.id);
    EXPECT_TRUE(officers("drugs").asb_officers.empty());
}

TEST_F(PlacesOfASite, say_who_is_away_and_who_covers) {
    auto const dana = site.account(Role::asb_officer, "Dana");
    auto const ade = site.account(Role::asb_officer, "Ade");
    add_rule({}, "noise", dana.id);
    site.database().write([&](storage::sql::Write& tx) {
        storage::absences::insert(tx, {std::string(site.ids.next().text()), dana.id, site.today(),
                                       site.today().plus_days(3), ade.id, "", dana.id, site.clock.now()});
    });
    auto const found = officers("noise");
    ASSERT_EQ(found.asb_officers.size(), 1U);
    EXPECT_EQ(found.asb_officers.front().away_until, site.today().plus_days(3));
    EXPECT_EQ(found.asb_officers.front().cover->name, "Ade");
}

TEST_F(PlacesOfASite, leave_out_officers_whose_account_is_disabled) {
    auto dana = site.account(Role::asb_officer, "Dana");
    add_rule({}, "noise", dana.id);
    dana.state = domain::accounts::State::disabled;
    site.database().write([&](storage::sql::Write& tx) { storage::accounts::update(tx, dana); });
    EXPECT_TRUE(officers("noise").asb_officers.empty());
}

}  // namespace
}  // namespace doorstep::usecases::places
