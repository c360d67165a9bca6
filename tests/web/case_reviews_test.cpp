#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class CaseReviewPages : public ::testing::Test {
  protected:
    TestSite site;  // Wednesday 10 June 2026
    TestWeb web{site};
    TestBrowser browser{web};
    void SetUp() override { browser.sign_in(site.account(Role::asb_manager)); }

    http::Response record(std::string not_met, std::string last_year = "2026") {
        browser.get("/performance/case-reviews/new");
        http::Pairs fields;
        for (auto const& [name, value] : {std::pair<std::string, std::string>{"area", "City of <Northgate>"},
                                          {"first-day-day", "1"},
                                          {"first-day-month", "4"},
                                          {"first-day-year", "2025"},
                                          {"last-day-day", "31"},
                                          {"last-day-month", "3"},
                                          {"last-day-year", last_year},
                                          {"applications", "14"},
                                          {"not-met", not_met},
                                          {"reviews", "8"},
                                          {"with-recommendations", "6"},
                                          {"ours", ""},
                                          {"source", "Partnership, 20 April 2026"}})
            fields.add(name, value);
        return browser.post("/performance/case-reviews/new", fields);
    }
};

TEST_F(CaseReviewPages, publish_the_four_numbers_of_each_area_and_period) {
    EXPECT_NE(text_of(browser.get("/performance/case-reviews")).find("Nothing is published yet"),
              std::string::npos);
    EXPECT_EQ(record("5").status, 303);
    auto const page = text_of(browser.get("/performance/case-reviews"));
    EXPECT_NE(page.find("City of <Northgate> 1 April 2025 to 31 March 2026 14 5 8 6 Not known"),
              std::string::npos)
        << page;
    EXPECT_NE(page.find("section 104(9)"), std::string::npos);
}

TEST_F(CaseReviewPages, keep_what_was_typed_when_the_numbers_do_not_add_up) {
    auto const wrong = record("15");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_NE(wrong.body.find("value=\"15\""), std::string::npos);
    EXPECT_NE(text_of(wrong).find("There cannot be more decisions"), std::string::npos);
    EXPECT_EQ(record("5", "2027").status, 422) << "longer than a year, and not over";
}

TEST_F(CaseReviewPages, are_for_the_public_and_recorded_by_those_who_write_papers) {
    record("5");
    TestBrowser anybody(web);
    EXPECT_EQ(anybody.get("/performance/case-reviews").status, 200);
    for (auto const role : {Role::asb_officer, Role::tenant_member, Role::board_member}) {
        TestBrowser other(web);
        other.sign_in(site.account(role));
        EXPECT_EQ(other.get("/performance/case-reviews").status, 200);
        EXPECT_EQ(other.get("/performance/case-reviews/new").status, 403);
    }
}

}  // namespace
}  // namespace doorstep::test
