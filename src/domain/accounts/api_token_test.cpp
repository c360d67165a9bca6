#include "domain/accounts/api_token.h"

#include <gtest/gtest.h>

namespace doorstep::domain::accounts {
namespace {

std::string const random_part(43, 'k');

TEST(ApiTokenText, is_recognised_by_its_beginning_and_its_checksum) {
    auto const token = token_from(random_part);
    EXPECT_TRUE(token.starts_with("doorstep_pat_"));
    EXPECT_TRUE(looks_like_token(token));
    EXPECT_EQ(beginning_of_token(token), "doorstep_pat_kkkk");
}

TEST(ApiTokenText, mistyped_is_no_token) {
    auto token = token_from(random_part);
    token[20] = 'x';
    EXPECT_FALSE(looks_like_token(token));
    EXPECT_FALSE(looks_like_token(""));
    EXPECT_FALSE(looks_like_token("doorstep_pat_"));
    EXPECT_FALSE(looks_like_token(token_from(random_part) + "a"));
}

TEST(CheckToken, wants_a_name_and_something_to_do) {
    EXPECT_TRUE(check_token("Nightly report", {access::Scope::read_figures}));
    EXPECT_EQ(check_token("  ", {access::Scope::read_figures}).error().problems().front().field, "name");
    EXPECT_EQ(check_token(std::string(101, 'a'), {access::Scope::read_figures}).error().code(), "token-name");
    EXPECT_EQ(check_token("Nightly report", {}).error().problems().front().field, "scopes");
}

TEST(ScopeNames, are_written_and_read_with_spaces_and_never_gain_by_a_name_nobody_knows) {
    access::Scopes const scopes{access::Scope::read_cases, access::Scope::read_figures};
    EXPECT_EQ(scopes.names(), "cases:read figures:read");
    EXPECT_EQ(access::Scopes::from_names("cases:read figures:read"), scopes);
    EXPECT_EQ(access::Scopes::from_names("figures:read everything"),
              (access::Scopes{access::Scope::read_figures}));
    EXPECT_TRUE(access::Scopes::from_names("").empty());
}

}  // namespace
}  // namespace doorstep::domain::accounts
