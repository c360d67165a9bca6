#include <gtest/gtest.h>

#include "storage/accounts.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

constexpr char const* said = "It was loud again last night, <loud>";

class InterruptedForm : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-2)});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference + "/contacts/new";

    http::Pairs fields() {
        http::Pairs fields;
        fields.add("person", std::string(made.complainants.front().id.text()));
        fields.add("made-on-day", "10");
        fields.add("made-on-month", "6");
        fields.add("made-on-year", "2026");
        fields.add("method", "telephone");
        fields.add("result", "conversation");
        fields.add("summary", said);
        return fields;
    }
    void wait_an_hour() { site.clock.set(site.clock.now().plus_seconds(3600)); }
    http::Response sign_in_again(TestBrowser& with, domain::accounts::Account const& who,
                                 http::Response const& to) {
        with.follow(to);
        http::Pairs fields;
        fields.add("email", who.email);
        fields.add("password", std::string(TestSite::password));
        return with.post("/staff/sign-in", fields);
    }
    /// Signs in, opens the form, is idle too long and sends it.
    http::Response send_too_late() {
        browser.sign_in(officer);
        browser.get(address);
        wait_an_hour();
        return browser.post(address, fields());
    }
    int contacts() { return static_cast<int>(site.stored(made.file.id).contacts_count); }
};

TEST_F(InterruptedForm, is_shown_after_signing_in_and_sent_with_one_press) {
    auto const sent = send_too_late();
    EXPECT_TRUE(location_of(sent).starts_with("/staff/sign-in?next=%2Fstaff%2Finterrupted-forms%2F"))
        << location_of(sent);
    EXPECT_EQ(contacts(), 0);
    auto const in = sign_in_again(browser, officer, sent);
    auto const kept = location_of(in);
    auto const page = browser.follow(in);
    auto const text = text_of(page);
    EXPECT_NE(text.find("You were signed out while working"), std::string::npos) << text;
    EXPECT_NE(text.find(said), std::string::npos);
    EXPECT_NE(text.find("Made on 10 6 2026"), std::string::npos);
    EXPECT_EQ(text.find(std::string(made.complainants.front().id.text())), std::string::npos);
    EXPECT_EQ(contacts(), 0);

    auto const again = browser.post(address);
    EXPECT_EQ(location_of(again), "/cases/" + made.file.reference);
    EXPECT_EQ(contacts(), 1);
    EXPECT_NE(text_of(browser.follow(again)).find(said), std::string::npos);
    EXPECT_EQ(browser.get(kept).status, 404);
}

TEST_F(InterruptedForm, is_known_again_when_its_writer_signed_in_meanwhile_in_another_tab) {
    browser.sign_in(officer);
    browser.get(address);
    auto const form = browser.open_page();
    wait_an_hour();
    browser.get("/your-account");  // the other tab finds the session ended
    browser.sign_in(officer);
    browser.show_page(form);
    auto const sent = browser.post(address, fields());
    EXPECT_TRUE(location_of(sent).starts_with("/staff/interrupted-forms/")) << location_of(sent);
    browser.follow(sent);
    EXPECT_EQ(browser.post(address).status, 303);
    EXPECT_EQ(contacts(), 1);
}

TEST_F(InterruptedForm, is_known_again_after_signing_out_in_another_tab) {
    browser.sign_in(officer);
    browser.get(address);
    auto const form = browser.open_page();
    browser.post("/sign-out");
    browser.show_page(form);
    auto const in = sign_in_again(browser, officer, browser.post(address, fields()));
    EXPECT_NE(text_of(browser.follow(in)).find(said), std::string::npos);
}

TEST_F(InterruptedForm, is_shown_to_nobody_else_who_signs_in_here) {
    auto const sent = send_too_late();
    auto const in = sign_in_again(browser, site.account(Role::asb_manager), sent);
    auto const page = browser.follow(in);
    EXPECT_EQ(page.status, 404);
    EXPECT_EQ(page.body.find("loud"), std::string::npos);
}

TEST_F(InterruptedForm, is_shown_in_no_other_browser) {
    auto const sent = send_too_late();
    TestBrowser other(web);
    EXPECT_EQ(other.follow(sign_in_again(other, officer, sent)).status, 404);
}

TEST_F(InterruptedForm, of_an_earlier_colleague_is_refused_to_whoever_is_signed_in_now) {
    browser.sign_in(officer);
    browser.get(address);
    auto const form = browser.open_page();
    browser.post("/sign-out");
    browser.sign_in(site.account(Role::asb_manager));
    browser.show_page(form);
    EXPECT_EQ(browser.post(address, fields()).status, 403);
    EXPECT_EQ(contacts(), 0);
}

TEST_F(InterruptedForm, is_not_kept_for_another_sites_form) {
    browser.sign_in(officer);
    browser.get(address);
    wait_an_hour();
    auto const without_token = browser.post_raw(address, fields());
    EXPECT_EQ(location_of(without_token), "/staff/sign-in?next=" + http::percent_encode(address));
    browser.set_header("sec-fetch-site", "cross-site");
    auto const from_elsewhere = browser.post(address, fields());
    EXPECT_EQ(location_of(from_elsewhere), "/staff/sign-in?next=" + http::percent_encode(address));
}

TEST_F(InterruptedForm, is_kept_until_the_end_of_the_next_day) {
    auto const sent = send_too_late();  // on 10 June
    site.set_today(*Date::of(2026, 6, 11), {23, 59});
    auto const in = sign_in_again(browser, officer, sent);
    EXPECT_EQ(browser.get(location_of(in)).status, 200);
    site.set_today(*Date::of(2026, 6, 12), {0, 0});
    EXPECT_EQ(browser.get(location_of(in)).status, 404);
}

TEST_F(InterruptedForm, is_thrown_away_when_asked) {
    auto const in = sign_in_again(browser, officer, send_too_late());
    browser.follow(in);
    EXPECT_EQ(browser.post(location_of(in) + "/remove").status, 303);
    EXPECT_EQ(browser.get(location_of(in)).status, 404);
}

TEST_F(InterruptedForm, keeps_no_password) {
    browser.sign_in(officer);
    browser.get("/your-account/password");
    wait_an_hour();
    http::Pairs fields;
    fields.add("current-password", std::string(TestSite::password));
    fields.add("new-password", "teapot gravel lantern");
    auto const in = sign_in_again(browser, officer, browser.post("/your-account/password", fields));
    auto const page = browser.follow(in);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.body.find("teapot"), std::string::npos);
}

TEST_F(InterruptedForm, is_sealed_in_the_database) {
    send_too_late();
    static storage::sql::Query const select_answers{"test.draft_answers", "SELECT answers FROM draft"};
    auto const answers =
        site.database().read([](auto& tx) { return tx.template value<std::string>(select_answers); });
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->find("loud"), std::string::npos);
}

}  // namespace
}  // namespace doorstep::test
