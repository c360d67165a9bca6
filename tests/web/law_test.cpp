#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class LawPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account admin = site.account(Role::administrator);
    TestBrowser browser{web};

    void SetUp() override { browser.sign_in(admin); }
    std::string page(std::string const& address) {
        auto const response = browser.get(address);
        EXPECT_EQ(response.status, 200) << address;
        return text_of(response);
    }
    static bool has(std::string const& page, std::string_view text) {
        return page.find(text) != std::string::npos;
    }
    http::Pairs start_date() {
        auto const day = site.today().plus_days(30);
        http::Pairs fields;
        fields.add("from-day", std::to_string(day.day()));
        fields.add("from-month", std::to_string(day.month()));
        fields.add("from-year", std::to_string(day.year()));
        fields.add("authority", "SI 2027/123 <draft>");
        fields.add("note", "Value as ours");
        return fields;
    }
};

TEST_F(LawPages, begin_with_what_there_is_and_list_a_subject_with_its_sources) {
    auto const overview = browser.get("/admin/law");
    EXPECT_TRUE(has(text_of(overview), "Closure of premises"));
    EXPECT_TRUE(has(overview.body, "/admin/law?subject=closure"));
    auto const list = page("/admin/law?subject=closure");
    EXPECT_TRUE(has(list, "Longest closure order"));
    EXPECT_TRUE(has(list, "Anti-social Behaviour, Crime and Policing Act 2014, section 80(6)"));
    EXPECT_TRUE(has(list, "Not yet in force"));
    EXPECT_TRUE(has(list, "Checked 21 November 2026"));
    EXPECT_TRUE(has(page("/admin/law?subject=noise"), "Not confirmed"));
}

TEST_F(LawPages, are_narrowed_down_by_words_subject_and_state) {
    auto const appeal = page("/admin/law?words=appeal&subject=closure&state=all");
    EXPECT_TRUE(has(appeal, "Appeal against a decision on a closure order"));
    EXPECT_FALSE(has(appeal, "Longest closure order"));
    EXPECT_TRUE(has(page("/admin/law?words=zebra"), "Nothing like this"));
    EXPECT_EQ(browser.get("/admin/law?subject=zebra").status, 422);
}

TEST_F(LawPages, show_one_provision_with_every_row_and_its_link) {
    auto const response = browser.get("/admin/law/closure.hearing_deadline_h");
    auto const text = text_of(response);
    EXPECT_TRUE(has(text, "48 hours"));
    EXPECT_TRUE(has(text, "72 hours"));
    EXPECT_TRUE(has(text, "Christmas Day"));
    EXPECT_TRUE(has(response.body, "https://www.legislation.gov.uk/ukpga/2014/12/section/80"));
    EXPECT_EQ(browser.get("/admin/law/closure.nothing").status, 404);
}

TEST_F(LawPages, let_one_set_a_start_date_and_another_approve_it) {
    auto const propose = std::string("/admin/law/closure.hearing_deadline_h/proposals/new");
    EXPECT_TRUE(has(page(propose), "Set a start date"));
    auto nothing = start_date();
    nothing.remove("authority");
    auto const again = browser.post(propose, nothing);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(has(again.body, "Value as ours"));
    auto const sent = browser.post(propose, start_date());
    ASSERT_EQ(location_of(sent), "/admin/law/closure.hearing_deadline_h") << text_of(sent);
    EXPECT_EQ(browser.get("/admin/law").body.find("<draft>"), std::string::npos);

    auto const list = browser.get("/admin/law");
    auto const at = list.body.find("/admin/law/proposals/");
    ASSERT_NE(at, std::string::npos);
    auto const proposal = list.body.substr(at, list.body.find('"', at) - at);
    EXPECT_FALSE(has(browser.get(proposal).body, "Save decision"));

    TestBrowser other(web);
    other.sign_in(site.account(Role::asb_manager));
    EXPECT_TRUE(has(other.get(proposal).body, "Save decision"));
    EXPECT_EQ(other.post(proposal).status, 422);
    http::Pairs decision;
    decision.add("decision", "approve");
    EXPECT_EQ(location_of(other.post(proposal, decision)), "/admin/law/closure.hearing_deadline_h");
    auto const after = page("/admin/law/closure.hearing_deadline_h");
    EXPECT_TRUE(has(after, "Start set by"));
    EXPECT_TRUE(has(after, "Approved"));
}

TEST_F(LawPages, refuse_a_start_before_the_row_it_follows_with_the_reason) {
    auto const propose = std::string("/admin/law/closure.hearing_deadline_h/proposals/new");
    browser.get(propose);
    http::Pairs early;
    early.add("from-day", "1");
    early.add("from-month", "1");
    early.add("from-year", "2010");
    early.add("authority", "SI 2027/123");
    auto const answer = browser.post(propose, early);
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(has(text_of(answer), "cannot start before the row it follows")) << text_of(answer);
    EXPECT_TRUE(has(answer.body, "SI 2027/123"));
}

TEST_F(LawPages, are_for_officers_to_read) {
    TestBrowser officer(web);
    officer.sign_in(site.account(Role::asb_officer));
    EXPECT_EQ(officer.get("/admin/law").status, 200);
    auto const one = officer.get("/admin/law/closure.issuer.registered_provider");
    EXPECT_EQ(one.status, 200);
    EXPECT_FALSE(has(one.body, "/proposals/new"));
    EXPECT_FALSE(has(one.body, "href=\"/admin\""));
    EXPECT_EQ(officer.get("/admin/law/closure.issuer.registered_provider/proposals/new").status, 403);
}

}  // namespace
}  // namespace doorstep::test
