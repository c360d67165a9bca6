#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class CaseOverviewPage : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-2)});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference;

    void SetUp() override { browser.sign_in(officer); }
    void record_attempts(int count) {
        for (int n = 0; n < count; ++n) {
            browser.get(address + "/contacts/new");
            http::Pairs fields;
            fields.add("person", std::string(made.complainants.front().id.text()));
            fields.add("made-on", "2026-06-10");
            fields.add("method", "telephone");
            fields.add("result", "attempt");
            fields.add("summary", "Try number " + std::to_string(n));
            ASSERT_EQ(browser.post(address + "/contacts/new", fields).status, 303);
        }
    }
};

TEST_F(CaseOverviewPage, says_high_risk_until_somebody_assesses_it) {
    auto const taken = site.open_case({.owner = officer.id, .taken_as_high_on = site.today()});
    auto const page = text_of(browser.get("/cases/" + taken.file.reference));
    EXPECT_NE(page.find("Risk High risk until assessed"), std::string::npos) << page;
    EXPECT_NE(page.find("(1 working day left). High risk until assessed"), std::string::npos) << page;
    EXPECT_EQ(page.find("Risk not assessed"), std::string::npos);
    EXPECT_NE(text_of(browser.get("/cases?risk=high")).find(taken.file.reference), std::string::npos);
}

TEST_F(CaseOverviewPage, stands_in_its_order) {
    auto const page = text_of(browser.get(address));
    std::size_t at = 0;
    for (auto const* words : {"ASB-26-10001",
                              "Loud music, Acre Court",
                              "Open",
                              "Risk not assessed",
                              "First contact due in 5 days",
                              "Owner",
                              "Housing officer",
                              "Next contact",
                              "Risk",
                              "Plan",
                              "First contact",
                              "Case review count",
                              "Linked cases",
                              "Partners",
                              "To do",
                              "Make first contact with Ana Silva 1",
                              "Overview",
                              "People (2)",
                              "File",
                              "History",
                              "Print whole file",
                              "Case opened"}) {
        auto const found = page.find(words, at);
        ASSERT_NE(found, std::string::npos) << words << " is missing or out of order in " << page;
        at = found;
    }
}

TEST_F(CaseOverviewPage, keeps_names_out_of_title_and_heading) {
    auto const body = browser.get(address).body;
    auto const title = body.substr(body.find("<title>"), body.find("</title>") - body.find("<title>"));
    auto const heading = body.substr(body.find("<h1"), body.find("</h1>") - body.find("<h1"));
    EXPECT_EQ(title.find("Silva"), std::string::npos);
    EXPECT_EQ(heading.find("Silva"), std::string::npos);
}

TEST_F(CaseOverviewPage, links_what_is_to_do_to_the_act_itself) {
    auto const href = address + "/contacts/new?person=" + std::string(made.complainants.front().id.text());
    EXPECT_NE(browser.get(address).body.find("href=\"" + href + "\""), std::string::npos);
}

TEST_F(CaseOverviewPage, shows_thirty_lines_of_history_and_leads_to_older_ones) {
    record_attempts(32);
    auto const newest = browser.get(address);
    auto const newest_text = text_of(newest);
    EXPECT_NE(newest_text.find("Try number 31"), std::string::npos);
    EXPECT_EQ(newest_text.find("Try number 1 "), std::string::npos);
    auto const link = newest.body.find("?before=");
    ASSERT_NE(link, std::string::npos);
    auto const query = newest.body.substr(link, newest.body.find('#', link) - link);
    auto const older = text_of(browser.get(address + query));
    EXPECT_NE(older.find("Try number 1 "), std::string::npos);
    EXPECT_NE(older.find("Case opened"), std::string::npos);
    EXPECT_NE(older.find("Newest"), std::string::npos);
}

TEST_F(CaseOverviewPage, says_so_when_nothing_is_of_the_kind_asked_for) {
    auto const page = text_of(browser.get(address + "?kind=evidence"));
    EXPECT_NE(page.find("Nothing of this kind yet"), std::string::npos) << page;
}

TEST_F(CaseOverviewPage, takes_nonsense_in_its_address_as_nothing) {
    EXPECT_EQ(browser.get(address + "?kind=moon&before=x").status, 200);
    EXPECT_EQ(browser.get(address + "?before=99999999999999999999").status, 200);
}

TEST_F(CaseOverviewPage, asks_the_database_at_most_twelve_times) {
    record_attempts(2);
    browser.get(address);
    auto const timing = std::string(browser.get(address).header("Server-Timing").value_or(""));
    auto const quote = timing.find('"');
    ASSERT_NE(quote, std::string::npos);
    EXPECT_LE(std::stoi(timing.substr(quote + 1)), 12) << timing;
}

TEST_F(CaseOverviewPage, is_not_found_for_those_who_may_not_know_of_it) {
    auto const hidden = site.open_case({.restricted = true});
    EXPECT_EQ(browser.get("/cases/" + hidden.file.reference).status, 404);
}

}  // namespace
}  // namespace doorstep::test
