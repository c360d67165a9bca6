#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class Refusals : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestBrowser browser{web};

    template <class Act>
    std::string log_of(Act act) {
        testing::internal::CaptureStderr();
        act();
        return testing::internal::GetCapturedStderr();
    }
    void expect(std::string const& line, std::string const& words) {
        EXPECT_NE(line.find(words), std::string::npos) << words << " is not in: " << line;
    }
};

TEST_F(Refusals, are_logged_with_who_and_where_but_nothing_personal) {
    browser.sign_in(officer);
    auto const made = site.open_case({.restricted = true});
    auto const by_role = log_of([&] { browser.get("/admin/accounts"); });
    expect(by_role, "A request was refused");
    expect(by_role, "status=403");
    expect(by_role, "route=/admin/accounts");
    expect(by_role, "account=" + std::string(officer.id.text()));

    auto const forged =
        log_of([&] { browser.post_raw("/cases/" + made.file.reference + "/contacts/new", {}); });
    expect(forged, "route=/cases/{reference}/contacts/new");
    for (auto const& line : {by_role, forged}) {
        EXPECT_EQ(line.find(made.file.reference), std::string::npos) << line;
        EXPECT_EQ(line.find("Dana"), std::string::npos) << line;
        EXPECT_EQ(line.find(officer.email), std::string::npos) << line;
        EXPECT_EQ(line.find("192.0.2"), std::string::npos) << line;
        EXPECT_EQ(line.find(browser.cookie("session")), std::string::npos) << line;
    }
    EXPECT_EQ(log_of([&] { browser.get("/cases"); }), "");
}

}  // namespace
}  // namespace doorstep::test
