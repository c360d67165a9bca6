#include "usecases/accounts/own_account.h"

#include <gtest/gtest.h>

#include "storage/accounts.h"
#include "support/site/test_site.h"
#include "usecases/accounts/sign_in.h"

namespace doorstep::usecases::accounts {
namespace {

class ChangePasswordTest : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account officer = site.account(domain::access::Role::asb_officer);
    std::string const old_password{test::TestSite::password};
    std::string const new_password = "teapot gravel lantern";

    std::string signed_in(std::string const& password) {
        auto context = site.as_public();
        auto const session = sign_in(context, {.email = officer.email, .password = password}, std::nullopt);
        return session ? session->token : "";
    }
    Expected<PasswordChanged> change(std::string const& token, std::string const& current,
                                     std::string const& password) {
        auto context = site.as(officer);
        return change_password(context, token, {.current = current, .password = password});
    }
    bool is_signed_in(std::string const& token) {
        auto context = site.as_public();
        return current_session(context, token).has_value();
    }
};

TEST_F(ChangePasswordTest, gives_this_browser_a_new_session_and_ends_the_others) {
    auto const here = signed_in(old_password);
    auto const there = signed_in(old_password);
    auto const changed = change(here, old_password, new_password);
    ASSERT_TRUE(changed);
    EXPECT_TRUE(is_signed_in(changed->token));
    EXPECT_FALSE(is_signed_in(here) || is_signed_in(there));
    EXPECT_EQ(signed_in(old_password), "");
    EXPECT_NE(signed_in(new_password), "");
    auto const events = site.events_of(officer.id.text());
    EXPECT_NE(std::find(events.begin(), events.end(), "password-changed"), events.end());
}

TEST_F(ChangePasswordTest, ends_the_duty_to_change_it) {
    site.database().write([&](storage::sql::Write& tx) {
        storage::accounts::set_password(tx, officer.id, *officer.password_hash, true);
    });
    auto const changed = change(signed_in(old_password), old_password, new_password);
    auto context = site.as_public();
    EXPECT_FALSE(current_session(context, changed->token)->account.must_change_password);
}

TEST_F(ChangePasswordTest, refuses_a_wrong_current_password_and_counts_it) {
    auto const token = signed_in(old_password);
    for (int n = 0; n < 10; ++n)
        EXPECT_EQ(change(token, "wrong", new_password).error().code(), "wrong-password");
    EXPECT_EQ(change(token, old_password, new_password).error().kind(), RefusalKind::too_many);
}

TEST_F(ChangePasswordTest, refuses_the_same_again_and_what_the_rules_refuse) {
    auto const token = signed_in(old_password);
    EXPECT_EQ(change(token, old_password, old_password).error().code(), "password-same");
    EXPECT_EQ(change(token, old_password, "short").error().code(), "password-short");
    EXPECT_EQ(change(token, old_password, officer.name + " 2026").error().code(), "password-personal");
    EXPECT_EQ(change(token, old_password, "Password2026!!").error().code(), "password-common");
    EXPECT_TRUE(is_signed_in(token));
}

TEST_F(ChangePasswordTest, refuses_what_breaches_hold_and_what_is_made_like_it) {
    auto const token = signed_in(old_password);
    for (auto const* known : {"manunited1999", "summerholiday1", "michaeljackson"})
        EXPECT_EQ(change(token, old_password, known).error().code(), "password-guessable") << known;
    EXPECT_TRUE(change(token, old_password, new_password));
}

TEST_F(ChangePasswordTest, refuses_without_a_session) {
    EXPECT_EQ(change("no such token", old_password, new_password).error().kind(), RefusalKind::signed_out);
}

}  // namespace
}  // namespace doorstep::usecases::accounts
