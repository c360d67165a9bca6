#include <gtest/gtest.h>

#include <array>
#include <regex>

#include "pages/routes.h"
#include "support/site/whole_digest.h"
#include "support/web/test_browser.h"

/// Requests that another site makes somebody's browser send (cross-site request forgery), at every route that
/// changes something: from the route table, so that a new form is attacked from the moment it has a route.
namespace doorstep::test {
namespace {

using domain::access::Role;
using http::Method;
using pages::Route;

class ForgedRequests : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
    domain::accounts::Account manager = site.account(Role::asb_manager);
    TestSite::MadeCase made = site.open_case({.owner = manager.id});

    std::string address_of(Route const& route) {
        std::string address;
        for (std::string_view rest = route.pattern; !rest.empty();) {
            auto const open = rest.find('{');
            address += rest.substr(0, open);
            if (open == std::string_view::npos) break;
            address += address == "/cases/" ? made.file.reference : "01890000-0000-7000-8000-000000000000";
            rest.remove_prefix(rest.find('}') + 1);
        }
        return address;
    }
    static http::Pairs token(std::string const& value) {
        http::Pairs fields;
        fields.add("csrf-token", value);
        return fields;
    }
    static std::string token_on(std::string const& page) {
        static std::regex const hidden(R"re(name="csrf-token" value="([^"]*)")re");
        std::smatch found;
        return std::regex_search(page, found, hidden) ? found[1].str() : "";
    }
    /// At every form: refused, and nothing in the database is another.
    template <class Send>
    void expect_all_refused(std::string const& how, Send&& send) {
        auto const before = whole_digest(site.database());
        int asked = 0;
        for (auto const& route : web.site().routes()) {
            if (route.method == Method::get) continue;
            auto const response = send(address_of(route));
            EXPECT_EQ(response.status, 403) << how << ": " << route.pattern << " " << location_of(response);
            ++asked;
        }
        EXPECT_GT(asked, 60);
        EXPECT_EQ(whole_digest(site.database()), before) << how;
    }
};

TEST_F(ForgedRequests, without_a_token_are_refused_at_every_form) {
    browser.sign_in(manager);
    expect_all_refused("no token", [&](auto const& address) { return browser.post_raw(address, {}); });
    expect_all_refused("an empty token",
                       [&](auto const& address) { return browser.post_raw(address, token("")); });
}

TEST_F(ForgedRequests, with_the_token_of_somebody_else_are_refused_at_every_form) {
    TestBrowser attacker(web);
    attacker.sign_in(site.account(Role::asb_officer));
    auto const theirs = token_on(attacker.get("/your-account").body);
    ASSERT_EQ(theirs.size(), 64U);
    browser.sign_in(manager);
    expect_all_refused("another session's token",
                       [&](auto const& address) { return browser.post_raw(address, token(theirs)); });
    TestBrowser visitor(web);
    auto const of_visitor = token_on(visitor.get("/staff/sign-in").body);
    ASSERT_EQ(of_visitor.size(), 64U);
    expect_all_refused("a visitor's token",
                       [&](auto const& address) { return browser.post_raw(address, token(of_visitor)); });
}

TEST_F(ForgedRequests, that_the_browser_says_come_from_another_site_are_refused_even_with_the_right_token) {
    browser.sign_in(manager);
    auto const own = token_on(browser.get("/your-account").body);
    ASSERT_EQ(own.size(), 64U);
    for (auto const* from : {"cross-site", "same-site"}) {
        browser.set_header("sec-fetch-site", from);
        expect_all_refused(from, [&](auto const& address) { return browser.post_raw(address, token(own)); });
    }
}

TEST_F(ForgedRequests, cannot_sign_somebody_in_as_the_attacker) {
    TestBrowser victim(web);
    victim.get("/staff/sign-in");
    http::Pairs fields;
    fields.add("email", manager.email);
    fields.add("password", std::string(TestSite::password));
    EXPECT_EQ(victim.post_raw("/staff/sign-in", fields).status, 403);
    EXPECT_EQ(victim.cookie("session"), "");
}

TEST_F(ForgedRequests,
       have_nothing_to_copy_every_form_that_changes_something_carries_its_token_and_no_other) {
    int seen = 0;
    for (auto const role : {Role::asb_manager, Role::administrator, Role::business_support}) {
        auto const account = role == Role::asb_manager ? manager : site.account(role);
        TestBrowser reader(web);
        reader.sign_in(account);
        auto const own = token_on(reader.get("/your-account").body);
        for (auto const& route : web.site().routes()) {
            if (route.method != Method::get || route.pattern.starts_with("/staff/")) continue;
            auto const page = reader.get(address_of(route)).body;
            for (auto at = page.find("<form"); at != std::string::npos; at = page.find("<form", at + 1)) {
                auto const text = page.substr(at, page.find("</form>", at) - at);
                bool const changes = text.find("method=\"post\"") < text.find('>');
                EXPECT_EQ(token_on(text), changes ? own : "") << route.pattern << ": " << text.substr(0, 200);
                ++seen;
            }
        }
    }
    EXPECT_GT(seen, 60);
}

/// Following a link or showing a picture must change nothing: what a page of another site can always make a
/// browser do.
TEST_F(ForgedRequests, by_a_mere_link_change_nothing) {
    static storage::sql::Query const count_events{"test.forged.events", "SELECT count(*) FROM event"};
    auto const events = [&] {
        return site.database().read(
            [](storage::sql::Read& tx) { return tx.value<std::int64_t>(count_events, {}).value_or(0); });
    };
    for (auto const* from : {"cross-site", "same-site"}) {
        TestBrowser reader(web);
        reader.sign_in(manager);
        reader.set_header("sec-fetch-site", from);
        auto const before = events();
        for (auto const& route : web.site().routes())
            if (route.method == Method::get) {
                reader.get(address_of(route));
                ASSERT_EQ(events(), before) << "GET " << route.pattern;
                ASSERT_NE(reader.cookie("session"), "") << route.pattern << " has signed somebody out";
            }
        EXPECT_EQ(reader.get("/your-account").status, 200);
    }
}

}  // namespace
}  // namespace doorstep::test
