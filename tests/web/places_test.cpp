#include <gtest/gtest.h>

#include "support/site/waiting_report.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class PlacePages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    MadePlace place = made_place(site, officer.id);
    TestBrowser browser{web};
};

TEST_F(PlacePages, lead_from_the_blocks_to_an_address_whose_title_names_nothing) {
    browser.sign_in(officer);
    auto const list = browser.get("/places");
    EXPECT_NE(text_of(list).find("Acre Court"), std::string::npos);
    auto const block = browser.get("/places/" + std::string(place.block.id.text()));
    EXPECT_NE(text_of(block).find("Flat 12, Acre Court, 4 Mill Lane, MK9 3XS"), std::string::npos);
    auto const address = browser.get("/places/" + std::string(place.address.id.text()));
    EXPECT_NE(text_of(address).find("Dana Okafor"), std::string::npos);
    EXPECT_NE(text_of(address).find("No cases here that you can see"), std::string::npos);
    EXPECT_NE(address.body.find("<title>Address - "), std::string::npos);
    EXPECT_EQ(browser.get("/places/nonsense").status, 404);
}

TEST_F(PlacePages, show_a_person_across_cases_and_nobody_else) {
    auto const made = site.open_case({.owner = officer.id});
    browser.sign_in(officer);
    auto const page = browser.get("/people/" + std::string(made.complainants.front().person->text()));
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(text_of(page).find("On the reporting side"), std::string::npos);
    EXPECT_NE(page.body.find("<title>Person - "), std::string::npos);
    EXPECT_EQ(browser.get("/people/nonsense").status, 404);
    EXPECT_EQ(browser.get("/people/018f4e6a-7b1c-7d2e-8f30-000000000001").status, 404);
}

}  // namespace
}  // namespace doorstep::test
