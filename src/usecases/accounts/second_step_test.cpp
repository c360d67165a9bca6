#include "usecases/accounts/second_step.h"

#include <gtest/gtest.h>

#include <set>

#include "storage/accounts.h"
#include "support/site/test_site.h"
#include "usecases/accounts/own_account.h"
#include "usecases/accounts/session.h"
#include "usecases/accounts/sign_in.h"

namespace doorstep::usecases::accounts {
namespace {

using domain::access::Role;
using domain::accounts::Account;
using storage::sql::Write;
namespace second_factor = gateways::second_factor;

class SecondStepTest : public ::testing::Test {
  protected:
    test::TestSite site;
    Account officer = somebody();
    std::string const password{test::TestSite::password};

    Account somebody() {
        auto account = site.account(Role::asb_officer);
        account.second_factor_required = true;
        site.database().write([&](Write& tx) { storage::accounts::update(tx, account); });
        return account;
    }
    SignedIn signed_in(Account const& account) {
        auto context = site.as_public();
        return *sign_in(context, {.email = account.email, .password = password}, std::nullopt);
    }
    std::string code_now(std::string const& secret, int steps_later = 0) const {
        return second_factor::code_at(secret, site.clock.now().milliseconds() / 30'000 + steps_later);
    }
    static std::string secret_of(SecondStepOffer const& offer) {
        std::string secret;
        for (char const c : offer.key)
            if (c != ' ') secret += c;
        return secret;
    }
    struct Done {
        std::string secret;
        std::string token;
        std::vector<std::string> codes;
    };
    /// Set up from signing in to the codes; the clock then stands three steps later.
    Done set_up(Account const& account) {
        auto context = site.as_public();
        auto const token = signed_in(account).token;
        auto const offer = offer_second_step(context, token);
        auto const secret = secret_of(*offer);
        auto const done = set_up_second_step(
            context, token, {.sealed = offer->sealed, .code = code_now(secret), .password = ""});
        EXPECT_TRUE(done);
        wait_steps(3);
        return {secret, done->token, done->recovery_codes};
    }
    void wait_steps(int steps) { site.clock.set(site.clock.now().plus_seconds(30 * steps)); }
    Expected<SignedIn> confirm(std::string const& token, std::string const& code) {
        auto context = site.as_public();
        return confirm_second_factor(context, token, code);
    }
    std::optional<CurrentSession> session_of(std::string const& token) {
        auto context = site.as_public();
        return current_session(context, token);
    }
};

TEST_F(SecondStepTest, is_asked_for_before_the_session_is_complete) {
    auto const half = signed_in(officer);
    EXPECT_TRUE(half.second_factor_to_set_up);
    EXPECT_FALSE(half.second_factor_needed);
    EXPECT_FALSE(session_of(half.token)->second_factor_done);
    auto const done = set_up(officer);
    EXPECT_TRUE(session_of(done.token)->second_factor_done);
    auto const next = signed_in(officer);
    EXPECT_TRUE(next.second_factor_needed);
    EXPECT_FALSE(session_of(next.token)->second_factor_done);
}

TEST_F(SecondStepTest, once_set_up_is_asked_for_even_where_it_is_not_required) {
    set_up(officer);
    auto account = site.database().read([&](auto& tx) { return *storage::accounts::find(tx, officer.id); });
    account.second_factor_required = false;
    site.database().write([&](Write& tx) { storage::accounts::update(tx, account); });
    EXPECT_TRUE(signed_in(officer).second_factor_needed);
}

TEST_F(SecondStepTest, gives_a_new_token_and_ends_the_half_open_one) {
    auto const done = set_up(officer);
    auto const half = signed_in(officer);
    auto const whole = confirm(half.token, code_now(done.secret));
    ASSERT_TRUE(whole);
    EXPECT_NE(whole->token, half.token);
    EXPECT_FALSE(session_of(half.token));
    EXPECT_TRUE(session_of(whole->token)->second_factor_done);
}

TEST_F(SecondStepTest, takes_a_code_of_the_step_before_and_after_and_no_further) {
    auto const done = set_up(officer);
    EXPECT_FALSE(confirm(signed_in(officer).token, code_now(done.secret, -2)));
    EXPECT_FALSE(confirm(signed_in(officer).token, code_now(done.secret, 2)));
    EXPECT_TRUE(confirm(signed_in(officer).token, code_now(done.secret, -1)));
    EXPECT_TRUE(confirm(signed_in(officer).token, code_now(done.secret, 1)));
}

TEST_F(SecondStepTest, takes_a_code_once) {
    auto const done = set_up(officer);
    auto const code = code_now(done.secret);
    ASSERT_TRUE(confirm(signed_in(officer).token, code));
    EXPECT_EQ(confirm(signed_in(officer).token, code).error().code(), "wrong-code");
    // Nor one of an earlier step than the last used.
    EXPECT_FALSE(confirm(signed_in(officer).token, code_now(done.secret, -1)));
}

TEST_F(SecondStepTest, does_not_take_the_code_it_was_set_up_with_again) {
    auto context = site.as_public();
    auto const token = signed_in(officer).token;
    auto const offer = offer_second_step(context, token);
    auto const code = code_now(secret_of(*offer));
    ASSERT_TRUE(set_up_second_step(context, token, {.sealed = offer->sealed, .code = code, .password = ""}));
    EXPECT_FALSE(confirm(signed_in(officer).token, code));
}

TEST_F(SecondStepTest, takes_each_recovery_code_once_however_it_is_typed) {
    auto const done = set_up(officer);
    ASSERT_EQ(std::set<std::string>(done.codes.begin(), done.codes.end()).size(), 10U);
    std::string typed;
    for (char const c : done.codes[0]) typed += c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    EXPECT_TRUE(confirm(signed_in(officer).token, typed));
    EXPECT_FALSE(confirm(signed_in(officer).token, done.codes[0]));
    EXPECT_TRUE(confirm(signed_in(officer).token, done.codes[1]));
    auto own = site.as(officer);
    EXPECT_EQ(view_own_account(own, "")->recovery_codes_left, 8);
}

TEST_F(SecondStepTest, keeps_recovery_codes_so_that_the_database_alone_does_not_tell_them) {
    static storage::sql::Query const stored{"test.second_step.codes", "SELECT code_hash FROM recovery_code"};
    auto const done = set_up(officer);
    std::set<std::string> hashes;
    site.database().read([&](storage::sql::Read& tx) {
        tx.each(stored, {}, [&](storage::sql::Row& row) { hashes.insert(std::string(row.text(0))); });
        return 0;
    });
    EXPECT_EQ(hashes.size(), 10U);
    for (auto const& code : done.codes) {
        EXPECT_FALSE(hashes.contains(gateways::token_hash(gateways::code_as_typed(code))))
            << "whoever has the database finds it by trying";
        EXPECT_TRUE(hashes.contains(recovery_code_hash(site.services().site_key, code)));
    }
}

TEST_F(SecondStepTest, locks_the_account_after_ten_wrong_codes) {
    auto const done = set_up(officer);
    auto const half = signed_in(officer);
    for (int n = 0; n < 10; ++n) EXPECT_EQ(confirm(half.token, "000000").error().code(), "wrong-code");
    EXPECT_EQ(confirm(half.token, code_now(done.secret)).error().kind(), RefusalKind::too_many);
    auto context = site.as_public();
    EXPECT_FALSE(sign_in(context, {.email = officer.email, .password = password}, std::nullopt));
    site.clock.set(site.clock.now().plus_seconds(15 * 60));
    EXPECT_TRUE(confirm(half.token, code_now(done.secret)));
}

TEST_F(SecondStepTest, counts_a_wrong_code_after_wrong_passwords_as_one_more) {
    auto const done = set_up(officer);
    auto context = site.as_public();
    for (int n = 0; n < 9; ++n)
        EXPECT_FALSE(sign_in(context, {.email = officer.email, .password = "wrong"}, std::nullopt));
    auto const half = signed_in(officer);  // the right password alone forgets no failure
    EXPECT_FALSE(confirm(half.token, "000000"));
    EXPECT_EQ(confirm(half.token, code_now(done.secret)).error().kind(), RefusalKind::too_many);
}

TEST_F(SecondStepTest, refuses_a_half_open_session_that_was_idle_too_long) {
    auto const done = set_up(officer);
    auto const half = signed_in(officer);
    site.clock.set(site.clock.now().plus_seconds(3600));
    EXPECT_EQ(confirm(half.token, code_now(done.secret)).error().kind(), RefusalKind::signed_out);
}

TEST_F(SecondStepTest, is_not_set_up_with_an_offer_of_another_session_or_a_wrong_code) {
    auto context = site.as_public();
    auto const mine = signed_in(officer).token;
    auto const other = somebody();
    auto const theirs = signed_in(other).token;
    auto const offer = offer_second_step(context, mine);
    auto const code = code_now(secret_of(*offer));
    EXPECT_EQ(set_up_second_step(context, theirs, {.sealed = offer->sealed, .code = code, .password = ""})
                  .error()
                  .code(),
              "wrong-code");
    EXPECT_EQ(set_up_second_step(context, mine, {.sealed = offer->sealed, .code = "000000", .password = ""})
                  .error()
                  .code(),
              "wrong-code");
    EXPECT_EQ(set_up_second_step(context, mine, {.sealed = "", .code = code, .password = ""}).error().code(),
              "wrong-code");
    EXPECT_TRUE(set_up_second_step(context, mine, {.sealed = offer->sealed, .code = code, .password = ""}));
}

TEST_F(SecondStepTest, offers_the_same_key_again_while_the_form_is_put_right) {
    auto context = site.as_public();
    auto const token = signed_in(officer).token;
    auto const first = offer_second_step(context, token);
    EXPECT_EQ(offer_second_step(context, token, first->sealed)->key, first->key);
    EXPECT_NE(offer_second_step(context, token)->key, first->key);
}

TEST_F(SecondStepTest, is_never_replaced_from_a_half_open_session) {
    set_up(officer);
    auto context = site.as_public();
    auto const half = signed_in(officer);
    EXPECT_EQ(offer_second_step(context, half.token).error().kind(), RefusalKind::signed_out);
}

TEST_F(SecondStepTest, is_replaced_with_the_password_and_ends_other_sessions) {
    auto const first = set_up(officer);
    auto const elsewhere = confirm(signed_in(officer).token, code_now(first.secret));
    wait_steps(3);
    auto context = site.as_public();
    auto const offer = offer_second_step(context, first.token);
    ASSERT_TRUE(offer->asks_password && offer->replaces_one);
    SetUpSecondStep input{.sealed = offer->sealed, .code = code_now(secret_of(*offer)), .password = "wrong"};
    EXPECT_EQ(set_up_second_step(context, first.token, input).error().code(), "wrong-password");
    input.password = password;
    auto const second = set_up_second_step(context, first.token, input);
    ASSERT_TRUE(second);
    EXPECT_FALSE(session_of(first.token) || session_of(elsewhere->token));
    wait_steps(3);
    EXPECT_FALSE(confirm(signed_in(officer).token, code_now(first.secret)));
    EXPECT_FALSE(confirm(signed_in(officer).token, first.codes[0]));
    EXPECT_TRUE(confirm(signed_in(officer).token, code_now(secret_of(*offer))));
}

TEST_F(SecondStepTest, makes_new_recovery_codes_for_the_right_password) {
    auto const done = set_up(officer);
    auto context = site.as(officer);
    EXPECT_EQ(make_recovery_codes(context, done.token, "wrong").error().code(), "wrong-password");
    auto const codes = make_recovery_codes(context, done.token, password);
    ASSERT_TRUE(codes);
    EXPECT_FALSE(confirm(signed_in(officer).token, done.codes[0]));
    EXPECT_TRUE(confirm(signed_in(officer).token, codes->front()));
}

TEST_F(SecondStepTest, keeps_the_key_sealed_and_the_codes_hashed) {
    auto const done = set_up(officer);
    auto const account =
        site.database().read([&](auto& tx) { return *storage::accounts::find(tx, officer.id); });
    EXPECT_EQ(account.second_factor_secret->find(done.secret), std::string::npos);
    EXPECT_EQ(site.services().site_key.open(*account.second_factor_secret), done.secret);
    EXPECT_EQ(site.events_of(officer.id.text()).back(), "second-factor-changed");
}

}  // namespace
}  // namespace doorstep::usecases::accounts
