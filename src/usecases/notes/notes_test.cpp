#include <gtest/gtest.h>

#include "support/site/test_site.h"
#include "usecases/cases/view_case.h"
#include "usecases/find/search.h"
#include "usecases/notes/add_note.h"

namespace doorstep::usecases::notes {
namespace {

using domain::access::Role;

class Notes : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8)});
    std::string const reference = made.file.reference;
};

TEST_F(Notes, stand_in_the_chronology_as_they_were_typed) {
    auto context = site.as(officer);
    ASSERT_TRUE(add_note(context, {reference, "Spoke to the caretaker.\n<b>No</b> lock on 12."}));
    auto const view = cases::view_case(context, reference, {});
    ASSERT_TRUE(view);
    ASSERT_FALSE(view->timeline.empty());
    ASSERT_NE(view->timeline.front().kind, nullptr);
    EXPECT_EQ(view->timeline.front().kind->name, domain::events::note_added.name);
    EXPECT_EQ(view->timeline.front().said, "Spoke to the caretaker.\n<b>No</b> lock on 12.");
    EXPECT_EQ(view->timeline.front().by, "Dana Okafor");
}

TEST_F(Notes, find_their_case_for_those_who_may_see_it) {
    auto context = site.as(officer);
    ASSERT_TRUE(add_note(context, {reference, "The caretaker heard a \"trumpet\" at dawn"}));
    ASSERT_TRUE(add_note(context, {reference, "Second note: bagpipes"}));
    auto const found = [&](domain::accounts::Account const& account, char const* words) {
        auto reader = site.as(account);
        auto const result = find::search(reader, words);
        return result ? static_cast<int>(result->cases.size()) : -1;
    };
    EXPECT_EQ(found(officer, "trumpet dawn"), 1);
    EXPECT_EQ(found(officer, "bagpipes"), 1);
    EXPECT_EQ(found(site.account(Role::asb_officer), "trumpet"), 1);
    EXPECT_EQ(found(site.account(Role::housing_officer), "trumpet"), 0) << "not their case";
    site.database().run_script("UPDATE case_file SET restricted = TRUE");
    EXPECT_EQ(found(site.account(Role::asb_officer), "trumpet"), 0);
}

TEST_F(Notes, need_words) {
    auto context = site.as(officer);
    EXPECT_EQ(add_note(context, {reference, " \n "}).error().code(), "note-missing");
    EXPECT_EQ(add_note(context, {reference, std::string(5001, 'a')}).error().code(), "note-too-long");
    EXPECT_TRUE(add_note(context, {reference, std::string(5000, 'a')}));
}

TEST_F(Notes, are_for_those_who_work_on_cases) {
    auto const board = site.account(Role::board_member);
    auto context = site.as(board);
    EXPECT_FALSE(add_note(context, {reference, "A note"}));
}

}  // namespace
}  // namespace doorstep::usecases::notes
