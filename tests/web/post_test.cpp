#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/messages.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using ::testing::HasSubstr;

class PostPages : public ::testing::Test {
  protected:
    TestSite site;  // Wednesday 10 June 2026
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    domain::accounts::Account support = site.account(Role::business_support);
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    TestBrowser browser{web};

    PostPages() { browser.sign_in(support); }
    std::string letter() {
        domain::messages::Message message;
        message.id = MessageId(site.ids.next());
        message.wording = "update";
        message.heading = "What is happening with your case";
        message.body = "Dear Ana\n\nWe rang your neighbours.";
        message.addressee = "Ana Silva";
        message.destination = "4 Mill Lane\nMK9 3XS";
        message.case_file = made.file.id;
        message.not_before = site.clock.now();
        message.created_at = site.clock.now();
        site.database().write([&](storage::sql::Write& tx) {
            storage::messages::insert(tx, message);
            return true;
        });
        return std::string(message.id.text());
    }
};

TEST_F(PostPages, say_that_there_is_nothing_to_post) {
    EXPECT_THAT(text_of(browser.get("/post")), HasSubstr("Nothing to post"));
}

TEST_F(PostPages, print_mark_and_take_back_a_letter) {
    auto const id = letter();
    EXPECT_THAT(text_of(browser.get("/post")), HasSubstr("Ana Silva: What is happening with your case"));
    auto const sheet = text_of(browser.get("/post/print"));
    EXPECT_THAT(sheet, HasSubstr("We rang your neighbours."));
    EXPECT_THAT(sheet, HasSubstr("Our reference: " + made.file.reference));
    browser.get("/post");
    EXPECT_EQ(browser.post("/post").status, 422);
    http::Pairs fields;
    fields.add("letters", id);
    fields.add("how", "post");
    fields.add("proof", "QX12");
    EXPECT_THAT(text_of(browser.follow(browser.post("/post", fields))),
                HasSubstr("1 letter is marked as posted."));
    EXPECT_THAT(text_of(browser.get("/post?view=posted")), HasSubstr("QX12"));
    browser.get("/post/" + id);
    http::Pairs back;
    back.add("on-day", "10");
    back.add("on-month", "6");
    back.add("on-year", "2026");
    back.add("note", "Gone away");
    EXPECT_THAT(text_of(browser.follow(browser.post("/post/" + id + "/return", back))),
                HasSubstr("Saved that it came back."));
    EXPECT_THAT(text_of(browser.get("/post?view=returned")), HasSubstr("Gone away"));
}

TEST_F(PostPages, do_not_show_what_is_no_letter) { EXPECT_EQ(browser.get("/post/not-an-id").status, 404); }

}  // namespace
}  // namespace doorstep::test
