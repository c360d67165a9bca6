#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class MyWorkPage : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestBrowser browser{web};
};

TEST_F(MyWorkPage, shows_what_is_overdue_before_what_is_due_later_with_a_link_to_the_act) {
    auto const late = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-30)});
    auto const fresh = site.open_case({.owner = officer.id});
    browser.sign_in(officer);
    auto const response = browser.get("/work");
    EXPECT_EQ(response.status, 200);
    auto const page = text_of(response);
    EXPECT_LT(page.find(late.file.reference), page.find(fresh.file.reference)) << page;
    EXPECT_NE(response.body.find("/cases/" + late.file.reference + "/contacts/new"), std::string::npos);
}

TEST_F(MyWorkPage, marks_high_risk_by_the_band_or_until_assessed_and_danger_apart) {
    auto const row = [&](CaseOptions options) {
        TestSite one;
        TestWeb pages{one};
        TestBrowser reader{pages};
        auto const dana = one.account(Role::asb_officer);
        options.owner = dana.id;
        one.open_case(options);
        reader.sign_in(dana);
        return text_of(reader.get("/work"));
    };
    using domain::cases::RiskBand;
    auto const has = [](std::string const& page, char const* words) {
        return page.find(words) != std::string::npos;
    };
    auto const ordinary = row({});
    EXPECT_FALSE(has(ordinary, "High risk")) << ordinary;
    EXPECT_FALSE(has(ordinary, "Danger"));
    auto const by_kind = row({.taken_as_high_on = site.today()});
    EXPECT_TRUE(has(by_kind, "High risk until assessed")) << by_kind;
    EXPECT_FALSE(has(by_kind, "Danger"));
    auto const by_band = row({.risk = RiskBand::high});
    EXPECT_TRUE(has(by_band, "High risk"));
    EXPECT_FALSE(has(by_band, "until assessed"));
    auto const assessed =
        row({.risk = RiskBand::standard, .taken_as_high_on = site.today(), .in_danger = true});
    EXPECT_FALSE(has(assessed, "High risk")) << assessed;
    EXPECT_TRUE(has(assessed, "Danger"));
}

TEST_F(MyWorkPage, does_not_show_other_peoples_work) {
    auto const other = site.open_case({.owner = site.account(Role::asb_officer).id});
    browser.sign_in(officer);
    EXPECT_EQ(text_of(browser.get("/work")).find(other.file.reference), std::string::npos);
}

TEST_F(MyWorkPage, says_what_would_be_here_when_there_is_nothing) {
    browser.sign_in(officer);
    EXPECT_NE(text_of(browser.get("/work")).find("Nothing is due"), std::string::npos);
}

TEST_F(MyWorkPage, does_not_say_a_case_is_there_that_was_restricted_meanwhile) {
    auto const made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-30)});
    site.database().run_script("UPDATE case_file SET restricted = TRUE");
    browser.sign_in(officer);
    EXPECT_EQ(text_of(browser.get("/work")).find(made.file.reference), std::string::npos);
}

TEST_F(MyWorkPage, takes_at_most_twelve_statements) {
    for (int n = 0; n < 60; ++n)
        site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-n)});
    browser.sign_in(officer);
    auto const response = browser.get("/work");
    std::string timing;
    for (auto const& [name, value] : response.headers)
        if (name == "Server-Timing") timing = value;
    auto const quote = timing.find('"');
    ASSERT_NE(quote, std::string::npos);
    EXPECT_LE(std::stoi(timing.substr(quote + 1)), 12);
    EXPECT_NE(text_of(response).find("Showing 1 to 50 of 60"), std::string::npos);
}

TEST_F(MyWorkPage, tells_what_others_changed_until_it_is_read) {
    auto const made = site.open_case({.owner = officer.id});
    browser.sign_in(officer);
    EXPECT_NE(text_of(browser.get("/work/changes")).find("Case opened"), std::string::npos);
    site.clock.set(site.clock.now().plus_seconds(60));
    browser.get("/work/changes");
    EXPECT_EQ(browser.post("/work/changes").status, 303);
    EXPECT_NE(text_of(browser.get("/work/changes")).find("Nothing new"), std::string::npos);
}

}  // namespace
}  // namespace doorstep::test
