#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "api/endpoints.h"
#include "domain/access/permissions.h"
#include "storage/sql/query.h"
#include "support/web/test_program.h"

/// Every row of the API's table, called by a program of every role, with every scope and without the one that
/// is needed. What is expected comes from the row's Action and the table of permissions alone: a new row is
/// walked from the moment it is in the table.
namespace doorstep::test {
namespace {

using api::Endpoint;
using domain::access::Action;
using domain::access::Grant;
using domain::access::Role;
using domain::access::Scope;
using domain::access::Scopes;

enum class Called { allowed, refused, hidden, unknown, broken };
constexpr auto enum_names(Called) {
    return std::array{EnumName{Called::allowed, "allowed", "Allowed"},
                      EnumName{Called::refused, "refused", "Refused (403)"},
                      EnumName{Called::hidden, "hidden", "Not there (404)"},
                      EnumName{Called::unknown, "unknown", "Not known (401)"},
                      EnumName{Called::broken, "broken", "Our fault (5xx)"}};
}

Called outcome_of_call(http::Response const& response) {
    switch (response.status) {
        case 401:
            return Called::unknown;
        case 403:
            return Called::refused;
        case 404:
            return Called::hidden;
        default:
            return response.status >= 500 ? Called::broken : Called::allowed;
    }
}

constexpr std::string_view of_a_case = "/api/v1/cases/{reference}";

bool is_about_a_case(Endpoint const& endpoint) { return endpoint.pattern.starts_with(of_a_case); }
bool is_about_a_record(Endpoint const& endpoint) {
    return endpoint.pattern.find('{', is_about_a_case(endpoint) ? of_a_case.size() : 0) != std::string::npos;
}

std::string address_of_endpoint(Endpoint const& endpoint, std::string const& reference) {
    std::string address;
    for (std::string_view rest = endpoint.pattern; !rest.empty();) {
        auto const open = rest.find('{');
        address += rest.substr(0, open);
        if (open == std::string_view::npos) break;
        address += address == "/api/v1/cases/" ? reference : "01890000-0000-7000-8000-000000000000";
        rest.remove_prefix(rest.find('}') + 1);
    }
    return address;
}

std::string endpoint_words(Endpoint const& endpoint) {
    return std::string(name_of(endpoint.method)) + " " + endpoint.pattern;
}

Scopes all_but(Scope left_out) {
    Scopes scopes;
    for (auto const& row : all_of<Scope>())
        if (row.value != left_out) scopes.add(row.value);
    return scopes;
}

class EveryEndpoint : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site, {.api = {.calls_per_minute = 100'000, .unknown_callers_per_minute = 100'000}}};

    http::Response call(TestProgram& program, Endpoint const& endpoint, std::string const& reference) {
        auto const address = address_of_endpoint(endpoint, reference);
        program.set_header("if-match", endpoint.needs == api::Needs::if_match ? "\"1.x\"" : "");
        if (endpoint.method == http::Method::post) return program.post(address, "{}");
        return program.send(endpoint.method, address, endpoint.body ? "{}" : "");
    }
    void expect(Endpoint const& endpoint, std::string_view who, Called expected,
                http::Response const& response) {
        auto got = outcome_of_call(response);
        // Where the record is not there, being allowed ends in "not found".
        if (got == Called::hidden && expected == Called::allowed && is_about_a_record(endpoint))
            got = expected;
        EXPECT_EQ(words_of(got), words_of(expected))
            << endpoint_words(endpoint) << " as " << who << ": " << response.status << " " << response.body;
        if (response.status >= 400) {
            EXPECT_EQ(response.content_type, "application/problem+json") << endpoint_words(endpoint);
        }
        EXPECT_TRUE(response.cookies.empty()) << endpoint_words(endpoint);
    }
    template <class Expected>
    void walk_case(domain::accounts::Account const& account, Role role, std::string const& reference,
                   Expected&& expected) {
        TestProgram program(web, site, account);
        for (auto const& endpoint : api::all_endpoints()) {
            if (!is_about_a_case(endpoint)) continue;
            auto const grant = domain::access::grant_of_role(role, *endpoint.access.action());
            expect(endpoint, name_of(role), grant == Grant::no ? Called::refused : expected(grant),
                   call(program, endpoint, reference));
        }
    }
};

TEST_F(EveryEndpoint, names_an_action_with_a_scope_unless_it_is_the_document) {
    for (auto const& endpoint : api::all_endpoints()) {
        if (endpoint.pattern == "/api/v1/openapi.json") continue;
        auto const action = endpoint.access.action();
        ASSERT_TRUE(action) << endpoint_words(endpoint);
        EXPECT_TRUE(domain::access::scope_of(*action)) << endpoint_words(endpoint);
    }
}

TEST_F(EveryEndpoint, is_named_once_and_says_what_it_needs) {
    std::set<std::string> operations;
    for (auto const& endpoint : api::all_endpoints()) {
        EXPECT_TRUE(operations.insert(endpoint.operation).second) << endpoint.operation;
        EXPECT_FALSE(endpoint.summary.empty()) << endpoint_words(endpoint);
        EXPECT_TRUE(endpoint.pattern.starts_with("/api/v1/")) << endpoint_words(endpoint);
        if (endpoint.method == http::Method::post || endpoint.method == http::Method::patch) {
            EXPECT_NE(endpoint.needs, api::Needs::nothing)
                << endpoint_words(endpoint) << " could be done twice, or over somebody else's change";
            EXPECT_TRUE(endpoint.body) << endpoint_words(endpoint);
        }
    }
}

TEST_F(EveryEndpoint, lets_nobody_in_without_a_token) {
    auto const made = site.open_case();
    TestProgram program(web);
    for (auto const& endpoint : api::all_endpoints())
        expect(endpoint, "nobody", endpoint.access.needs_sign_in() ? Called::unknown : Called::allowed,
               call(program, endpoint, made.file.reference));
}

TEST_F(EveryEndpoint, refuses_a_token_without_its_scope) {
    auto const account = site.account(Role::asb_manager);
    auto const made = site.open_case({.owner = account.id});
    for (auto const& endpoint : api::all_endpoints()) {
        auto const action = endpoint.access.action();
        if (!action) continue;
        TestProgram program(web, site, account, all_but(*domain::access::scope_of(*action)));
        auto const response = call(program, endpoint, made.file.reference);
        EXPECT_EQ(response.status, 403) << endpoint_words(endpoint);
        EXPECT_EQ(problem_code(response), "scope-missing") << endpoint_words(endpoint);
        // At most twenty tokens work for one account.
        site.database().write([](storage::sql::Write& tx) {
            static storage::sql::Query const remove{"test.every_endpoint.remove", "DELETE FROM api_token"};
            tx.run(remove);
        });
    }
}

TEST_F(EveryEndpoint, refuses_a_parameter_it_does_not_have) {
    auto const account = site.account(Role::asb_manager);
    auto const made = site.open_case({.owner = account.id});
    TestProgram program(web, site, account);
    for (auto const& endpoint : api::all_endpoints()) {
        if (endpoint.method != http::Method::get || !endpoint.access.needs_sign_in()) continue;
        auto const action = *endpoint.access.action();
        if (domain::access::grant_of_role(Role::asb_manager, action) == Grant::no) continue;
        auto const response = program.get(address_of_endpoint(endpoint, made.file.reference) + "?colour=red");
        EXPECT_EQ(problem_code(response), "unknown-parameter") << endpoint_words(endpoint);
    }
}

TEST_F(EveryEndpoint, refuses_members_that_its_form_does_not_have) {
    auto const account = site.account(Role::asb_manager);
    auto const made = site.open_case({.owner = account.id});
    TestProgram program(web, site, account);
    // What is asked of a plan is asked of its draft.
    ASSERT_EQ(program.post("/api/v1/cases/" + made.file.reference + "/plan", "{}").status, 201);
    for (auto const& endpoint : api::all_endpoints()) {
        if (!endpoint.body || is_about_a_record(endpoint)) continue;
        if (domain::access::grant_of_role(Role::asb_manager, *endpoint.access.action()) == Grant::no)
            continue;
        auto const address = address_of_endpoint(endpoint, made.file.reference);
        program.set_header("if-match", endpoint.needs == api::Needs::if_match ? "\"1.x\"" : "");
        for (auto const* body :
             {R"({"owner-id":"01890000-0000-7000-8000-000000000000","version":9})", "[]", ""}) {
            auto const response = endpoint.method == http::Method::post
                                      ? program.post(address, body)
                                      : program.send(endpoint.method, address, body);
            auto const code = problem_code(response);
            EXPECT_TRUE(code == "unknown-member" || code == "bad-json")
                << endpoint_words(endpoint) << " " << body << ": " << response.body;
        }
    }
}

class EveryEndpointAs : public EveryEndpoint, public ::testing::WithParamInterface<Role> {};

TEST_P(EveryEndpointAs, is_allowed_or_refused_as_the_table_of_permissions_says) {
    auto const role = GetParam();
    TestProgram program(web, site, site.account(role));
    for (auto const& endpoint : api::all_endpoints()) {
        if (is_about_a_case(endpoint)) continue;
        auto const action = endpoint.access.action();
        bool const may = !action || domain::access::grant_of_role(role, *action) != Grant::no;
        expect(endpoint, name_of(role), may ? Called::allowed : Called::refused, call(program, endpoint, ""));
    }
}

TEST_P(EveryEndpointAs, shows_a_case_of_others_to_those_who_may_see_all_and_hides_it_from_those_who_may_not) {
    auto const role = GetParam();
    auto const other = site.account(Role::asb_officer, "Another Officer");
    auto const made = site.open_case({.owner = other.id});
    walk_case(site.account(role), role, made.file.reference,
              [](Grant grant) { return grant == Grant::yes ? Called::allowed : Called::hidden; });
}

TEST_P(EveryEndpointAs, tells_of_a_restricted_case_only_those_who_could_give_access) {
    auto const role = GetParam();
    auto const made = site.open_case({.restricted = true});
    bool const could_give_access = domain::access::grant_of_role(role, Action::restrict_case) != Grant::no;
    walk_case(site.account(role), role, made.file.reference,
              [&](Grant) { return could_give_access ? Called::refused : Called::hidden; });
}

TEST_P(EveryEndpointAs, has_no_case_for_whoever_has_a_conflict_of_interest) {
    auto const role = GetParam();
    auto const account = site.account(role);
    auto const made = site.open_case({.owner = account.id, .housing_officer = account.id});
    static storage::sql::Query const insert{"test.every_endpoint.conflict", R"sql(
        INSERT INTO case_conflict (case_file_id, account_id, reason, declared_by, declared_at)
        VALUES (:file, :account, 'A relation', :account, 0))sql"};
    site.database().write([&](storage::sql::Write& tx) {
        tx.run(insert, {{"file", made.file.id}, {"account", account.id}});
    });
    walk_case(account, role, made.file.reference, [](Grant) { return Called::hidden; });
}

std::string endpoint_role_name(::testing::TestParamInfo<Role> const& role) {
    std::string name(name_of(role.param));
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Roles, EveryEndpointAs,
                         ::testing::Values(Role::asb_officer, Role::housing_officer, Role::asb_manager,
                                           Role::head_of_housing, Role::business_support, Role::partner,
                                           Role::board_member, Role::tenant_member, Role::administrator),
                         endpoint_role_name);

}  // namespace
}  // namespace doorstep::test
