#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using ::testing::HasSubstr;
using ::testing::Not;

class TeamPages : public ::testing::Test {
  protected:
    TestSite site;  // Wednesday 10 June 2026
    TestWeb web{site};
    domain::accounts::Account dana = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account sam = site.account(Role::asb_officer, "Sam Reyes");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    TestSite::MadeCase made = site.open_case({.owner = dana.id});
    TestBrowser browser{web};

    std::string id_of(domain::accounts::Account const& account) { return std::string(account.id.text()); }
};

TEST_F(TeamPages, show_who_has_how_much_and_open_the_cases_behind_a_number) {
    browser.sign_in(manager);
    auto const page = text_of(browser.get("/team"));
    EXPECT_THAT(page, HasSubstr("Dana Okafor"));
    EXPECT_THAT(page, HasSubstr("No contact in 14 days"));
    auto const list = text_of(browser.get("/team/cases?figure=no-plan&officer=" + id_of(dana)));
    EXPECT_THAT(list, HasSubstr("Cases of Dana Okafor: no plan agreed"));
    EXPECT_THAT(list, HasSubstr(made.file.reference));
    EXPECT_THAT(text_of(browser.get("/team/cases?figure=overdue&officer=" + id_of(sam))),
                HasSubstr("No such cases"));
}

TEST_F(TeamPages, are_not_for_officers) {
    browser.sign_in(dana);
    EXPECT_EQ(browser.get("/team").status, 403);
    EXPECT_EQ(browser.get("/team/reassignment").status, 403);
}

TEST_F(TeamPages, hand_a_case_over_and_say_who_is_told) {
    browser.sign_in(dana);
    auto const address = "/cases/" + made.file.reference + "/handover";
    auto const form = text_of(browser.get(address));
    EXPECT_THAT(form, HasSubstr("Sam Reyes"));
    EXPECT_THAT(form, HasSubstr("Make first contact"));
    EXPECT_EQ(browser.post(address).status, 422);
    http::Pairs fields;
    fields.add("to", id_of(sam));
    fields.add("brief", "Rings best after 6pm");
    auto const page = text_of(browser.follow(browser.post(address, fields)));
    EXPECT_THAT(page, HasSubstr("Sam Reyes deals with the case from now on."));
    EXPECT_THAT(page, HasSubstr("1 person cannot be written to safely"));
    EXPECT_THAT(page, HasSubstr("Rings best after 6pm"));
}

TEST_F(TeamPages, move_cases_after_asking_once_more) {
    browser.sign_in(manager);
    EXPECT_THAT(text_of(browser.get("/team/reassignment")), HasSubstr("Whose cases move?"));
    auto const address = "/team/reassignment?from=" + id_of(dana);
    EXPECT_THAT(text_of(browser.get(address)), HasSubstr("Which cases move?"));
    http::Pairs fields;
    fields.add("cases", std::string(made.file.id.text()));
    fields.add("to", id_of(sam));
    fields.add("reason", "Too much for one");
    auto const asked = browser.post("/team/reassignment", fields);
    EXPECT_EQ(asked.status, 200);
    EXPECT_THAT(text_of(asked), HasSubstr("Move 1 case to Sam Reyes?"));
    EXPECT_EQ(site.stored(made.file.id).owner, dana.id);
    auto const moved = text_of(browser.follow(browser.post("/team/reassignment")));
    EXPECT_THAT(moved, HasSubstr("1 case is with Sam Reyes now."));
    EXPECT_EQ(site.stored(made.file.id).owner, sam.id);
}

TEST_F(TeamPages, record_a_time_away_and_show_what_falls_due_in_it) {
    browser.sign_in(dana);
    EXPECT_THAT(text_of(browser.get("/team/absences")), HasSubstr("Nobody is away"));
    browser.get("/team/absences/new");
    http::Pairs fields;
    fields.add("who", id_of(dana));
    for (auto const* name : {"from-on", "last-day"}) {
        fields.add(std::string(name) + "-day", std::string(name) == "from-on" ? "12" : "19");
        fields.add(std::string(name) + "-month", "6");
        fields.add(std::string(name) + "-year", "2026");
    }
    fields.add("cover", id_of(sam));
    auto const saved = browser.post("/team/absences/new", fields);
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const page = text_of(browser.follow(saved));
    EXPECT_THAT(page, HasSubstr("12 June 2026 to 19 June 2026"));
    EXPECT_THAT(page, HasSubstr("Covered by Sam Reyes"));
    EXPECT_THAT(page, HasSubstr(made.file.reference));
    EXPECT_THAT(page, Not(HasSubstr("Move their cases")));
}

}  // namespace
}  // namespace doorstep::test
