#include <gtest/gtest.h>

#include <array>
#include <map>
#include <memory>
#include <regex>

#include "api/endpoints.h"
#include "pages/routes.h"
#include "storage/sql/database.h"
#include "support/site/closed_case.h"
#include "support/site/waiting_report.h"
#include "support/web/test_program.h"

/// Whether a restricted case exists at all: no answer may differ by it, in its words, its counts, its status
/// or its headers, for somebody whom it is not for.
namespace doorstep::test {
namespace {

using domain::access::Role;
using http::Method;

/// Tokens, keys and ids that are new in every answer taken out.
std::string without_what_is_new(std::string page) {
    static std::regex const fresh(R"re((name="(csrf-token|once|version)" value=")[^"]*)re");
    static std::regex const ids("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    return std::regex_replace(std::regex_replace(page, fresh, "$1"), ids, "ID");
}

std::string whole(http::Response const& response) {
    auto all = std::to_string(response.status) + "\n";
    for (auto const& [name, value] : response.headers)
        if (name != "Server-Timing") all += name + ": " + value + "\n";
    return without_what_is_new(all + "\n" + response.body);
}

std::string put_in(std::string text, std::string const& from, std::string const& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

class HiddenOrNotThere : public ::testing::TestWithParam<Role> {
  protected:
    TestSite site;
    TestWeb web{site,
                {.changes_per_minute = 100'000,
                 .sign_ins_per_minute = 100'000,
                 .links_per_minute = 100'000,
                 .api = {.calls_per_minute = 100'000, .unknown_callers_per_minute = 100'000}}};
    domain::accounts::Account me = site.account(GetParam());
    domain::accounts::Account other = site.account(Role::asb_officer, "Another Officer");
    TestBrowser browser{web};
    std::unique_ptr<TestProgram> program;

    bool could_give_access() const {
        return domain::access::grant_of_role(GetParam(), domain::access::Action::restrict_case) !=
               domain::access::Grant::no;
    }
    /// What the landlord's figures count is every case, or they would be wrong; the cases behind a figure are
    /// those one may see. Those who could give access are told how many match a list besides. The audit says
    /// that somebody did something, not to which case.
    bool may_count(std::string_view asked) const {
        return asked.starts_with("/figures") || asked == "/api/v1/figures" || asked == "/admin/audit" ||
               (could_give_access() && asked.starts_with("/cases"));
    }
    /// Everything that can be asked without naming a record.
    std::map<std::string, std::string> all_answers() {
        std::map<std::string, std::string> answers;
        for (auto const& route : web.site().routes()) {
            // The second step's page has a new key each time.
            if (route.method != Method::get || route.pattern.find('{') != std::string::npos ||
                route.pattern == "/staff/second-step/new")
                continue;
            if (browser.get("/your-account").status != 200) browser.sign_in(me);
            answers[route.pattern] = whole(browser.get(route.pattern));
        }
        for (auto const* address : {"/cases?state=all", "/cases?state=closed", "/cases?sort=risk",
                                    "/cases?owner=nobody", "/figures/cases-opened", "/places?words=Acre"})
            answers[address] = whole(browser.get(address));
        for (auto const* words : {"noise", "Ana Silva", "Silva", "ASB-26"}) {
            browser.get("/cases");
            http::Pairs fields;
            fields.add("words", words);
            answers["search " + std::string(words)] = whole(browser.follow(browser.post("/search", fields)));
        }
        if (!program) program = std::make_unique<TestProgram>(web, site, me);
        for (auto const& endpoint : api::all_endpoints())
            if (endpoint.method == Method::get && endpoint.pattern.find('{') == std::string::npos &&
                endpoint.pattern != "/api/v1/openapi.json")
                answers[endpoint.pattern] = whole(program->get(endpoint.pattern));
        return answers;
    }
};

TEST_P(HiddenOrNotThere, a_restricted_case_changes_no_answer_to_those_it_is_not_for) {
    made_place(site);
    site.open_case({.owner = other.id});
    waiting_report(site);
    browser.sign_in(me);
    all_answers();
    auto const before = all_answers();

    site.open_case(
        {.owner = other.id, .restricted = true, .hate = true, .risk = domain::cases::RiskBand::high});
    closed_case(site, {.of_case = {.owner = other.id, .restricted = true}});
    auto const after = all_answers();
    for (auto const& [asked, answer] : before)
        if (!may_count(asked)) {
            EXPECT_EQ(after.at(asked), answer) << asked;
        }
}

TEST_P(HiddenOrNotThere, a_restricted_case_is_answered_as_one_that_never_was) {
    if (could_give_access()) GTEST_SKIP() << "those who could give access are told that it is there";
    auto const made = site.open_case({.owner = other.id, .restricted = true});
    auto const& there = made.file.reference;
    std::string const nowhere = "ASB-26-99999";
    browser.sign_in(me);
    for (auto const& route : web.site().routes()) {
        if (!route.pattern.starts_with("/cases/{reference}")) continue;
        auto const ask = [&](std::string const& reference) {
            auto address = put_in(route.pattern, "{reference}", reference);
            address = std::regex_replace(address, std::regex("\\{[^}]*\\}"),
                                         "01890000-0000-7000-8000-000000000000");
            auto const before = storage::sql::statements_on_this_thread();
            auto const response = route.method == Method::get ? browser.get(address) : browser.post(address);
            auto const statements = storage::sql::statements_on_this_thread() - before;
            return put_in(whole(response), reference, "REFERENCE") + "\n" + std::to_string(statements) +
                   " statements";
        };
        EXPECT_EQ(ask(there), ask(nowhere)) << name_of(route.method) << " " << route.pattern;
    }
    program = std::make_unique<TestProgram>(web, site, me);
    program->get("/api/v1/cases");  // the first call notes that the token was used
    for (auto const& endpoint : api::all_endpoints()) {
        if (!endpoint.pattern.starts_with("/api/v1/cases/{reference}")) continue;
        auto const ask = [&](std::string const& reference) {
            auto const address = put_in(endpoint.pattern, "{reference}", reference);
            program->set_header("if-match", endpoint.needs == api::Needs::if_match ? "\"1.x\"" : "");
            auto const before = storage::sql::statements_on_this_thread();
            auto const response = endpoint.method == Method::post
                                      ? program->post(address, "{}")
                                      : program->send(endpoint.method, address, endpoint.body ? "{}" : "");
            auto const statements = storage::sql::statements_on_this_thread() - before;
            return put_in(whole(response), reference, "REFERENCE") + "\n" + std::to_string(statements) +
                   " statements";
        };
        EXPECT_EQ(ask(there), ask(nowhere)) << name_of(endpoint.method) << " " << endpoint.pattern;
    }
}

INSTANTIATE_TEST_SUITE_P(Roles, HiddenOrNotThere,
                         ::testing::Values(Role::asb_officer, Role::housing_officer, Role::asb_manager,
                                           Role::head_of_housing, Role::business_support, Role::partner,
                                           Role::board_member, Role::tenant_member, Role::administrator),
                         [](auto const& role) {
                             std::string name(name_of(role.param));
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace doorstep::test
