#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "api/endpoints.h"
#include "base/text.h"
#include "pages/routes.h"
#include "security/hidden_cases.h"
#include "storage/accounts.h"
#include "support/web/test_browser.h"
#include "support/web/test_program.h"
#include "usecases/accounts/api_tokens.h"

/// Every route with an id in it, asked by everybody for the records of a case that is not for them: under
/// that case's own reference, and under the reference of a case that they may see (OWASP: broken object level
/// authorization). A new route is attacked from the moment it is in the table.
namespace doorstep::test {
namespace {

using http::Method;
using pages::Route;

/// A parameter of routes below `prefix`, and the table whose id it is.
struct Named {
    std::string_view prefix;
    std::string_view parameter;
    std::string_view table;
};
constexpr std::array named_parameters{
    Named{"/cases/{reference}/orders/", "{action}", "legal_action"},
    Named{"/cases/{reference}/made/", "{order}", "legal_order"},
    Named{"/orders/", "{order}", "legal_order"},
    Named{"/cases/", "{action}", "intervention"},
    Named{"/cases/", "{file}", "file"},
    Named{"/cases/", "{incident}", "incident"},
    Named{"/cases/", "{letter}", "message"},
    Named{"/cases/", "{person}", "case_person"},
    Named{"/cases/", "{marker}", "warning_marker"},
    Named{"/cases/", "{exclusion}", "service_exclusion"},
    Named{"/cases/", "{step}", "plan_step"},
    Named{"/cases/", "{assessment}", "risk_assessment"},
    Named{"/cases/", "{task}", "case_task"},
    Named{"/access-requests/", "{request}", "access_request"},
    Named{"/approvals/", "{approval}", "waiting_approval"},
    Named{"/files/", "{id}", "file"},
    Named{"/case-studies/", "{story}", "case_study"},
    Named{"/people/", "{id}", "person"},
    Named{"/post/", "{letter}", "waiting_letter"},
    Named{"/quality/", "{check}", "quality_check"},
    Named{"/triage/", "{id}", "report"},
    Named{"/triage/", "{message}", "message"},
    Named{"/surveys/comments/", "{comment}", "survey_comment"},
    Named{"/surveys/", "{survey}", "due_survey"},
};
/// Parameters that name nothing of a case, or nothing that a case hides.
constexpr std::array named_elsewhere{"/admin/",
                                     "/cases/views/",
                                     "/figures/",
                                     "/help/",
                                     "/improvements/",
                                     "/meetings/",
                                     "/panel/",
                                     "/papers/",
                                     "/performance/",
                                     "/places/",
                                     "/report/",
                                     "/reports/new/",
                                     "/s/",
                                     "/staff/interrupted-forms/",
                                     "/team/absences/",
                                     "/your-account/sessions/",
                                     "/your-account/tokens/",
                                     "/drafts/",
                                     "/files/",
                                     "/developer/"};

constexpr std::string_view a_case = "/cases/{reference}";

bool is_in_a_case(Route const& route) { return route.pattern.starts_with(a_case); }

/// The table a parameter is an id of; empty for others.
std::string table_of(Route const& route, std::string_view parameter) {
    for (auto const& row : named_parameters)
        if (route.pattern.starts_with(row.prefix) && parameter == row.parameter)
            return std::string(row.table);
    return "";
}

class HiddenRecords : public ::testing::Test {
  protected:
    static void SetUpTestSuite() { cases = std::make_unique<HiddenCases>(); }
    static void TearDownTestSuite() { cases.reset(); }
    static std::unique_ptr<HiddenCases> cases;

    TestWeb web{cases->services()};
    pages::Routes const& routes = web.site().routes();

    void be(TestBrowser& browser, usecases::accounts::DemoSignIn const& person) {
        if (browser.get("/your-account").status == 200) return;
        domain::accounts::Account account;
        account.email = person.email;
        browser.sign_in(account, person.password);
        browser.get("/your-account");
    }
    /// With this case in it and the ids of hidden records; nothing when it has none to put in.
    std::optional<std::string> address_of(Route const& route, std::string const& reference,
                                          bool& has_record) {
        std::string address;
        has_record = false;
        for (std::string_view rest = route.pattern; !rest.empty();) {
            auto const open = rest.find('{');
            address += rest.substr(0, open);
            if (open == std::string_view::npos) break;
            auto const parameter = rest.substr(open, rest.find('}') - open + 1);
            auto const table = table_of(route, parameter);
            if (is_in_a_case(route) && address == "/cases/") {
                address += reference;
            } else if (!table.empty() && !cases->id_in(table).empty()) {
                address += cases->id_in(table);
                has_record = true;
            } else if (is_in_a_case(route)) {
                address += "01890000-0000-7000-8000-000000000000";
            } else {
                return std::nullopt;
            }
            rest.remove_prefix(rest.find('}') + 1);
        }
        return address;
    }
    void attack(TestBrowser& browser, usecases::accounts::DemoSignIn const& person, Route const& route,
                std::string const& address) {
        be(browser, person);
        auto const response = route.method == Method::get ? browser.get(address) : browser.post(address);
        auto const words = std::string(name_of(route.method)) + " " + route.pattern + " as " +
                           person.role_words + " (" + address + ")";
        EXPECT_TRUE(response.status == 403 || response.status == 404)
            << words << ": " << response.status << " " << location_of(response);
        EXPECT_EQ(cases->told_by(response, address), "") << words;
    }
};
std::unique_ptr<HiddenCases> HiddenRecords::cases;

TEST_F(HiddenRecords, are_known_for_every_parameter_of_every_route) {
    for (auto const& route : routes) {
        for (std::string_view rest = route.pattern; rest.find('{') != std::string_view::npos;) {
            auto const open = rest.find('{');
            auto const parameter = rest.substr(open, rest.find('}') - open + 1);
            rest.remove_prefix(rest.find('}') + 1);
            bool const is_elsewhere =
                std::any_of(named_elsewhere.begin(), named_elsewhere.end(),
                            [&](std::string_view prefix) { return route.pattern.starts_with(prefix); });
            bool const is_of_the_case =
                is_in_a_case(route) &&
                (parameter == "{reference}" || parameter == "{account}" || parameter == "{other}");
            // Of the questions and of the ways to save a document, not of the case.
            if (parameter == "{question}" || parameter == "{format}") continue;
            // Parts of an action, order or case, looked for only within it.
            if (parameter == "{hearing}" || parameter == "{clause}" || parameter == "{row}" ||
                parameter == "{breach}" || parameter == "{subject}")
                continue;
            auto const table = table_of(route, parameter);
            EXPECT_TRUE(is_elsewhere || is_of_the_case || !table.empty())
                << route.pattern << ": say above which table " << parameter << " names";
            if (!table.empty()) {
                EXPECT_NE(cases->id_in(table), "") << "the demo has no hidden " << table;
            }
        }
    }
}

TEST_F(HiddenRecords, are_at_no_address_for_anybody_and_cannot_be_changed) {
    auto const before = cases->events_of_hidden_cases();
    ASSERT_GE(cases->people().size(), 7U);
    for (auto const& person : cases->people()) {
        TestBrowser browser(web);
        for (auto const& route : routes) {
            if (route.pattern.find('{') == std::string::npos) continue;
            bool has_record = false;
            if (auto const address = address_of(route, cases->hidden_reference(), has_record);
                address && (has_record || is_in_a_case(route)))
                attack(browser, person, route, *address);
            if (!is_in_a_case(route)) continue;
            // The record of one case under the reference of another.
            if (auto const address = address_of(route, cases->open_reference(), has_record);
                address && has_record)
                attack(browser, person, route, *address);
        }
    }
    EXPECT_EQ(cases->events_of_hidden_cases(), before);
}

TEST_F(HiddenRecords, are_on_no_list_queue_count_or_figure_that_anybody_opens) {
    constexpr std::array questions{"",           "?q=zqxsecre", "?words=zqxsecre", "?state=closed",
                                   "?owner=all", "?sort=risk",  "?page=2",         "?state=all",
                                   "?due=late",  "?kind=all"};
    for (auto const& person : cases->people()) {
        TestBrowser browser(web);
        for (auto const& route : routes) {
            if (route.method != Method::get || route.pattern.find('{') != std::string::npos) continue;
            for (auto const* question : questions) {
                be(browser, person);
                auto const address = route.pattern + question;
                auto const response = browser.get(address);
                EXPECT_LT(response.status, 500) << address;
                EXPECT_EQ(cases->told_by(response, ""), "") << address << " as " << person.role_words;
            }
        }
    }
}

TEST_F(HiddenRecords, are_found_by_no_search) {
    for (auto const& person : cases->people()) {
        TestBrowser browser(web);
        for (auto const& words : {std::string("zqxsecre"), cases->hidden_reference(), std::string("noise")}) {
            be(browser, person);
            http::Pairs fields;
            fields.add("words", words);
            auto const response = browser.post("/search", fields);
            EXPECT_LT(response.status, 500);
            auto const shown = browser.follow(response);
            EXPECT_EQ(cases->told_by(shown, words), "") << words << " as " << person.role_words;
        }
    }
}

TEST_F(HiddenRecords, are_at_no_address_of_the_api) {
    auto const before = cases->events_of_hidden_cases();
    for (auto const& person : cases->people()) {
        usecases::Context context(cases->services(),
                                  domain::access::Viewer::system(domain::access::Door::command_line));
        auto const account =
            storage::accounts::find_by_sign_in_name(context.read(), text::fold(person.email));
        ASSERT_TRUE(account);
        usecases::accounts::MakeToken wanted{.name = "A program", .scopes = {}, .days = {}, .password = ""};
        for (auto const& scope : all_of<domain::access::Scope>()) wanted.scopes.emplace_back(scope.name);
        auto const made = usecases::accounts::make_token_for(context, *account, wanted);
        ASSERT_TRUE(made) << made.error().message();
        TestProgram program(web);
        program.set_token(made->token);
        for (auto const& endpoint : api::all_endpoints()) {
            auto address = endpoint.pattern;
            bool names_a_record = false;
            for (auto const& [parameter, value] :
                 {std::pair<std::string, std::string>{"{reference}", cases->hidden_reference()},
                  {"{report}", cases->id_in("report")},
                  {"{survey}", cases->id_in("due_survey")},
                  {"{step}", cases->id_in("plan_step")},
                  {"{task}", cases->id_in("case_task")},
                  {"{person}", cases->id_in("case_person")}})
                if (auto const at = address.find(parameter); at != std::string::npos) {
                    address.replace(at, parameter.size(), value);
                    names_a_record = true;
                }
            ASSERT_EQ(address.find('{'), std::string::npos) << "say above what stands for it in " << address;
            program.set_header("if-match", endpoint.needs == api::Needs::if_match ? "\"1.x\"" : "");
            // Where the form is looked at first, one that is right.
            std::string body = "{}";
            if (address.ends_with("/attempts")) body = R"({"tried-on": "2026-11-17", "result": "no-answer"})";
            if (address.ends_with("/answers")) body = R"({"way": "telephone", "answers": {}})";
            auto const response = endpoint.method == Method::post
                                      ? program.post(address, body)
                                      : program.send(endpoint.method, address, endpoint.body ? body : "");
            auto const words =
                std::string(name_of(endpoint.method)) + " " + address + " as " + person.role_words;
            if (names_a_record) {
                EXPECT_TRUE(response.status == 403 || response.status == 404)
                    << words << ": " << response.status << " " << response.body;
            }
            EXPECT_LT(response.status, 500) << words;
            EXPECT_EQ(cases->told_by(response, address), "") << words;
        }
    }
    EXPECT_EQ(cases->events_of_hidden_cases(), before);
}

}  // namespace
}  // namespace doorstep::test
