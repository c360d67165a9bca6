#include <gmock/gmock.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DeviceDrafts : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};

    http::Response send(std::string const& what, std::string const& place = "") {
        browser.get("/drafts");
        http::Pairs fields;
        fields.set("what", what);
        fields.set("place", place);
        fields.set("when", "");
        return browser.post("/drafts", std::move(fields));
    }
};

TEST_F(DeviceDrafts, have_a_worker_that_browsers_ask_for_anew) {
    auto const worker = browser.get("/sw.js");
    EXPECT_EQ(worker.status, 200);
    EXPECT_THAT(worker.content_type, HasSubstr("javascript"));
    EXPECT_THAT(worker.headers,
                ::testing::Contains(std::pair<std::string, std::string>("Cache-Control", "no-cache")));
}

TEST_F(DeviceDrafts, are_shown_on_a_page_that_names_nobody_and_sends_nothing_without_a_connection) {
    auto const page = browser.get("/offline");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(text_of(page), HasSubstr("You are not connected"));
    EXPECT_THAT(page.body, Not(HasSubstr("data-row-send")));
    EXPECT_THAT(text_of(browser.get("/cy/offline")), HasSubstr("Nid oes gennych gysylltiad"));
}

TEST_F(DeviceDrafts, are_offered_only_with_a_word_of_warning) {
    auto const page = text_of(browser.get("/drafts"));
    EXPECT_THAT(page, HasSubstr("Only do this if nobody else uses this device"));
    EXPECT_THAT(page, HasSubstr("Anybody who uses this device can read it"));
}

TEST_F(DeviceDrafts, begin_a_report_when_they_are_sent) {
    auto const sent = send("Loud music <again>", "Acre Court");
    EXPECT_EQ(location_of(sent), "/report/danger") << text_of(sent);
    EXPECT_THAT(text_of(browser.get("/report/what")), HasSubstr("Loud music <again>"));
    auto const again = send("Something else");
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(text_of(again), HasSubstr("You are already writing a report"));
}

TEST_F(DeviceDrafts, are_refused_with_words_when_there_is_nothing_or_too_much_in_them) {
    EXPECT_EQ(send(" ").status, 422);
    auto const long_one = send(std::string(5001, 'x'));
    EXPECT_EQ(long_one.status, 422);
    EXPECT_THAT(text_of(long_one), HasSubstr("What happened must be 5,000 characters or fewer"));
}

}  // namespace
}  // namespace doorstep::test
