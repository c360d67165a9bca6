#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class RecordContactPage : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-2)});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference + "/contacts/new";

    http::Pairs fields(std::string const& result = "conversation") {
        http::Pairs fields;
        fields.add("person", std::string(made.complainants.front().id.text()));
        fields.add("made-on-day", "10");
        fields.add("made-on-month", "6");
        fields.add("made-on-year", "2026");
        fields.add("method", "telephone");
        fields.add("result", result);
        fields.add("summary", "It was loud again last night");
        return fields;
    }
};

TEST_F(RecordContactPage, saves_a_conversation_and_says_when_the_next_is_due) {
    browser.sign_in(officer);
    EXPECT_EQ(browser.get(address).status, 200);
    auto const saved = browser.post(address, fields());
    EXPECT_EQ(saved.status, 303);
    auto const page = text_of(browser.follow(saved));
    EXPECT_NE(page.find("First contact saved. Next contact by 24 June 2026."), std::string::npos) << page;
    EXPECT_NE(page.find("It was loud again last night"), std::string::npos);
}

TEST_F(RecordContactPage, says_that_an_attempt_does_not_move_the_date) {
    browser.sign_in(officer);
    browser.get(address);
    auto const page = text_of(browser.follow(browser.post(address, fields("attempt"))));
    EXPECT_NE(page.find("the date of the next contact stays the same"), std::string::npos) << page;
}

TEST_F(RecordContactPage, keeps_what_was_typed_and_names_every_problem) {
    browser.sign_in(officer);
    browser.get(address);
    auto typed = fields();
    typed.set("made-on-day", "31");
    typed.remove("method");
    auto const response = browser.post(address, typed);
    EXPECT_EQ(response.status, 422);
    auto const page = text_of(response);
    EXPECT_NE(page.find("Error: Record a contact"), std::string::npos);
    EXPECT_NE(page.find("Date must be a real date"), std::string::npos);
    EXPECT_NE(page.find("Select how the contact was made"), std::string::npos);
    EXPECT_NE(page.find("It was loud again last night"), std::string::npos);
}

TEST_F(RecordContactPage, pressed_twice_makes_one_contact) {
    browser.sign_in(officer);
    browser.get(address);
    auto typed = fields();
    typed.add("once", "one-press");
    auto const first = browser.post(address, typed);
    auto const second = browser.post(address, typed);
    EXPECT_EQ(location_of(second), location_of(first));
    EXPECT_EQ(site.stored(made.file.id).contacts_count, 1);
}

TEST_F(RecordContactPage, sends_someone_signed_out_to_sign_in_and_back) {
    auto const response = browser.get(address);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(location_of(response), "/staff/sign-in?next=" + http::percent_encode(address));
}

TEST_F(RecordContactPage, refuses_a_form_without_the_token) {
    browser.sign_in(officer);
    EXPECT_EQ(browser.post_raw(address, fields()).status, 403);
    EXPECT_EQ(site.stored(made.file.id).contacts_count, 0);
}

}  // namespace
}  // namespace doorstep::test
