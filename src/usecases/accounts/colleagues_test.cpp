#include <gtest/gtest.h>

#include "storage/places.h"
#include "support/site/test_site.h"
#include "usecases/accounts/look_after.h"
#include "usecases/accounts/qualifications.h"

namespace doorstep::usecases::accounts {
namespace {

using domain::access::Role;
using domain::accounts::QualificationState;

class Colleagues : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account admin = site.account(Role::administrator, "Priya Nair");
    domain::accounts::Account huw = site.account(Role::housing_officer, "Huw Pritchard");
    domain::accounts::Account dana = site.account(Role::asb_officer, "Dana Okafor");

    Expected<Done> save(SaveQualification const& input) {
        auto context = site.as(admin);
        return save_qualification(context, input);
    }
    SaveQualification certificate() const {
        SaveQualification input;
        input.account = huw.id;
        input.title = "Level 4 certificate";
        input.awarded_by = "An awarding body";
        input.held_from = Date::of(2026, 3, 1);
        input.evidence = "Personnel file";
        return input;
    }
    std::vector<domain::accounts::Qualification> of_huw() {
        auto context = site.as(admin);
        return qualifications_of(context, huw.id);
    }
    Expected<Done> place(LookAfter const& input) {
        auto context = site.as(admin);
        return look_after(context, input);
    }
};

TEST_F(Colleagues, have_a_register_of_qualifications) {
    ASSERT_TRUE(save(certificate()));
    ASSERT_EQ(of_huw().size(), 1U);
    auto change = certificate();
    change.id = of_huw().front().id;
    change.version = 1;
    change.state = QualificationState::lapsed;
    change.expires_on = Date::of(2026, 6, 1);
    ASSERT_TRUE(save(change));
    EXPECT_EQ(of_huw().front().state, QualificationState::lapsed);
    EXPECT_EQ(of_huw().front().expires_on, Date::of(2026, 6, 1));
    EXPECT_EQ(save(change).error().code(), "changed-meanwhile");
    change.account = dana.id;
    EXPECT_EQ(save(change).error().code(), "qualification-unknown");
    EXPECT_EQ(site.events_of(huw.id.text()).back(), "account-changed");
}

TEST_F(Colleagues, look_after_patches_and_areas) {
    domain::places::Patch patch{.id = PatchId(site.ids.next()), .name = "North 3", .housing_officer = {}};
    domain::places::Area area;
    area.id = AreaId(site.ids.next());
    area.code = "E05000001";
    area.name = "Acre ward";
    site.database().write([&](auto& tx) {
        storage::places::insert(tx, patch);
        storage::places::insert(tx, area);
    });
    ASSERT_TRUE(place({.account = huw.id, .patches = {std::string(patch.id.text())}, .areas = {}}));
    ASSERT_TRUE(place({.account = dana.id, .patches = {}, .areas = {std::string(area.id.text())}}));
    auto context = site.as(admin);
    auto view = looked_after(context, huw.id);
    EXPECT_TRUE(view.patches.front().is_theirs);
    EXPECT_EQ(view.patches.front().officer, "Huw Pritchard");
    EXPECT_EQ(view.areas.front().officer, "Dana Okafor");
    EXPECT_FALSE(view.areas.front().is_theirs);
    ASSERT_TRUE(place({.account = huw.id, .patches = {}, .areas = {}}));
    auto later = site.as(admin);
    EXPECT_EQ(looked_after(later, huw.id).patches.front().officer, "");

    EXPECT_EQ(
        place({.account = dana.id, .patches = {std::string(patch.id.text())}, .areas = {}}).error().code(),
        "no-housing-officer");
    EXPECT_EQ(
        place({.account = huw.id, .patches = {}, .areas = {std::string(area.id.text())}}).error().code(),
        "no-asb-officer");
    EXPECT_EQ(place({.account = huw.id, .patches = {"no-such"}, .areas = {}}).error().code(),
              "patch-unknown");
}

TEST_F(Colleagues, are_for_administrators) {
    auto context = site.as(site.account(Role::asb_manager));
    EXPECT_FALSE(save_qualification(context, certificate()));
    EXPECT_FALSE(look_after(context, {.account = huw.id, .patches = {}, .areas = {}}));
    EXPECT_TRUE(qualifications_of(context, huw.id).empty());
    EXPECT_TRUE(looked_after(context, huw.id).patches.empty());
}

}  // namespace
}  // namespace doorstep::usecases::accounts
