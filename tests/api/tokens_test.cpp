#include <gtest/gtest.h>

#include "support/web/test_program.h"
#include "usecases/accounts/api_tokens.h"
#include "usecases/accounts/manage_accounts.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::access::Scope;

class ApiTokens : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    std::string const address = "/api/v1/cases/" + made.file.reference;
};

TEST_F(ApiTokens, let_a_program_read_what_their_owner_may_read) {
    TestProgram program(web, site, officer);
    EXPECT_EQ(program.get(address).status, 200);
}

TEST_F(ApiTokens, are_needed) {
    TestProgram program(web);
    auto const response = program.get(address);
    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(response.header("WWW-Authenticate"), "Bearer realm=\"Doorstep\"");
    EXPECT_EQ(problem_code(response), "signed-out");
}

TEST_F(ApiTokens, that_are_mistyped_revoked_or_over_let_nobody_in) {
    TestProgram program(web, site, officer);
    auto const token = program.token();
    program.set_token(token.substr(0, token.size() - 1) + (token.back() == 'a' ? 'b' : 'a'));
    EXPECT_EQ(program.get(address).status, 401);
    program.set_token(token);
    site.clock.set(site.clock.now().plus_hours(24 * 367));
    EXPECT_EQ(program.get(address).status, 401);
    site.clock.set(site.clock.now().plus_hours(-24 * 367));
    EXPECT_EQ(program.get(address).status, 200);

    auto context = site.as(officer);
    auto const id = usecases::accounts::list_tokens(context)->front().id;
    ASSERT_TRUE(usecases::accounts::revoke_token(context, id));
    EXPECT_EQ(program.get(address).status, 401);
    EXPECT_EQ(usecases::accounts::revoke_token(context, id).error().code(), "token-unknown");
}

TEST_F(ApiTokens, end_with_their_account_and_with_a_reset_of_its_password) {
    auto const administrator = site.account(Role::administrator);
    TestProgram program(web, site, officer);
    auto context = site.as(administrator);
    ASSERT_TRUE(usecases::accounts::disable_account(context, officer.id));
    EXPECT_EQ(program.get(address).status, 401);
    ASSERT_TRUE(usecases::accounts::enable_account(context, officer.id));
    EXPECT_EQ(program.get(address).status, 401) << "a token does not come back with its account";

    TestProgram another(web, site, officer);
    EXPECT_EQ(another.get(address).status, 200);
    ASSERT_TRUE(usecases::accounts::reset_sign_in(context, officer.id, usecases::accounts::Reset::password));
    EXPECT_EQ(another.get(address).status, 401);
}

TEST_F(ApiTokens, never_do_more_than_their_scopes) {
    TestProgram program(web, site, officer, {Scope::read_figures});
    auto const response = program.get(address);
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(problem_code(response), "scope-missing");
    EXPECT_NE(response.header("WWW-Authenticate")->find("scope=\"cases:read\""), std::string::npos);
}

TEST_F(ApiTokens, never_do_more_than_their_owner) {
    auto const board_member = site.account(Role::board_member);
    TestProgram program(web, site, board_member);
    auto const response = program.get(address);
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(problem_code(response), "not-allowed");
}

TEST_F(ApiTokens, are_kept_as_hashes_and_note_when_they_were_used) {
    TestProgram program(web, site, officer);
    auto context = site.as(officer);
    EXPECT_FALSE(usecases::accounts::list_tokens(context)->front().last_used_at);
    program.get(address);
    auto later = site.as(officer);
    auto const token = usecases::accounts::list_tokens(later)->front();
    EXPECT_EQ(token.last_used_at, site.clock.now());
    EXPECT_TRUE(program.token().starts_with(token.beginning));
    auto const events = site.events_of(officer.id.text());
    EXPECT_EQ(events.back(), "token-made");
}

TEST_F(ApiTokens, are_not_taken_from_cookies_or_the_query) {
    TestProgram program(web, site, officer);
    auto const token = program.token();
    program.set_token("");
    EXPECT_EQ(program.get(address + "?access_token=" + token).status, 401);
    program.set_header("cookie", "session=" + token);
    EXPECT_EQ(program.get(address).status, 401);
}

TEST_F(ApiTokens, are_limited_to_so_many_calls_a_minute) {
    TestWeb narrow(site, {.api = {.calls_per_minute = 3, .unknown_callers_per_minute = 2}});
    TestProgram program(narrow, site, officer);
    TestProgram another(narrow, site, officer);
    for (int n = 0; n < 3; ++n) EXPECT_EQ(program.get(address).status, 200);
    auto const response = program.get(address);
    EXPECT_EQ(response.status, 429);
    EXPECT_TRUE(response.header("Retry-After"));
    EXPECT_EQ(another.get(address).status, 200) << "each token has its own limit";

    TestProgram nobody(narrow);
    EXPECT_EQ(nobody.get(address).status, 401);
    EXPECT_EQ(nobody.get(address).status, 401);
    EXPECT_EQ(nobody.get(address).status, 429);
}

TEST_F(ApiTokens, are_made_and_revoked_on_a_page) {
    TestBrowser browser(web);
    browser.sign_in(officer);
    browser.get("/your-account/tokens/new");
    http::Pairs fields;
    fields.add("name", "Nightly <b>report</b>");
    fields.add("scopes", "cases:read");
    fields.add("days", "30");
    fields.add("password", "wrong");
    EXPECT_EQ(browser.post("/your-account/tokens/new", fields).status, 422);
    fields.set("password", std::string(TestSite::password));
    auto const page = browser.post("/your-account/tokens/new", fields);
    EXPECT_EQ(page.status, 200);
    auto const words = text_of(page);
    auto const at = words.find("doorstep_pat_");
    ASSERT_NE(at, std::string::npos);

    TestProgram program(web);
    program.set_token(words.substr(at, 65));
    EXPECT_EQ(program.get(address).status, 200);

    auto const list = browser.get("/your-account/tokens");
    EXPECT_NE(text_of(list).find("Nightly <b>report</b>"), std::string::npos);
    EXPECT_EQ(list.body.find(words.substr(at, 65)), std::string::npos) << "it is never shown again";
    auto context = site.as(officer);
    auto const id = std::string(usecases::accounts::list_tokens(context)->front().id.text());
    EXPECT_EQ(browser.post("/your-account/tokens/" + id + "/revocation").status, 303);
    EXPECT_EQ(program.get(address).status, 401);
}

TEST_F(ApiTokens, of_somebody_else_cannot_be_revoked) {
    auto const other = site.account(Role::asb_officer, "Another Officer");
    TestProgram program(web, site, officer);
    auto own = site.as(officer);
    auto const id = usecases::accounts::list_tokens(own)->front().id;
    auto context = site.as(other);
    EXPECT_EQ(usecases::accounts::revoke_token(context, id).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(program.get(address).status, 200);
}

TEST_F(ApiTokens, cannot_make_tokens) {
    TestProgram program(web, site, officer);
    auto context = site.as(officer);
    context.viewer.scopes = domain::access::Scopes::every();
    EXPECT_FALSE(usecases::accounts::make_token(context, {.name = "Another",
                                                          .scopes = {"cases:read"},
                                                          .days = {},
                                                          .password = std::string(TestSite::password)}));
}

}  // namespace
}  // namespace doorstep::test
