#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/people.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using ::testing::HasSubstr;
using ::testing::Not;

class LetterPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference + "/letters";

    LetterPages() {
        site.database().write([&](storage::sql::Write& tx) {
            auto part = *storage::people::find_case_person(tx, made.complainants.front().id);
            domain::people::SafeContact safe;
            safe.letter_allowed = true;
            auto const id = std::string(site.ids.next().text());
            storage::people::insert_safe_contact_row(tx, id, safe);
            part.safe_contact_id = id;
            storage::people::update(tx, part);
            auto person = storage::people::find_people(tx, {*part.person}).front();
            person.address_text = "4 Mill Lane, Milton Keynes, MK9 3XS";
            storage::people::update(tx, person);
        });
        browser.sign_in(officer);
    }
    http::Pairs chosen(std::string const& channel = "letter") {
        http::Pairs fields;
        fields.add("person", std::string(made.complainants.front().id.text()));
        fields.add("letter", "update");
        fields.add("channel", channel);
        return fields;
    }
    /// Address of a new draft.
    std::string draft() {
        browser.get(address + "/new");
        return location_of(browser.post(address + "/new", chosen()));
    }
    http::Response save_words(std::string const& draft, std::string const& words) {
        browser.get(draft);
        http::Pairs fields;
        fields.add("heading", "What is happening with your case");
        fields.add("body", words);
        return browser.post(draft, fields);
    }
};

TEST_F(LetterPages, say_that_nothing_was_written_yet) {
    auto const page = text_of(browser.get(address));
    EXPECT_THAT(page, HasSubstr("Nothing was written yet"));
    EXPECT_THAT(page, HasSubstr("Write a letter or message"));
}

TEST_F(LetterPages, write_check_and_send_a_letter) {
    auto const letter = draft();
    EXPECT_THAT(text_of(browser.get(letter)), HasSubstr("Dear Ana Silva 1"));
    auto const saved = save_words(letter, "Dear Ana\n\nWe rang your neighbours.");
    EXPECT_EQ(location_of(saved), letter + "/check");
    auto const check = text_of(browser.follow(saved));
    EXPECT_THAT(check, HasSubstr("The check found no name"));
    EXPECT_THAT(check, HasSubstr("We rang your neighbours."));
    auto const sent = text_of(browser.follow(browser.post(letter + "/check")));
    EXPECT_THAT(sent, HasSubstr("It is with the post."));
    EXPECT_THAT(sent, HasSubstr("Waiting to go"));
    EXPECT_THAT(text_of(browser.get(address)), HasSubstr("What is happening with your case"));
}

TEST_F(LetterPages, offer_no_way_on_while_the_other_side_is_named) {
    auto const letter = draft();
    auto const check = browser.follow(save_words(letter, "Ivo Marsh was warned."));
    EXPECT_THAT(text_of(check), HasSubstr("This must not go as it is"));
    EXPECT_THAT(text_of(check), Not(HasSubstr("Put it with the post")));
    EXPECT_THAT(text_of(check), HasSubstr("Ivo Marsh"));
}

TEST_F(LetterPages, ask_for_a_reason_where_the_check_is_not_sure) {
    auto const letter = draft();
    auto const check = browser.follow(save_words(letter, "Marsh Lane will be resurfaced."));
    EXPECT_THAT(text_of(check), HasSubstr("Why may it go like this?"));
    EXPECT_EQ(browser.post(letter + "/check").status, 422);
    http::Pairs reason;
    reason.add("check-reason", "It is a road");
    EXPECT_EQ(browser.post(letter + "/check", reason).status, 303);
}

TEST_F(LetterPages, say_beside_the_way_that_it_is_not_safe) {
    browser.get(address + "/new");
    auto const refused = browser.post(address + "/new", chosen("email"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(text_of(refused), HasSubstr("This person did not agree to this way"));
}

TEST_F(LetterPages, cancel_what_waits) {
    auto const letter = draft();
    browser.follow(save_words(letter, "Dear Ana"));
    browser.follow(browser.post(letter + "/check"));
    auto const cancelled = text_of(browser.follow(browser.post(letter + "/cancellation")));
    EXPECT_THAT(cancelled, HasSubstr("It is cancelled and will not go."));
}

TEST_F(LetterPages, of_another_case_are_not_there) {
    auto const letter = draft();
    auto const other = site.open_case({.owner = officer.id});
    auto const id = letter.substr(letter.rfind('/'));
    EXPECT_EQ(browser.get("/cases/" + other.file.reference + "/letters" + id).status, 404);
    EXPECT_EQ(browser.get(address + "/not-an-id").status, 404);
}

TEST_F(LetterPages, keep_what_was_typed_when_words_are_missing) {
    auto const letter = draft();
    auto const refused = save_words(letter, "");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(text_of(refused), HasSubstr("Enter the words of the letter"));
}

}  // namespace
}  // namespace doorstep::test
