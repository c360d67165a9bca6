#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using ::testing::HasSubstr;
using ::testing::Not;

class AccessPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account owner = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    domain::accounts::Account head = site.account(Role::head_of_housing, "Ruth Adeyemi");
    domain::accounts::Account housing = site.account(Role::housing_officer, "Sam Reyes");
    TestSite::MadeCase made = site.open_case({.owner = owner.id});
    std::string const address = "/cases/" + made.file.reference;

    static http::Pairs pairs(std::initializer_list<std::pair<char const*, std::string>> list) {
        http::Pairs fields;
        for (auto const& [name, value] : list) fields.add(name, value);
        return fields;
    }
    TestBrowser as(domain::accounts::Account const& account) {
        TestBrowser browser(web);
        browser.sign_in(account);
        return browser;
    }
    /// Where My work leads to for the first item whose link begins like this.
    static std::string link_in(std::string const& page, std::string const& start) {
        auto const at = page.find("href=\"" + start);
        if (at == std::string::npos) return "";
        auto const from = at + 6;
        return page.substr(from, page.find('"', from) - from);
    }
};

TEST_F(AccessPages, a_case_that_is_not_there_for_somebody_offers_to_ask_whether_it_is_there_or_not) {
    auto browser = as(housing);
    auto const hidden = browser.get(address);
    auto const nothing = browser.get("/cases/ASB-26-99999");
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(nothing.status, 404);
    EXPECT_THAT(text_of(hidden), HasSubstr("ask for access"));
    EXPECT_EQ(text_of(hidden), text_of(nothing));
}

TEST_F(AccessPages, asking_answering_and_reading_the_answer) {
    auto asker = as(housing);
    auto const form = asker.get("/access-requests/new?reference=" + made.file.reference);
    EXPECT_THAT(form.body, HasSubstr("value=\"" + made.file.reference + "\""));
    auto const missing = asker.post("/access-requests/new", pairs({{"reference", made.file.reference}}));
    EXPECT_EQ(missing.status, 422);
    EXPECT_THAT(text_of(missing), HasSubstr("Enter why you need to see it"));
    auto const asked =
        asker.post("/access-requests/new",
                   pairs({{"reference", made.file.reference}, {"reason", "They are my tenant <b>too</b>"}}));
    EXPECT_EQ(asked.status, 303);
    auto const told = text_of(asker.follow(asked));
    EXPECT_THAT(told, HasSubstr("You have asked"));
    asker.get("/access-requests/new");
    auto const in_vain = asker.post("/access-requests/new",
                                    pairs({{"reference", "ASB-26-99999"}, {"reason", "Looking around"}}));
    EXPECT_EQ(text_of(asker.follow(in_vain)), told) << "the same for both";

    auto decider = as(owner);
    auto const request = link_in(decider.get("/work").body, "/access-requests/");
    ASSERT_FALSE(request.empty());
    EXPECT_THAT(text_of(decider.get(request)), HasSubstr("They are my tenant <b>too</b>"));
    auto const no_days = decider.post(request + "/answer", pairs({{"answer", "allow"}}));
    EXPECT_EQ(no_days.status, 422);
    EXPECT_THAT(text_of(no_days), HasSubstr("Number of days must be between 1 and 28"));
    EXPECT_EQ(decider.post(request + "/answer", pairs({{"answer", "allow"}, {"days", "3"}})).status, 303);

    EXPECT_EQ(asker.get(address).status, 200);
    auto const answer = link_in(asker.get("/work").body, "/access-requests/");
    EXPECT_EQ(answer, request);
    EXPECT_THAT(text_of(asker.get(answer)), HasSubstr("Allowed until 13 June 2026"));
    EXPECT_EQ(asker.post(answer + "/reading").status, 303);
    EXPECT_EQ(link_in(asker.get("/work").body, "/access-requests/"), "");
    site.set_today(site.today().plus_days(4));
    EXPECT_EQ(as(housing).get(address).status, 404);
}

TEST_F(AccessPages, a_restricted_case_says_that_a_manager_is_told_and_offers_to_ask_instead) {
    auto by_manager = as(manager);
    by_manager.get(address + "/restriction");
    EXPECT_EQ(by_manager.post(address + "/restriction", pairs({{"reason", "Staff lives next door"}})).status,
              303);
    auto browser = as(head);
    auto const page = browser.get(address);
    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(text_of(page), HasSubstr("Your manager will be told"));
    EXPECT_THAT(page.body, HasSubstr("/access-requests/new?reference=" + made.file.reference));
    EXPECT_THAT(text_of(page), Not(HasSubstr("next door")));
    EXPECT_EQ(browser.post(address + "/opening", pairs({{"reason", "Complaint to the board"}})).status, 303);
    EXPECT_EQ(browser.get(address).status, 200);

    auto const request = link_in(by_manager.get("/work").body, "/access-requests/");
    ASSERT_FALSE(request.empty());
    auto const told = text_of(by_manager.get(request));
    EXPECT_THAT(told, HasSubstr("Ruth Adeyemi"));
    EXPECT_THAT(told, HasSubstr("Complaint to the board"));
    EXPECT_EQ(by_manager.post(request + "/answer", pairs({{"answer", "refuse"}, {"note", "Ask me"}})).status,
              303);
    EXPECT_EQ(browser.get(address).status, 403);
    EXPECT_EQ(as(housing).get(request).status, 404) << "a request of others is not there";
}

TEST_F(AccessPages, somebody_who_may_not_do_something_is_told_who_can_give_leave) {
    auto browser = as(housing);
    auto const page = text_of(browser.get(address + "/risk/new"));
    EXPECT_THAT(page, HasSubstr("An administrator can change what your role may do"));
    EXPECT_THAT(page, HasSubstr("ask for access"));
    auto const own = site.open_case({.housing_officer = housing.id});
    auto const of_own = text_of(browser.get("/cases/" + own.file.reference + "/risk/new"));
    EXPECT_THAT(of_own, HasSubstr("You may see " + own.file.reference));
}

}  // namespace
}  // namespace doorstep::test
