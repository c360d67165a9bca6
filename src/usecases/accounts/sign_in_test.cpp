#include "usecases/accounts/sign_in.h"

#include <gtest/gtest.h>

#include "storage/accounts.h"
#include "support/site/test_site.h"
#include "usecases/accounts/session.h"

namespace doorstep::usecases::accounts {
namespace {

using domain::access::Role;
using domain::accounts::Account;
using storage::sql::Write;

constexpr std::int64_t minute = 60'000;

/// By the standards as shipped: ten tries, fifteen minutes, an hour idle, twelve hours in all.
class SignInTest : public ::testing::Test {
  protected:
    test::TestSite site;
    Account officer = site.account(Role::asb_officer);

    Expected<SignedIn> try_with(std::string const& password, std::string const& email) {
        auto context = site.as_public();
        return sign_in(context, {.email = email, .password = password}, std::nullopt);
    }
    Expected<SignedIn> try_with(std::string const& password) { return try_with(password, officer.email); }
    Expected<SignedIn> sign_in_rightly(std::optional<std::string> const& old_token = {}) {
        auto context = site.as_public();
        return sign_in(context, {.email = officer.email, .password = std::string(test::TestSite::password)},
                       old_token);
    }
    bool is_signed_in(std::string const& token) {
        auto context = site.as_public();
        return current_session(context, token).has_value();
    }
    void use(std::string const& token) {
        auto context = site.as_public();
        if (auto const session = current_session(context, token)) touch_session(context, *session);
    }
    void wait(std::int64_t milliseconds) { site.clock.set(site.clock.now().plus_milliseconds(milliseconds)); }
    void fail(int times) {
        for (int n = 0; n < times; ++n) EXPECT_FALSE(try_with("wrong"));
    }
    Account stored() {
        return site.database().read([&](auto& tx) { return *storage::accounts::find(tx, officer.id); });
    }
    void disable() {
        auto account = stored();
        account.state = domain::accounts::State::disabled;
        site.database().write([&](Write& tx) { storage::accounts::update(tx, account); });
    }
};

TEST_F(SignInTest, gives_a_session_and_an_event) {
    auto const signed_in = sign_in_rightly();
    ASSERT_TRUE(signed_in);
    EXPECT_TRUE(is_signed_in(signed_in->token));
    EXPECT_FALSE(signed_in->second_factor_needed || signed_in->second_factor_to_set_up ||
                 signed_in->must_change_password);
    EXPECT_EQ(site.events_of(officer.id.text()), std::vector<std::string>{"signed-in"});
    EXPECT_EQ(stored().last_signed_in_at, site.clock.now());
}

TEST_F(SignInTest, takes_the_address_however_it_is_written) {
    auto email = officer.email;
    for (auto& c : email) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    EXPECT_TRUE(try_with(std::string(test::TestSite::password), " " + email));
}

TEST_F(SignInTest, says_the_same_and_spends_the_same_whatever_is_wrong) {
    auto const disabled = officer;
    disable();
    auto const locked = site.account(Role::asb_manager);
    for (int n = 0; n < 10; ++n) (void)try_with("wrong", locked.email);
    auto const other = site.account(Role::head_of_housing);
    gateways::spend_password_time();  // the first time it also makes the hash it checks against

    struct Try {
        std::string email;
        std::string password;
    };
    std::string const right(test::TestSite::password);
    Try const tries[] = {{other.email, "wrong"},  {"nobody@elmfield.example", "wrong"},
                         {disabled.email, right}, {locked.email, right},
                         {locked.email, "wrong"}, {"", ""}};
    auto const expected = try_with("wrong", other.email).error();
    for (auto const& one : tries) {
        auto const hashed = gateways::passwords_hashed_on_this_thread();
        auto const refused = try_with(one.password, one.email);
        ASSERT_FALSE(refused) << one.email;
        EXPECT_EQ(refused.error().message(), expected.message());
        EXPECT_EQ(refused.error().kind(), expected.kind());
        EXPECT_EQ(refused.error().code(), expected.code());
        EXPECT_EQ(gateways::passwords_hashed_on_this_thread() - hashed, 1) << one.email;
    }
}

TEST_F(SignInTest, writes_an_event_for_a_name_that_nobody_has_as_for_any_other) {
    fail(1);
    (void)try_with("wrong", "nobody@elmfield.example");
    EXPECT_EQ(site.events_of(officer.id.text()), std::vector<std::string>{"sign-in-refused"});
    EXPECT_EQ(site.events_of("settings-sign-in"), std::vector<std::string>{"sign-in-refused"});
}

TEST_F(SignInTest, locks_at_the_tenth_wrong_try_and_not_at_the_ninth) {
    fail(9);
    EXPECT_FALSE(stored().locked_until);
    EXPECT_TRUE(sign_in_rightly());
    fail(10);
    EXPECT_EQ(stored().locked_until, site.clock.now().plus_milliseconds(15 * minute));
    EXPECT_FALSE(sign_in_rightly());
}

TEST_F(SignInTest, opens_again_after_fifteen_minutes_and_not_a_moment_before) {
    fail(10);
    wait(15 * minute - 1);
    EXPECT_FALSE(sign_in_rightly());
    wait(1);
    EXPECT_TRUE(sign_in_rightly());
}

TEST_F(SignInTest, does_not_lock_longer_for_tries_while_locked) {
    fail(10);
    wait(10 * minute);
    fail(20);
    wait(5 * minute);
    EXPECT_TRUE(sign_in_rightly());
}

TEST_F(SignInTest, counts_from_nothing_again_after_a_sign_in_and_after_a_lock) {
    fail(9);
    ASSERT_TRUE(sign_in_rightly());
    fail(9);
    EXPECT_TRUE(sign_in_rightly());
    fail(10);
    wait(15 * minute);
    fail(9);
    EXPECT_TRUE(sign_in_rightly());
}

TEST_F(SignInTest, counts_every_try_even_of_a_form_sent_twice) {
    for (int n = 0; n < 10; ++n) {
        auto context = site.as_public();
        context.once = "the same press";
        EXPECT_FALSE(sign_in(context, {.email = officer.email, .password = "wrong"}, std::nullopt));
    }
    EXPECT_TRUE(stored().locked_until);
}

TEST_F(SignInTest, gives_a_new_token_each_time_and_ends_the_session_before) {
    auto const first = sign_in_rightly();
    auto const second = sign_in_rightly(first->token);
    EXPECT_NE(first->token, second->token);
    EXPECT_FALSE(is_signed_in(first->token));
    EXPECT_TRUE(is_signed_in(second->token));
}

TEST_F(SignInTest, never_takes_over_a_token_the_browser_brought) {
    auto const signed_in = sign_in_rightly("a-token-somebody-else-knows");
    ASSERT_TRUE(signed_in);
    EXPECT_NE(signed_in->token, "a-token-somebody-else-knows");
    EXPECT_FALSE(is_signed_in("a-token-somebody-else-knows"));
}

TEST_F(SignInTest, is_idle_after_an_hour_to_the_millisecond) {
    auto const token = sign_in_rightly()->token;
    wait(60 * minute - 1);
    EXPECT_TRUE(is_signed_in(token));
    wait(1);
    EXPECT_FALSE(is_signed_in(token));
}

TEST_F(SignInTest, stays_while_it_is_used_noted_once_a_minute) {
    auto const token = sign_in_rightly()->token;
    wait(minute - 1);
    use(token);  // too soon to be noted
    wait(59 * minute);
    use(token);  // 59 minutes and 59.999 seconds after signing in: noted
    wait(60 * minute - 1);
    EXPECT_TRUE(is_signed_in(token));
    wait(1);
    EXPECT_FALSE(is_signed_in(token));
}

TEST_F(SignInTest, ends_after_twelve_hours_however_much_it_is_used) {
    auto const token = sign_in_rightly()->token;
    for (int n = 0; n < 23; ++n) {
        wait(30 * minute);
        use(token);
    }
    wait(30 * minute - 1);
    EXPECT_TRUE(is_signed_in(token));
    wait(1);
    EXPECT_FALSE(is_signed_in(token));
}

TEST_F(SignInTest, ends_at_once_when_the_account_is_disabled) {
    auto const token = sign_in_rightly()->token;
    disable();
    EXPECT_FALSE(is_signed_in(token));
}

TEST_F(SignInTest, ends_by_signing_out_here_or_everywhere) {
    auto const here = sign_in_rightly()->token;
    auto const there = sign_in_rightly()->token;
    auto context = site.as_public();
    EXPECT_TRUE(sign_out(context, here));
    EXPECT_FALSE(is_signed_in(here));
    EXPECT_TRUE(is_signed_in(there));
    auto own = site.as(officer);
    EXPECT_TRUE(sign_out_everywhere(own));
    EXPECT_FALSE(is_signed_in(there));
    EXPECT_EQ(sign_out(context, here).error().kind(), RefusalKind::signed_out);
}

TEST_F(SignInTest, lists_open_sessions_only) {
    auto const old = sign_in_rightly()->token;
    wait(61 * minute);
    auto const there = sign_in_rightly()->token;
    wait(2 * minute);
    auto const here = sign_in_rightly()->token;
    auto own = site.as(officer);
    auto const open = open_sessions(own, here);
    ASSERT_EQ(open.size(), 2U);
    EXPECT_TRUE(open[0].is_this_one);
    EXPECT_FALSE(open[1].is_this_one);
    EXPECT_EQ(open[1].began_at, site.clock.now().plus_milliseconds(-2 * minute));
}

}  // namespace
}  // namespace doorstep::usecases::accounts
