#include <gtest/gtest.h>

#include "storage/surveys.h"
#include "support/site/closed_case.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class OnlineSurvey : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser caller{web};
    TestBrowser resident{web};
    ClosedCase closed = closed_case(site);
    std::string survey{closed.survey.id.text()};

    void SetUp() override { caller.sign_in(site.account(Role::business_support)); }

    std::string link() {
        caller.get("/surveys/" + survey + "/call");
        auto const page = caller.post("/surveys/" + survey + "/link").body;
        auto const at = page.find("/s/survey/");
        EXPECT_NE(at, std::string::npos);
        return page.substr(at, page.find('<', at) - at);
    }
    http::Response answer(std::string const& address, std::string const& field, std::string const& option) {
        resident.get(address);
        http::Pairs fields;
        fields.add(option.empty() ? "skip" : field, option.empty() ? "yes" : option);
        return resident.post(address, fields);
    }
    domain::surveys::Survey stored() {
        return *site.database().read(
            [&](storage::sql::Read& tx) { return storage::surveys::find(tx, closed.survey.id); });
    }
};

TEST_F(OnlineSurvey, is_answered_once_by_a_link_and_counts) {
    auto const address = link();
    EXPECT_EQ(resident.get(address).status, 200);
    std::string next = address + "/questions/channel";
    int asked = 0;
    while (next.find("/check") == std::string::npos && asked++ < 20) {
        bool const is_contact = next.ends_with("/first-contact");
        auto const response = answer(next, "first-contact", is_contact ? "yes" : "");
        ASSERT_EQ(response.status, 303) << text_of(response);
        next = location_of(response);
    }
    EXPECT_GT(asked, 5);
    resident.get(next);
    EXPECT_EQ(resident.post(next).status, 303);
    EXPECT_EQ(stored().state, domain::surveys::State::completed);
    EXPECT_EQ(stored().way, domain::surveys::Way::online);
    EXPECT_EQ(resident.get(address).status, 410) << "answered twice";
    EXPECT_EQ(resident.get(address + "/check").status, 410);
}

TEST_F(OnlineSurvey, asks_again_where_nothing_was_answered) {
    auto const address = link();
    answer(address + "/questions/channel", "channel", "");
    resident.get(address + "/check");
    EXPECT_EQ(resident.post(address + "/check").status, 422);
}

TEST_F(OnlineSurvey, can_be_declined_for_ever) {
    auto const address = link();
    resident.get(address);
    http::Pairs fields;
    fields.add("decline", "always");
    EXPECT_EQ(resident.post(address + "/decline", fields).status, 303);
    EXPECT_EQ(stored().state, domain::surveys::State::declined);
    EXPECT_TRUE(stored().stop_asking);
    EXPECT_EQ(resident.get(address).status, 410);
}

TEST_F(OnlineSurvey, opens_by_the_newest_link_until_its_time_is_over) {
    auto const first = link();
    auto const second = link();
    EXPECT_EQ(resident.get(first).status, 410);
    EXPECT_EQ(resident.get(second).status, 200);
    EXPECT_NE(text_of(resident.get("/cy" + second)).find("Sut gwnaethom ni?"), std::string::npos);
    site.set_today(site.today().plus_days(29));
    EXPECT_EQ(resident.get(second).status, 410);
    EXPECT_EQ(resident.get("/s/survey/nothing").status, 410);
}

}  // namespace
}  // namespace doorstep::test
