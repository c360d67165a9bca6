#include <gtest/gtest.h>

#include <regex>

#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::accounts::Account;
using storage::sql::Write;

http::Pairs pairs(std::initializer_list<std::pair<char const*, std::string>> fields) {
    http::Pairs made;
    for (auto const& [name, value] : fields) made.add(name, value);
    return made;
}

/// A page without what is new in every form: its tokens and keys.
std::string without_tokens(std::string page) {
    static std::regex const tokens("(name=\"(csrf-token|once)\" value=\")[^\"]*");
    return std::regex_replace(page, tokens, "$1");
}

class SignInPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
    std::string const password{TestSite::password};

    Account somebody(bool second_step) {
        auto account = site.account(Role::asb_officer);
        account.second_factor_required = second_step;
        site.database().write([&](Write& tx) { storage::accounts::update(tx, account); });
        return account;
    }
    http::Response sign_in(TestBrowser& with, Account const& account, std::string const& next = "") {
        with.get("/staff/sign-in" + (next.empty() ? "" : "?next=" + http::percent_encode(next)));
        return with.post("/staff/sign-in", pairs({{"email", account.email}, {"password", password}}));
    }
    std::string code_now(std::string const& secret) const {
        return gateways::second_factor::code_at(secret, site.clock.now().milliseconds() / 30'000);
    }
    void wait_seconds(int seconds) { site.clock.set(site.clock.now().plus_seconds(seconds)); }
    static std::vector<std::string> codes_on(http::Response const& page) {
        std::vector<std::string> codes;
        static std::regex const code("<code>([^<]*)</code>");
        for (std::sregex_iterator at(page.body.begin(), page.body.end(), code), end; at != end; ++at)
            codes.push_back((*at)[1]);
        return codes;
    }
    static std::string secret_on(http::Response const& page) {
        std::string secret;
        auto const shown = codes_on(page);
        for (char const c : shown.at(0))
            if (c != ' ') secret += c;
        return secret;
    }
};

TEST_F(SignInPages, lead_through_the_second_step_to_where_somebody_wanted_to_go) {
    auto const officer = somebody(true);
    auto const first = sign_in(browser, officer, "/your-account");
    EXPECT_EQ(location_of(first), "/staff/second-step/new?next=%2Fyour-account");
    auto const offer = browser.follow(first);
    EXPECT_NE(offer.body.find("data:image/svg+xml,"), std::string::npos);
    auto const secret = secret_on(offer);

    auto const wrong = browser.post("/staff/second-step/new", pairs({{"code", "000000"}}));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(secret_on(wrong), secret);  // the key scanned stays good
    auto const done = browser.post("/staff/second-step/new", pairs({{"code", code_now(secret)}}));
    EXPECT_EQ(done.status, 200);
    auto const codes = codes_on(done);
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_NE(done.body.find("href=\"/your-account\""), std::string::npos);
    EXPECT_NE(text_of(browser.get("/your-account")).find("10 left"), std::string::npos);

    EXPECT_EQ(location_of(browser.post("/sign-out")), "/signed-out");
    EXPECT_EQ(location_of(browser.get("/your-account")), "/staff/sign-in?next=%2Fyour-account");
    wait_seconds(60);
    auto const again = sign_in(browser, officer, "/your-account");
    EXPECT_EQ(location_of(again), "/staff/sign-in/code?next=%2Fyour-account");
    browser.follow(again);
    auto const refused = browser.post("/staff/sign-in/code", pairs({{"code", "000000"}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(text_of(refused).find("Enter the code your app shows now"), std::string::npos);
    auto const in = browser.post("/staff/sign-in/code", pairs({{"code", code_now(secret)}}));
    EXPECT_EQ(location_of(in), "/your-account");
    EXPECT_EQ(browser.get("/your-account").status, 200);
}

TEST_F(SignInPages, show_nothing_to_a_half_open_session) {
    auto const officer = somebody(true);
    sign_in(browser, officer);
    for (auto const* address : {"/your-account", "/cases/ASB-26-10001", "/your-account/recovery-codes/new"})
        EXPECT_EQ(location_of(browser.get(address)),
                  "/staff/second-step/new?next=" + http::percent_encode(address));
    EXPECT_EQ(location_of(browser.get("/staff/sign-in/code")), "/staff/second-step/new");
    EXPECT_NE(location_of(browser.get("/your-account/password")), "");
    EXPECT_EQ(text_of(browser.get("/staff/second-step/new")).find(officer.name), std::string::npos);
}

TEST_F(SignInPages, let_nobody_past_a_password_that_must_be_changed) {
    auto const officer = somebody(false);
    site.database().write(
        [&](Write& tx) { storage::accounts::set_password(tx, officer.id, *officer.password_hash, true); });
    EXPECT_EQ(location_of(sign_in(browser, officer, "/your-account")),
              "/your-account/password?next=%2Fyour-account");
    EXPECT_EQ(location_of(browser.get("/your-account")), "/your-account/password?next=%2Fyour-account");
    EXPECT_NE(text_of(browser.get("/your-account/password")).find("Choose your own password"),
              std::string::npos);
    auto const old_token = browser.cookie("session");
    auto const refused = browser.post("/your-account/password",
                                      pairs({{"current-password", password}, {"new-password", "short"}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.body.find(password), std::string::npos);
    auto const changed =
        browser.post("/your-account/password",
                     pairs({{"current-password", password}, {"new-password", "teapot gravel lantern"}}));
    EXPECT_EQ(changed.status, 303);
    EXPECT_NE(browser.cookie("session"), old_token);
    EXPECT_NE(text_of(browser.get("/your-account")).find("Your password is changed"), std::string::npos);
}

TEST_F(SignInPages, say_the_same_with_the_same_status_for_every_wrong_sign_in) {
    auto const officer = somebody(false);
    auto disabled = somebody(false);
    disabled.state = domain::accounts::State::disabled;
    site.database().write([&](Write& tx) { storage::accounts::update(tx, disabled); });
    auto const locked = somebody(false);
    site.database().write([&](Write& tx) {
        storage::accounts::count_failed_sign_in(tx, locked.id, 0, site.clock.now().plus_seconds(60));
    });
    auto const answer = [&](std::string const& email, std::string const& word) {
        TestBrowser fresh(web);
        fresh.get("/staff/sign-in");
        auto const response = fresh.post("/staff/sign-in", pairs({{"email", email}, {"password", word}}));
        auto page = without_tokens(response.body);
        for (std::size_t at; (at = page.find(email)) != std::string::npos;) page.erase(at, email.size());
        return std::to_string(response.status) + page;
    };
    auto const expected = answer(officer.email, "wrong");
    EXPECT_TRUE(expected.starts_with("422"));
    EXPECT_EQ(answer("nobody@elmfield.example", "wrong"), expected);
    EXPECT_EQ(answer(disabled.email, password), expected);
    EXPECT_EQ(answer(locked.email, password), expected);
}

TEST_F(SignInPages, never_take_a_session_from_outside) {
    auto const officer = somebody(false);
    browser.set_cookie("session", "chosen-by-somebody-else-chosen-by-somebody");
    sign_in(browser, officer);
    EXPECT_NE(browser.cookie("session"), "chosen-by-somebody-else-chosen-by-somebody");
    TestBrowser other(web);
    other.set_cookie("session", "chosen-by-somebody-else-chosen-by-somebody");
    EXPECT_EQ(other.get("/your-account").status, 303);
}

TEST_F(SignInPages, give_each_browser_its_own_session_and_rotate_it) {
    auto const officer = somebody(false);
    sign_in(browser, officer);
    auto const first = browser.cookie("session");
    browser.get("/staff/sign-in/code");
    TestBrowser other(web);
    sign_in(other, officer);
    EXPECT_NE(other.cookie("session"), first);
    EXPECT_NE(text_of(browser.get("/your-account")).find("In 2 places"), std::string::npos);
    EXPECT_EQ(location_of(browser.post("/your-account/sign-out-everywhere")), "/signed-out");
    EXPECT_EQ(other.get("/your-account").status, 303);
}

TEST_F(SignInPages, list_where_somebody_is_signed_in_and_end_one_of_them) {
    auto const officer = somebody(false);
    sign_in(browser, officer);
    TestBrowser other(web);
    other.set_header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
    other.move_to("198.51.100.7");
    sign_in(other, officer);
    auto const page = browser.get("/your-account/sessions");
    EXPECT_EQ(page.status, 200);
    auto const words = text_of(page);
    for (auto const* expected : {"Firefox on Linux", "198.51.100.7", "A device we do not know", "Now, here"})
        EXPECT_NE(words.find(expected), std::string::npos) << expected << " in " << words;

    auto const begins = page.body.find("/your-account/sessions/");
    ASSERT_NE(begins, std::string::npos);
    auto const address = page.body.substr(begins, page.body.find('"', begins) - begins);
    EXPECT_EQ(page.body.find("/your-account/sessions/", begins + 1), std::string::npos)
        << "the session in use has no button";
    auto const done = browser.post(address);
    EXPECT_EQ(location_of(done), "/your-account/sessions");
    EXPECT_EQ(other.get("/your-account").status, 303) << "ended there";
    EXPECT_EQ(browser.get("/your-account").status, 200) << "and not here";
    browser.get("/your-account/sessions");
    EXPECT_EQ(browser.post(address).status, 404) << "it ended already";
}

TEST_F(SignInPages, go_nowhere_but_this_site_afterwards) {
    auto const officer = somebody(false);
    for (auto const* next : {"https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"}) {
        TestBrowser fresh(web);
        EXPECT_EQ(location_of(sign_in(fresh, officer, next)), "/") << next;
    }
}

TEST_F(SignInPages, refuse_the_twenty_first_try_in_a_minute_from_one_address) {
    TestWeb limited(site, {});
    TestBrowser one(limited);
    one.get("/staff/sign-in");
    auto const fields = pairs({{"email", "nobody@elmfield.example"}, {"password", "wrong"}});
    for (int n = 0; n < 20; ++n) ASSERT_EQ(one.post("/staff/sign-in", fields).status, 422) << n;
    auto const refused = one.post("/staff/sign-in", fields);
    EXPECT_EQ(refused.status, 429);
    EXPECT_NE(text_of(refused).find("Wait a minute"), std::string::npos);

    one.move_to("192.0.2.7");
    EXPECT_EQ(one.post("/staff/sign-in", fields).status, 422);
    one.move_to("192.0.2.1");
    wait_seconds(3);  // one try is filled again after three seconds
    EXPECT_EQ(one.post("/staff/sign-in", fields).status, 422);
    EXPECT_EQ(one.post("/staff/sign-in", fields).status, 429);
}

TEST_F(SignInPages, keep_a_session_by_the_warnings_button) {
    auto const officer = somebody(false);
    sign_in(browser, officer);
    browser.get("/your-account");
    wait_seconds(59 * 60);
    EXPECT_EQ(browser.post("/session").status, 204);
    wait_seconds(59 * 60);
    EXPECT_EQ(browser.get("/your-account").status, 200);
    wait_seconds(60 * 60);
    EXPECT_EQ(location_of(browser.get("/your-account")), "/staff/sign-in?next=%2Fyour-account");
}

TEST_F(SignInPages, show_new_recovery_codes_once_for_the_password) {
    auto const officer = somebody(true);
    sign_in(browser, officer);
    auto const secret = secret_on(browser.get("/staff/second-step/new"));
    browser.post("/staff/second-step/new", pairs({{"code", code_now(secret)}}));
    browser.get("/your-account/recovery-codes/new");
    EXPECT_EQ(browser.post("/your-account/recovery-codes/new", pairs({{"password", "wrong"}})).status, 422);
    auto const made = browser.post("/your-account/recovery-codes/new", pairs({{"password", password}}));
    EXPECT_EQ(codes_on(made).size(), 10U);
    EXPECT_TRUE(codes_on(browser.get("/your-account")).empty());
}

}  // namespace
}  // namespace doorstep::test
