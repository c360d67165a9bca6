#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class FindPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-9)});
    TestBrowser browser{web};

    http::Response search_for(std::string const& words) {
        browser.get("/cases");
        http::Pairs fields;
        fields.add("words", words);
        return browser.post("/search", fields);
    }
};

TEST_F(FindPages, asks_for_words_when_there_are_none) {
    browser.sign_in(officer);
    for (auto const* words : {"", "  ", "?!"}) {
        auto const asked = search_for(words);
        EXPECT_EQ(asked.status, 422) << words;
        auto const page = text_of(asked);
        EXPECT_NE(page.find("Enter what you are looking for"), std::string::npos) << page;
        EXPECT_EQ(page.find("Nothing found"), std::string::npos) << page;
    }
}

TEST_F(FindPages, lists_cases_with_their_owner_and_what_is_late) {
    browser.sign_in(officer);
    auto const page = text_of(browser.get("/cases"));
    EXPECT_NE(page.find("1 case"), std::string::npos);
    EXPECT_NE(page.find(made.file.reference), std::string::npos);
    EXPECT_NE(page.find("Contact overdue"), std::string::npos);
    EXPECT_EQ(page.find("Ana Silva"), std::string::npos) << "no names in lists";
}

TEST_F(FindPages, shows_chosen_filters_as_links_that_take_them_away) {
    browser.sign_in(officer);
    auto const response = browser.get("/cases?owner=me&risk=high&nonsense=1");
    auto const page = text_of(response);
    EXPECT_NE(page.find("No cases match these filters"), std::string::npos);
    EXPECT_NE(page.find("Clear filters"), std::string::npos);
    EXPECT_NE(response.body.find("href=\"/cases?risk=high\""), std::string::npos);
    EXPECT_EQ(response.body.find("nonsense"), std::string::npos);
}

TEST_F(FindPages, keeps_filters_under_a_name_of_ones_own) {
    browser.sign_in(officer);
    EXPECT_EQ(browser.get("/cases").body.find("Save these filters"), std::string::npos);
    browser.get("/cases?owner=me&risk=high");
    http::Pairs fields;
    EXPECT_EQ(browser.post("/cases/views", fields).status, 422);
    browser.get("/cases?owner=me&risk=high");
    fields.add("name", "High <risk> & mine");
    auto const saved = browser.post("/cases/views", fields);
    EXPECT_EQ(location_of(saved), "/cases?owner=me&risk=high") << text_of(saved);
    auto const list = browser.get("/cases");
    EXPECT_NE(text_of(list).find("High <risk> & mine"), std::string::npos);
    EXPECT_NE(list.body.find("href=\"/cases?owner=me&amp;risk=high\""), std::string::npos);
    TestBrowser colleague(web);
    colleague.sign_in(site.account(Role::asb_officer, "Huw Pritchard"));
    EXPECT_EQ(text_of(colleague.get("/cases")).find("High <risk>"), std::string::npos);
    auto const views = browser.get("/cases/views").body;
    auto const at = views.find("/cases/views/0");
    ASSERT_NE(at, std::string::npos);
    auto const remove = views.substr(at, views.find('"', at) - at);
    colleague.get("/cases/views");
    EXPECT_EQ(colleague.post(remove).status, 404);
    EXPECT_EQ(location_of(browser.post(remove)), "/cases/views");
    EXPECT_NE(text_of(browser.get("/cases/views")).find("You have no saved views"), std::string::npos);
}

TEST_F(FindPages, finds_a_misspelt_name_from_the_box_in_the_header) {
    browser.sign_in(officer);
    auto const response = search_for("Anna Sylva");
    EXPECT_EQ(response.status, 200);
    auto const page = text_of(response);
    EXPECT_NE(page.find("Ana Silva 1"), std::string::npos) << page;
    EXPECT_NE(page.find("The name is like what you typed"), std::string::npos);
}

TEST_F(FindPages, goes_to_a_reference_and_says_when_there_is_nothing) {
    browser.sign_in(officer);
    EXPECT_EQ(location_of(search_for(made.file.reference)), "/cases/" + made.file.reference);
    EXPECT_NE(text_of(search_for("Zyx <b>&")).find("Nothing found that you can see"), std::string::npos);
    EXPECT_EQ(browser.get("/search").status, 200);
}

}  // namespace
}  // namespace doorstep::test
