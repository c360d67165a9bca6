#include <gtest/gtest.h>

#include "legal/quality_checklist.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class QualityPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager);

    http::Response post(std::string const& address, http::Pairs fields, std::string const& from) {
        browser.get(from);
        return browser.post(address, std::move(fields));
    }
    std::string first_check() {
        auto const page = browser.get("/quality").body;
        auto const at = page.find("/quality/0");
        return at == std::string::npos ? "" : page.substr(at, page.find('"', at) - at);
    }
    static http::Pairs answers(std::string const& one, std::string const& feedback) {
        http::Pairs fields;
        for (auto const& question : legal::quality_checklist().questions) fields.add(question.code, "met");
        fields.set(legal::quality_checklist().questions.front().code, one);
        fields.add("feedback", feedback);
        fields.add("learning", "Ring on the first day");
        return fields;
    }
};

TEST_F(QualityPages, draw_a_sample_check_a_case_and_show_scores_and_learning) {
    site.open_case({.owner = officer.id});
    site.open_case({.owner = officer.id, .risk = domain::cases::RiskBand::high});
    browser.sign_in(manager);
    EXPECT_NE(text_of(browser.get("/quality")).find("None in June 2026"), std::string::npos);
    ASSERT_EQ(post("/quality/new", {}, "/quality").status, 303);
    auto const check = first_check();
    ASSERT_FALSE(check.empty());
    EXPECT_EQ(post("/quality/new", {}, check).status, 409) << "a month's sample is drawn once";
    EXPECT_EQ(post(check, {}, check).status, 422);
    EXPECT_EQ(post(check, answers("not-met", ""), check).status, 422) << "feedback is missing";
    ASSERT_EQ(post(check, answers("not-met", "The first call was late"), check).status, 303);
    auto const page = text_of(browser.get("/quality"));
    EXPECT_NE(page.find("Dana Okafor 1 88% (7 of 8)"), std::string::npos) << page;
    EXPECT_NE(page.find("Ring on the first day"), std::string::npos);
    EXPECT_NE(text_of(browser.get(check)).find("The first call was late"), std::string::npos);
}

TEST_F(QualityPages, are_not_for_the_cases_that_one_works_on) {
    site.open_case({.owner = manager.id});
    browser.sign_in(manager);
    browser.get("/quality");
    EXPECT_EQ(browser.post("/quality/new").status, 409) << "there is nothing to draw";
}

TEST_F(QualityPages, keep_an_improvement_and_what_came_of_it_for_the_panel) {
    browser.sign_in(manager);
    http::Pairs fields;
    fields.add("measure", "plan-kept-said");
    fields.add("period", "2025-26-Q4");
    fields.add("why", "Only half say that plans are kept to");
    fields.add("what", "Plans are read out at each contact");
    fields.add("owner-name", "ASB manager");
    fields.add("review-on-day", "30");
    fields.add("review-on-month", "9");
    fields.add("review-on-year", "2026");
    ASSERT_EQ(post("/improvements/new", fields, "/improvements/new").status, 303);
    auto const list = browser.get("/improvements");
    auto const at = list.body.find("/improvements/0");
    ASSERT_NE(at, std::string::npos);
    auto const address = list.body.substr(at, list.body.find('"', at) - at);
    http::Pairs review;
    review.add("result", "Three in four now");
    review.add("told-panel-on-day", "10");
    review.add("told-panel-on-month", "6");
    review.add("told-panel-on-year", "2026");
    ASSERT_EQ(post(address, review, address).status, 303);
    TestBrowser member(web);
    member.sign_in(site.account(Role::tenant_member));
    auto const page = member.get("/improvements");
    EXPECT_NE(text_of(page).find("Three in four now"), std::string::npos);
    EXPECT_NE(text_of(page).find("Plan kept to, people said, Q4 2025/26"), std::string::npos);
    EXPECT_EQ(page.body.find("/improvements/0"), std::string::npos) << "members read and do not change";
}

}  // namespace
}  // namespace doorstep::test
