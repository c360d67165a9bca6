#include <gtest/gtest.h>

#include "pages/routes.h"
#include "storage/accounts.h"
#include "support/web/test_browser.h"

/// Whoever has, guesses or plants a session cookie.
namespace doorstep::test {
namespace {

using domain::access::Role;

class StolenSession : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestBrowser browser{web};

    /// Whether a thief with this cookie is somebody.
    bool opens(std::string const& token, char const* cookie = "session") {
        TestBrowser thief(web);
        thief.set_cookie(cookie, token);
        return thief.get("/your-account").status == 200;
    }
    http::Response over_tls(std::string const& path, std::string const& cookie, std::string const& value,
                            bool secure = true) {
        http::Request request;
        request.path = path;
        request.secure = secure;
        request.client_address = "192.0.2.1";
        if (!value.empty()) request.cookies.add(cookie, value);
        return web.site().handle(request);
    }
};

TEST_F(StolenSession, is_worth_nothing_after_its_owner_signed_out) {
    browser.sign_in(officer);
    auto const token = browser.cookie("session");
    ASSERT_TRUE(opens(token));
    browser.get("/your-account");
    EXPECT_EQ(location_of(browser.post("/sign-out")), "/signed-out");
    EXPECT_FALSE(opens(token));
    EXPECT_FALSE(opens(token, "earlier"));
}

TEST_F(StolenSession, is_worth_nothing_after_its_owner_signed_out_everywhere_on_another_device) {
    browser.sign_in(officer);
    TestBrowser other(web);
    other.sign_in(officer);
    other.get("/your-account");
    other.post("/your-account/sign-out-everywhere");
    EXPECT_FALSE(opens(browser.cookie("session")));
}

TEST_F(StolenSession, is_worth_nothing_once_the_password_is_another) {
    browser.sign_in(officer);
    TestBrowser owner(web);
    owner.sign_in(officer);
    owner.get("/your-account/password");
    http::Pairs fields;
    fields.add("current-password", std::string(TestSite::password));
    fields.add("new-password", "teapot gravel lantern");
    ASSERT_EQ(owner.post("/your-account/password", fields).status, 303);
    EXPECT_FALSE(opens(browser.cookie("session")));
    EXPECT_TRUE(opens(owner.cookie("session")));
}

TEST_F(StolenSession, is_worth_nothing_once_the_account_is_disabled) {
    browser.sign_in(officer);
    site.database().write([&](storage::sql::Write& tx) {
        auto disabled = *storage::accounts::find(tx, officer.id);
        disabled.state = domain::accounts::State::disabled;
        storage::accounts::update(tx, disabled);
    });
    EXPECT_FALSE(opens(browser.cookie("session")));
}

TEST_F(StolenSession, is_worth_nothing_after_an_hour_without_use_and_after_twelve_in_any_case) {
    browser.sign_in(officer);
    auto const token = browser.cookie("session");
    site.clock.set(site.clock.now().plus_seconds(60 * 60));
    EXPECT_FALSE(opens(token));
    browser.sign_in(officer);
    for (int n = 0; n < 24; ++n) {
        EXPECT_TRUE(opens(browser.cookie("session"))) << n;
        site.clock.set(site.clock.now().plus_seconds(30 * 60));
    }
    EXPECT_FALSE(opens(browser.cookie("session")));
}

TEST_F(StolenSession, is_not_made_from_what_the_database_holds) {
    browser.sign_in(officer);
    static storage::sql::Query const hashes{"test.stolen.hashes", "SELECT token_hash FROM session"};
    std::vector<std::string> stored;
    site.database().read([&](storage::sql::Read& tx) {
        tx.each(hashes, {}, [&](storage::sql::Row& row) { stored.emplace_back(row.text(0)); });
        return 0;
    });
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored.front().find(browser.cookie("session")), std::string::npos);
    EXPECT_FALSE(opens(stored.front()));
}

TEST_F(StolenSession, is_in_no_page_and_no_address) {
    auto const made = site.open_case({.owner = officer.id});
    browser.sign_in(officer);
    for (auto const& route : web.site().routes()) {
        if (route.method != http::Method::get || route.pattern == "/exit") continue;
        auto address = route.pattern;
        if (auto const at = address.find("{reference}"); at != std::string::npos)
            address.replace(at, 11, made.file.reference);
        auto const response = browser.get(address);
        auto const token = browser.cookie("session");
        ASSERT_NE(token, "") << address;
        EXPECT_EQ(response.body.find(token), std::string::npos) << address;
        for (auto const& [name, value] : response.headers)
            EXPECT_EQ(value.find(token), std::string::npos) << address << " " << name;
    }
}

TEST_F(StolenSession, is_not_opened_by_a_token_in_the_address_or_the_form) {
    browser.sign_in(officer);
    auto const token = browser.cookie("session");
    TestBrowser thief(web);
    EXPECT_EQ(thief.get("/your-account?session=" + token).status, 303);
    thief.get("/staff/sign-in");
    http::Pairs fields;
    fields.add("session", token);
    EXPECT_NE(thief.post("/session", fields).status, 204);
}

TEST_F(StolenSession, cannot_be_planted_over_tls_by_a_neighbouring_host_or_the_network) {
    browser.sign_in(officer);
    auto const token = browser.cookie("session");
    // Only a cookie that the browser keeps to this very host and to TLS is believed there.
    EXPECT_EQ(over_tls("/your-account", "__Host-session", token).status, 200);
    EXPECT_EQ(over_tls("/your-account", "session", token).status, 303);
    EXPECT_EQ(over_tls("/your-account", "__Secure-session", token).status, 303);
    EXPECT_EQ(over_tls("/your-account", "__Host-session", token, false).status, 303);
    auto const response = over_tls("/", "", "");
    ASSERT_FALSE(response.cookies.empty());
    for (auto const& cookie : response.cookies) {
        EXPECT_TRUE(cookie.name.starts_with("__Host-")) << cookie.name;
        EXPECT_EQ(cookie.path, "/") << cookie.name;
    }
}

TEST(NewSite, has_no_account_and_offers_no_way_in) {
    TestSite site;
    TestWeb web(site);
    EXPECT_TRUE(site.database()
                    .read([](storage::sql::Read& tx) { return storage::accounts::list(tx, true); })
                    .empty());
    TestBrowser browser(web);
    EXPECT_EQ(text_of(browser.get("/staff/sign-in")).find("demo"), std::string::npos);
    for (auto const* email : {"admin", "administrator", "root", "admin@example.org", ""})
        for (auto const* password : {"admin", "password", "doorstep demo", ""}) {
            http::Pairs fields;
            fields.add("email", email);
            fields.add("password", password);
            browser.get("/staff/sign-in");
            EXPECT_EQ(browser.post("/staff/sign-in", fields).status, 422) << email << " " << password;
        }
}

}  // namespace
}  // namespace doorstep::test
