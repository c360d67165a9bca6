#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "domain/access/permissions.h"
#include "pages/routes.h"
#include "storage/cases.h"
#include "storage/sql/query.h"
#include "support/web/test_browser.h"

/// Every row of the route table, asked by every role and by nobody. What is expected comes from the row's
/// Action and the table of permissions alone: a new route is walked from the moment it is in the table.
namespace doorstep::test {
namespace {

using domain::access::Action;
using domain::access::Grant;
using domain::access::Role;
using domain::access::Viewer;
using http::Method;
using pages::Route;

enum class Outcome { allowed, refused, hidden, sent_to_sign_in, broken };
constexpr auto enum_names(Outcome) {
    return std::array{EnumName{Outcome::allowed, "allowed", "Allowed"},
                      EnumName{Outcome::refused, "refused", "Refused (403)"},
                      EnumName{Outcome::hidden, "hidden", "Not there (404)"},
                      EnumName{Outcome::sent_to_sign_in, "sign-in", "Sent to sign in"},
                      EnumName{Outcome::broken, "broken", "Our fault (5xx)"}};
}

Outcome outcome_of(http::Response const& response) {
    if (response.status >= 500) return Outcome::broken;
    if (response.status == 403) return Outcome::refused;
    if (response.status == 404) return Outcome::hidden;
    if (response.status == 303 && location_of(response).starts_with("/staff/sign-in"))
        return Outcome::sent_to_sign_in;
    return Outcome::allowed;
}

/// Routes that name no Action, and why anybody, or anybody with a session, may reach them. An address that is
/// not below one of these must name its Action.
struct Open {
    std::string_view prefix;
    std::string_view why;
};
constexpr std::array open_to_everyone{
    Open{"/report", "residents report without an account"},
    Open{"/s", "a link with a secret of its own"},
    Open{"/exit", "leaving quickly"},
    Open{"/offline", "shown without a connection"},
    Open{"/drafts", "reports kept on the resident's own device"},
    Open{"/help", "words for everyone"},
    Open{"/contact", "words for everyone"},
    Open{"/accessibility", "words for everyone"},
    Open{"/privacy", "words for everyone"},
    Open{"/cookies", "words for everyone"},
    Open{"/terms", "words for everyone"},
    Open{"/performance", "published figures, with nothing that leads to a case"},
    Open{"/staff/sign-in", "how one signs in"},
    Open{"/signed-out", "where one is after signing out"},
    Open{"/developer", "not in what people run"},
};
constexpr std::array open_to_any_session{
    Open{"/staff/sign-in/code", "half signed in"},
    Open{"/staff/second-step", "half signed in, or one's own"},
    Open{"/staff/interrupted-forms", "one's own"},
    Open{"/your-account", "one's own"},
    Open{"/session", "one's own"},
    Open{"/sign-out", "one's own"},
    Open{"/files", "each file asks what its case or report asks: usecases/files"},
};

template <std::size_t size>
bool is_below(std::array<Open, size> const& list, std::string_view pattern) {
    if (pattern == "/") return true;
    return std::any_of(list.begin(), list.end(), [&](Open const& open) {
        return pattern == open.prefix || pattern.starts_with(std::string(open.prefix) + "/");
    });
}

bool names_a_case(Route const& route) { return route.pattern.starts_with("/cases/{reference}"); }
/// Besides the case.
bool names_a_record(Route const& route) {
    return route.pattern.find('{', names_a_case(route) ? 18 : 0) != std::string::npos;
}

/// The pattern with this case, and ids of nothing for everything else.
std::string address_of(Route const& route, std::string const& reference) {
    std::string address;
    for (std::string_view rest = route.pattern; !rest.empty();) {
        auto const open = rest.find('{');
        address += rest.substr(0, open);
        if (open == std::string_view::npos) break;
        bool const is_case = names_a_case(route) && address == "/cases/";
        address += is_case ? reference : "01890000-0000-7000-8000-000000000000";
        rest.remove_prefix(rest.find('}') + 1);
    }
    return address;
}

std::string route_words(Route const& route) {
    return std::string(name_of(route.method)) + " " + route.pattern;
}

/// Of any page: what it shows comes from a few statements, never from one for each row.
constexpr int most_statements = 12;

class EveryRoute : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
    pages::Routes const& routes = web.site().routes();

    http::Response ask(Route const& route, std::string const& reference) {
        auto const address = address_of(route, reference);
        if (route.method != Method::get) return browser.post(address);
        auto const before = storage::sql::statements_on_this_thread();
        auto response = browser.get(address);
        EXPECT_LE(storage::sql::statements_on_this_thread() - before, most_statements) << route_words(route);
        return response;
    }
    /// A session and a page of it with a form, so that what is sent is not taken for forged.
    void be(domain::accounts::Account const& account) {
        if (browser.get("/your-account").status == 200) return;
        browser.sign_in(account);
        browser.get("/your-account");
    }
    void expect(Route const& route, std::string_view who, Outcome expected, http::Response const& response) {
        auto got = outcome_of(response);
        // Where the record is not there, being allowed ends in "not found".
        if (got == Outcome::hidden && expected == Outcome::allowed && names_a_record(route)) got = expected;
        EXPECT_EQ(words_of(got), words_of(expected)) << route_words(route) << " as " << who << ": status "
                                                     << response.status << " " << location_of(response);
    }
    void declare_conflict(CaseFileId file, AccountId account) {
        static storage::sql::Query const insert{"test.every_route.conflict", R"sql(
            INSERT INTO case_conflict (case_file_id, account_id, reason, declared_by, declared_at)
            VALUES (:file, :account, 'A relation', :account, 0))sql"};
        site.database().write([&](storage::sql::Write& tx) {
            tx.run(insert, {{"file", file}, {"account", account}});
        });
    }
    /// Each route that names a case, asked about this one.
    template <class Expected>
    void walk_case(domain::accounts::Account const& account, Role role, std::string const& reference,
                   Expected&& expected) {
        for (auto const& route : routes) {
            if (!names_a_case(route)) continue;
            auto const action = route.access.action();
            ASSERT_TRUE(action) << route_words(route) << " names a case and so must name its Action";
            be(account);
            auto const grant = domain::access::grant_of_role(role, *action);
            expect(route, name_of(role), grant == Grant::no ? Outcome::refused : expected(grant),
                   ask(route, reference));
        }
    }
};

TEST_F(EveryRoute, has_an_action_or_a_reason_to_have_none) {
    ASSERT_GT(routes.size(), 20U);
    for (auto const& route : routes) {
        if (route.access.action()) continue;
        EXPECT_TRUE(route.access.needs_sign_in() ? is_below(open_to_any_session, route.pattern)
                                                 : is_below(open_to_everyone, route.pattern))
            << route_words(route) << " names no Action: give it one, or say here why it needs none";
    }
}

TEST_F(EveryRoute, sends_whoever_is_not_signed_in_to_sign_in_unless_it_is_for_everyone) {
    auto const made = site.open_case();
    for (auto const& route : routes) {
        browser.get("/staff/sign-in");
        expect(route, "nobody", route.access.needs_sign_in() ? Outcome::sent_to_sign_in : Outcome::allowed,
               ask(route, made.file.reference));
    }
}

TEST_F(EveryRoute, keeps_somebody_who_is_half_signed_in_at_the_second_step) {
    auto account = site.account(Role::asb_manager);
    static storage::sql::Query const require{
        "test.every_route.require", "UPDATE account SET second_factor_required = TRUE WHERE id = :id"};
    site.database().write([&](storage::sql::Write& tx) { tx.run(require, {{"id", account.id}}); });
    auto const made = site.open_case();
    browser.sign_in(account);
    for (auto const& route : routes) {
        if (!route.access.needs_sign_in() || route.access.is_part_of_signing_in()) continue;
        browser.get("/staff/second-step/new");
        auto const response = ask(route, made.file.reference);
        EXPECT_TRUE(location_of(response).starts_with("/staff/second-step/new"))
            << route_words(route) << ": status " << response.status << " " << location_of(response);
    }
}

class EveryRouteAs : public EveryRoute, public ::testing::WithParamInterface<Role> {};

TEST_P(EveryRouteAs, is_allowed_or_refused_as_the_table_of_permissions_says) {
    auto const role = GetParam();
    auto const account = site.account(role);
    for (auto const& route : routes) {
        if (names_a_case(route)) continue;
        be(account);
        auto const action = route.access.action();
        bool const may = !action || domain::access::grant_of_role(role, *action) != Grant::no;
        auto const response = ask(route, "");
        expect(route, name_of(role), may ? Outcome::allowed : Outcome::refused, response);
    }
}

TEST_P(EveryRouteAs, shows_a_case_of_others_to_those_who_may_see_all_and_hides_it_from_those_who_may_not) {
    auto const role = GetParam();
    auto const other = site.account(Role::asb_officer, "Another Officer");
    auto const made = site.open_case({.owner = other.id});
    walk_case(site.account(role), role, made.file.reference,
              [](Grant grant) { return grant == Grant::yes ? Outcome::allowed : Outcome::hidden; });
}

TEST_P(EveryRouteAs, shows_a_case_to_its_own_officers) {
    auto const role = GetParam();
    auto const account = site.account(role);
    auto const made = site.open_case({.owner = account.id, .housing_officer = account.id});
    walk_case(account, role, made.file.reference, [](Grant) { return Outcome::allowed; });
}

TEST_P(EveryRouteAs, tells_of_a_restricted_case_only_those_who_could_give_access) {
    auto const role = GetParam();
    auto const account = site.account(role);
    auto const made = site.open_case({.restricted = true});
    bool const could_give_access = domain::access::grant_of_role(role, Action::restrict_case) != Grant::no;
    walk_case(account, role, made.file.reference,
              [&](Grant) { return could_give_access ? Outcome::refused : Outcome::hidden; });
}

TEST_P(EveryRouteAs, has_no_case_for_whoever_has_a_conflict_of_interest) {
    auto const role = GetParam();
    auto const account = site.account(role);
    auto const made = site.open_case({.owner = account.id, .housing_officer = account.id});
    declare_conflict(made.file.id, account.id);
    walk_case(account, role, made.file.reference, [](Grant) { return Outcome::hidden; });
}

std::string name_of_parameter(::testing::TestParamInfo<Role> const& role) {
    std::string name(name_of(role.param));
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Roles, EveryRouteAs,
                         ::testing::Values(Role::asb_officer, Role::housing_officer, Role::asb_manager,
                                           Role::head_of_housing, Role::business_support, Role::partner,
                                           Role::board_member, Role::tenant_member, Role::administrator),
                         name_of_parameter);

}  // namespace
}  // namespace doorstep::test
