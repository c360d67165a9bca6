#include "usecases/places/view_place.h"

#include <gtest/gtest.h>

#include "storage/cases.h"
#include "support/site/waiting_report.h"
#include "usecases/find/view_person.h"

namespace doorstep::usecases::places {
namespace {

using domain::access::Role;

class ViewPlaceTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account housing = site.account(Role::housing_officer, "Huw Pritchard");
    test::MadePlace made = test::made_place(site, officer.id, housing.id);

    void SetUp() override {
        case_at(made.address.id, {.owner = officer.id, .raised_on = Date::of(2026, 6, 1)});
        case_at(made.neighbour.id, {.raised_on = Date::of(2026, 2, 1)});
        case_at(made.address.id, {.restricted = true});
    }
    void case_at(AddressId address, test::CaseOptions const& options) {
        auto file = site.open_case(options).file;
        file = site.stored(file.id);
        file.address = address;
        file.block = made.block.id;
        site.database().write([&](storage::sql::Write& tx) { storage::cases::update(tx, file); });
    }
    Expected<PlaceView> view(std::string_view id, domain::accounts::Account const& by) {
        auto context = site.as(by);
        return view_place(context, id, 1);
    }
};

TEST_F(ViewPlaceTest, shows_a_block_with_its_officers_and_cases_by_quarter_but_nothing_restricted) {
    auto const seen = view(made.block.id.text(), officer);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->name(), "Acre Court");
    EXPECT_EQ(seen->cases.size(), 2U);
    EXPECT_EQ(seen->homes.size(), 2U);
    EXPECT_EQ(seen->officers.area_name, "Wolverton");
    ASSERT_EQ(seen->quarters.size(), 8U);
    EXPECT_EQ(seen->quarters.back().quarter.code(), "2026-27-Q1");
    EXPECT_EQ(seen->quarters.back().cases, 1);
    EXPECT_EQ(seen->quarters[6].cases, 1);
    ASSERT_EQ(seen->kinds.size(), 1U);
    EXPECT_EQ(seen->kinds.front().kind, "Noise");
    EXPECT_EQ(seen->kinds.front().cases, 2);
}

TEST_F(ViewPlaceTest, shows_an_address_with_both_officers_and_what_was_reported_there) {
    test::waiting_report(site, {.address = made.address.id});
    test::waiting_report(site, {.address = made.address.id, .high_profile = true});
    auto const seen = view(made.address.id.text(), officer);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->cases.size(), 1U);
    EXPECT_EQ(seen->officers.housing_officer->name, "Huw Pritchard");
    EXPECT_EQ(seen->officers.asb_officers.front().officer.name, "Dana Okafor");
    EXPECT_EQ(seen->reports.size(), 1U);
    EXPECT_EQ(seen->block->name, "Acre Court");
}

TEST_F(ViewPlaceTest, shows_a_housing_officer_the_place_without_cases_that_are_not_theirs) {
    auto const seen = view(made.block.id.text(), housing);
    ASSERT_TRUE(seen);
    EXPECT_TRUE(seen->cases.empty());
    EXPECT_EQ(seen->quarters.back().cases, 0);
    EXPECT_TRUE(view(made.address.id.text(), housing)->reports.empty());
}

TEST_F(ViewPlaceTest, lists_blocks_by_what_happened_there) {
    auto context = site.as(officer);
    auto const list = list_places(context, "", 1);
    ASSERT_TRUE(list);
    ASSERT_EQ(list->blocks.size(), 1U);
    EXPECT_EQ(list->blocks.front().opened, 2);
    EXPECT_EQ(list_places(context, made.area.id.text(), 9)->blocks.size(), 1U);
}

TEST_F(ViewPlaceTest, refuses_those_who_see_no_places_and_what_is_not_there) {
    auto const member = site.account(Role::board_member);
    auto context = site.as(member);
    EXPECT_EQ(list_places(context, "", 1).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(view(made.block.id.text(), member).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(view("nonsense", officer).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(view("018f4e6a-7b1c-7d2e-8f30-000000000001", officer).error().kind(), RefusalKind::not_found);
}

TEST_F(ViewPlaceTest, asks_no_more_statements_of_the_database_than_a_page_may) {
    for (auto const& id : {std::string(made.block.id.text()), std::string(made.address.id.text())}) {
        auto context = site.as(officer);
        context.read();
        auto const before = storage::sql::statements_on_this_thread();
        EXPECT_TRUE(view_place(context, id, 1));
        EXPECT_LE(storage::sql::statements_on_this_thread() - before, 10);
    }
}

TEST_F(ViewPlaceTest, shows_a_person_only_in_the_cases_that_the_viewer_sees) {
    auto const open = site.open_case({.owner = officer.id});
    auto const hidden = site.open_case({.restricted = true});
    auto const seen_by = [&](domain::accounts::Account const& account, PersonId person) {
        auto context = site.as(account);
        return find::view_person(context, person);
    };
    auto const seen = seen_by(officer, *open.complainants.front().person);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->person.name, "Ana Silva 1");
    EXPECT_EQ(seen->reporting.size(), 1U);
    EXPECT_FALSE(seen->on_both_sides());
    EXPECT_EQ(seen_by(officer, *hidden.complainants.front().person).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(seen_by(housing, *open.complainants.front().person).error().kind(), RefusalKind::forbidden);
}

}  // namespace
}  // namespace doorstep::usecases::places
