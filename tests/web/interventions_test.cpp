#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class ActionPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-5)});
    TestBrowser browser{web};
    std::string const actions = "/cases/" + made.file.reference + "/actions";

    void SetUp() override { browser.sign_in(officer); }

    http::Pairs referral() {
        http::Pairs fields;
        forms::detail::fill_date(fields, "used-on", site.today());
        fields.set("recipient", std::string(made.complainants.front().id.text()));
        fields.set("referred-to", "Northgate victim support");
        fields.set("content", "Wants somebody to talk to");
        fields.set("consent", "given");
        return fields;
    }
    http::Response refer(http::Pairs const& fields) {
        auto const address = actions + "/new?step=referral-victim-support";
        browser.get(address);
        return browser.post(address, fields);
    }
};

TEST_F(ActionPages, show_support_and_enforcement_side_by_side_when_there_is_neither) {
    auto const page = text_of(browser.get(actions));
    EXPECT_NE(page.find("No support yet."), std::string::npos) << page;
    EXPECT_NE(page.find("No enforcement yet."), std::string::npos);
}

TEST_F(ActionPages, offer_the_catalogue_without_legal_steps) {
    auto const page = text_of(browser.get(actions + "/new"));
    EXPECT_NE(page.find("Written warning"), std::string::npos) << page;
    EXPECT_EQ(page.find("Civil injunction"), std::string::npos);
    auto const referrals = text_of(browser.get(actions + "/new?kind=referral"));
    EXPECT_EQ(referrals.find("Written warning"), std::string::npos);
    EXPECT_NE(referrals.find("Referral to victim support"), std::string::npos);
}

TEST_F(ActionPages, refuse_a_legal_step_by_its_address) {
    auto const response = browser.get(actions + "/new?step=injunction");
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("is a legal step"), std::string::npos);
    EXPECT_EQ(browser.get(actions + "/new?step=nonsense").status, 404);
}

TEST_F(ActionPages, refer_somebody_and_write_down_what_came_of_it) {
    auto const saved = refer(referral());
    ASSERT_EQ(saved.status, 303);
    auto const page = browser.follow(saved);
    EXPECT_NE(text_of(page).find("The answer is due by 17 June 2026."), std::string::npos) << text_of(page);
    EXPECT_NE(text_of(page).find("Waiting"), std::string::npos);

    auto const from = page.body.find(actions + "/0");
    ASSERT_NE(from, std::string::npos);
    auto const address = page.body.substr(from, page.body.find('"', from) - from);
    EXPECT_NE(text_of(browser.get(address)).find("Northgate victim support"), std::string::npos);
    EXPECT_EQ(browser.post(address).status, 422);
    http::Pairs outcome;
    outcome.set("outcome", "accepted");
    forms::detail::fill_date(outcome, "outcome-on", site.today());
    outcome.set("outcome-note", "First meeting on Monday");
    auto const after = text_of(browser.follow(browser.post(address, outcome)));
    EXPECT_NE(after.find("Result saved."), std::string::npos) << after;
    EXPECT_NE(after.find("Taken up"), std::string::npos);
}

TEST_F(ActionPages, name_everything_a_warning_still_has_to_say) {
    auto const address = actions + "/new?step=written-warning";
    EXPECT_NE(text_of(browser.get(address)).find("fair and in proportion"), std::string::npos);
    http::Pairs fields;
    forms::detail::fill_date(fields, "used-on", site.today());
    fields.set("content", "Keep the music down");
    auto const response = browser.post(address, fields);
    EXPECT_EQ(response.status, 422);
    auto const page = text_of(response);
    EXPECT_NE(page.find("Select who was warned"), std::string::npos) << page;
    EXPECT_NE(page.find("Enter what follows if it goes on"), std::string::npos);
    EXPECT_NE(page.find("Enter what was tried or ruled out first"), std::string::npos);
    EXPECT_NE(page.find("Keep the music down"), std::string::npos);
}

TEST_F(ActionPages, ask_on_what_footing_details_are_shared) {
    auto fields = referral();
    fields.set("consent", "refused");
    auto const response = refer(fields);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("Enter why it is shared although they did not agree"),
              std::string::npos);
}

}  // namespace
}  // namespace doorstep::test
