#include "usecases/upkeep/site_health.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "legal/calendar.h"
#include "support/site/test_site.h"

namespace doorstep::usecases::upkeep {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class SiteHealthTest : public ::testing::Test {
  protected:
    test::TestSite site;

    std::vector<std::string> problems_on(Date today) {
        site.set_today(today);
        auto context = site.as(site.account(domain::access::Role::administrator));
        return view_site_health(context)->problems;
    }
};

TEST_F(SiteHealthTest, warns_when_bank_holidays_are_known_for_less_than_the_standard_asks) {
    auto const known_until = legal::working_days(Division::england_and_wales).known_until();
    auto const last_good_day = known_until.plus_months(-12);
    EXPECT_THAT(problems_on(last_good_day), Not(Contains(HasSubstr("Bank holidays"))));
    EXPECT_THAT(problems_on(last_good_day.plus_days(1)),
                Contains(HasSubstr("Bank holidays are known until " + date_words(known_until))));
}

}  // namespace
}  // namespace doorstep::usecases::upkeep
