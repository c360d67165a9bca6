#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report_walk.h"
#include "storage/messages.h"
#include "usecases/reports/send_report.h"
#include "usecases/settings.h"
#include "usecases/site/opening_hours.h"

namespace doorstep::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class OutOfHours : public ::testing::Test {
  protected:
    TestSite site;  // Wednesday 10 June 2026, in England
    TestWeb web{site};

    void be(int month, int day, int hour, int minute) {
        site.set_today(*Date::of(2026, month, day), {hour, minute});
    }
    std::string start(std::string const& address = "/") {
        TestBrowser browser(web);
        return text_of(browser.get(address));
    }
};

TEST_F(OutOfHours, nothing_is_said_while_somebody_is_in_the_office) {
    be(6, 10, 8, 0);
    EXPECT_THAT(start(), Not(HasSubstr("closed now")));
    be(6, 10, 17, 59);
    EXPECT_THAT(start(), Not(HasSubstr("closed now")));
}

TEST_F(OutOfHours, the_start_page_says_when_somebody_reads_it_and_whom_to_ring) {
    be(6, 10, 7, 59);
    EXPECT_THAT(start(), HasSubstr("from 8am on Wednesday 10 June"));
    be(6, 10, 18, 0);
    auto const page = start();
    EXPECT_THAT(page, HasSubstr("Our office is closed now"));
    EXPECT_THAT(page, HasSubstr("from 8am on Thursday 11 June"));
    EXPECT_THAT(page, HasSubstr("call 999"));
    EXPECT_THAT(page, HasSubstr("on 101"));
    be(6, 12, 18, 0);
    EXPECT_THAT(start(), HasSubstr("from 8am on Monday 15 June"));
}

TEST_F(OutOfHours, it_is_said_in_welsh_too) {
    be(6, 10, 18, 0);
    auto const page = start("/cy");
    EXPECT_THAT(page, HasSubstr("Mae ein swyddfa ar gau nawr"));
    EXPECT_THAT(page, HasSubstr("o 8am ddydd Iau 11 Mehefin 2026"));
}

TEST_F(OutOfHours, a_bank_holiday_of_this_part_of_the_country_is_closed_all_day) {
    be(8, 31, 12, 0);  // the summer bank holiday of England and Wales
    EXPECT_THAT(start(), HasSubstr("from 8am on Tuesday 1 September"));
    be(8, 28, 18, 0);
    EXPECT_THAT(start(), HasSubstr("from 8am on Tuesday 1 September"));
    be(8, 3, 12, 0);  // that of Scotland
    EXPECT_THAT(start(), Not(HasSubstr("closed now")));
    site.database().write([](storage::sql::Write& tx) {
        usecases::set_site_value(tx, "division", "scotland");
        return true;
    });
    site.settings().reload();
    EXPECT_THAT(start(), HasSubstr("from 8am on Tuesday 4 August"));
}

TEST_F(OutOfHours, the_page_after_sending_says_it_and_the_acknowledgement_does) {
    be(6, 10, 18, 0);
    ReportWalk walk(web);
    ASSERT_EQ(walk.walk().status, 200);
    EXPECT_THAT(text_of(walk.send()), HasSubstr("reads your report from 8am on Thursday 11 June"));
    be(6, 11, 8, 0);
    ReportWalk by_day(web);
    ASSERT_EQ(by_day.walk().status, 200);
    EXPECT_THAT(text_of(by_day.send()), Not(HasSubstr("closed now")));
}

TEST_F(OutOfHours, the_acknowledgement_of_what_came_at_night_says_when_it_is_read) {
    auto const acknowledged = [&](std::string language) {
        usecases::reports::SendReport input;
        input.report.channel = "online";
        input.report.what_happened = "Loud music until 4am";
        input.report.categories = {"noise"};
        input.safe_contact.emplace();
        input.safe_contact->email_allowed = true;
        input.safe_contact->email = "ana@example.org";
        input.safe_contact->language = std::move(language);
        auto context = site.as_public();
        auto const sent = usecases::reports::send_report(context, input);
        EXPECT_TRUE(sent) << sent.error().message();
        return site.database().read([&](storage::sql::Read& tx) {
            auto const messages = storage::messages::of_report(tx, sent->id);
            return messages.empty() ? std::string() : messages.front().body;
        });
    };
    EXPECT_THAT(acknowledged("en"), Not(HasSubstr("office was closed")));
    be(6, 10, 23, 30);
    EXPECT_THAT(acknowledged("en"),
                HasSubstr("Our office was closed when it came. We read it from 8am on Thursday 11 June."));
    EXPECT_THAT(acknowledged("cy"), HasSubstr("o 8am ddydd Iau 11 Mehefin 2026"));
}

}  // namespace
}  // namespace doorstep::test
