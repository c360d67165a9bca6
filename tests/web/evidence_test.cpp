#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class EvidencePages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference + "/evidence";

    void SetUp() override { browser.sign_in(officer); }
    static http::Pairs answers() {
        http::Pairs fields;
        fields.add("description", "Shouting, no pictures");
        fields.add("side", "reporting");
        return fields;
    }
    void add(std::string const& name, std::string const& content) {
        browser.get(address + "/new");
        browser.attach("files", name, content);
        auto const added = browser.post(address + "/new", answers());
        ASSERT_EQ(added.status, 303) << text_of(added);
    }
};

TEST_F(EvidencePages, take_a_file_and_show_who_received_and_opened_it) {
    EXPECT_NE(text_of(browser.get(address)).find("No evidence yet"), std::string::npos);
    add("diary <1>.txt", "Monday: shouting until midnight\n");
    auto const list = browser.get(address);
    auto const text = text_of(list);
    EXPECT_NE(text.find("diary <1>.txt"), std::string::npos) << text;
    EXPECT_NE(text.find("Shouting, no pictures"), std::string::npos);
    EXPECT_NE(text.find("10 June 2026, by Dana Okafor"), std::string::npos);
    auto const at = list.body.find(address + "/0");
    ASSERT_NE(at, std::string::npos);
    auto const one = browser.get(list.body.substr(at, list.body.find('"', at) - at));
    EXPECT_NE(text_of(one).find("SHA-256 of the content"), std::string::npos);
    auto const link = one.body.find("/files/");
    ASSERT_NE(link, std::string::npos);
    EXPECT_EQ(browser.get(one.body.substr(link, one.body.find('"', link) - link)).status, 200);
}

TEST_F(EvidencePages, ask_for_a_file_and_what_is_in_it) {
    browser.get(address + "/new");
    auto const refused = browser.post(address + "/new", {});
    EXPECT_EQ(refused.status, 422);
    auto const text = text_of(refused);
    EXPECT_NE(text.find("Choose a file"), std::string::npos) << text;
    EXPECT_NE(text.find("Enter what is in it"), std::string::npos);
}

TEST_F(EvidencePages, refuse_a_program_and_keep_the_other_answers) {
    browser.get(address + "/new");
    browser.attach("files", "game.exe", std::string("MZ\x90\x00\x03", 5) + std::string(200, '\0'));
    auto const refused = browser.post(address + "/new", answers());
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(text_of(refused).find("game.exe"), std::string::npos) << text_of(refused);
    EXPECT_NE(text_of(refused).find("Shouting, no pictures"), std::string::npos);
}

TEST_F(EvidencePages, are_not_there_for_those_who_may_not_see_the_case) {
    add("diary.txt", "Monday");
    auto const list = browser.get(address).body;
    auto const at = list.find(address + "/0");
    auto const one = list.substr(at, list.find('"', at) - at);
    TestBrowser partner{web};
    partner.sign_in(site.account(Role::housing_officer));
    EXPECT_EQ(partner.get(address).status, 404);
    EXPECT_EQ(partner.get(one).status, 404);
    // A file of this case through another that may be seen.
    auto const other = site.open_case({.owner = officer.id});
    auto const id = one.substr(one.rfind('/'));
    EXPECT_EQ(browser.get("/cases/" + other.file.reference + "/evidence" + id).status, 404);
}

}  // namespace
}  // namespace doorstep::test
