#include "usecases/accounts/manage_accounts.h"

#include <gtest/gtest.h>

#include "storage/accounts.h"
#include "support/site/test_site.h"
#include "usecases/accounts/session.h"
#include "usecases/accounts/sign_in.h"

namespace doorstep::usecases::accounts {
namespace {

using domain::access::Role;
using domain::accounts::Account;
using domain::accounts::State;

class ManageAccounts : public ::testing::Test {
  protected:
    test::TestSite site;
    Account admin = site.account(Role::administrator);

    static AccountDetails details(std::string name = "Noor Aziz",
                                  std::string email = "noor@elmfield.example") {
        return {.name = std::move(name),
                .email = std::move(email),
                .job_title = "ASB officer",
                .telephone = "01632 960 001",
                .team = "",
                .roles = {"asb-officer"}};
    }
    StartingPassword invite() {
        auto context = site.as(admin);
        return *invite_account(context, details());
    }
    Account stored(AccountId id) {
        return site.database().read([&](storage::sql::Read& tx) { return *storage::accounts::find(tx, id); });
    }
    Expected<SignedIn> sign_in_with(std::string const& email, std::string const& password) {
        auto context = site.as_public();
        return sign_in(context, {.email = email, .password = password}, std::nullopt);
    }
    bool has_session(std::string const& token) {
        auto context = site.as_public();
        return current_session(context, token).has_value();
    }
};

TEST_F(ManageAccounts, invites_somebody_who_chooses_a_password_and_sets_up_a_second_step) {
    auto const invited = invite();
    auto const account = stored(invited.account);
    EXPECT_EQ(account.name, "Noor Aziz");
    EXPECT_TRUE(account.roles.has(Role::asb_officer));
    EXPECT_TRUE(account.must_change_password);
    EXPECT_TRUE(account.second_factor_required);
    auto const in = sign_in_with("Noor@Elmfield.Example", invited.password);
    ASSERT_TRUE(in);
    EXPECT_TRUE(in->must_change_password);
    EXPECT_TRUE(in->second_factor_to_set_up);
    EXPECT_EQ(site.events_of(invited.account.text()).front(), "account-added");
}

TEST_F(ManageAccounts, show_and_end_one_session_of_somebody) {
    auto const officer = site.account(Role::asb_officer);
    auto const password = std::string(test::TestSite::password);
    auto const kept = sign_in_with(officer.email, password)->token;
    site.clock.set(site.clock.now().plus_seconds(60));
    auto const ended = sign_in_with(officer.email, password)->token;
    auto context = site.as(admin);
    auto const sessions = open_sessions_of(context, officer.id);
    ASSERT_TRUE(sessions);
    ASSERT_EQ(sessions->size(), 2U);
    EXPECT_EQ(end_session_of(context, admin.id, sessions->front().id).error().kind(), RefusalKind::not_found)
        << "it is not theirs";
    ASSERT_TRUE(end_session_of(context, officer.id, sessions->front().id));
    EXPECT_FALSE(has_session(ended));
    EXPECT_TRUE(has_session(kept));
    EXPECT_EQ(site.events_of(officer.id.text()).back(), "signed-out");
    auto theirs = site.as(officer);
    EXPECT_EQ(open_sessions_of(theirs, officer.id).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(end_session_of(theirs, officer.id, sessions->back().id).error().kind(), RefusalKind::forbidden);
}

TEST_F(ManageAccounts, give_a_starting_password_that_ends_unused) {
    auto const invited = invite();
    EXPECT_EQ(stored(invited.account).password_until, invited.works_until);
    site.clock.set(invited.works_until.plus_milliseconds(-1));
    EXPECT_TRUE(sign_in_with("noor@elmfield.example", invited.password));
    site.clock.set(invited.works_until);
    EXPECT_FALSE(sign_in_with("noor@elmfield.example", invited.password));
    auto context = site.as(admin);
    EXPECT_TRUE(view_account(context, invited.account)->starting_password_ended);
    auto const reset = reset_sign_in(context, invited.account, Reset::password);
    ASSERT_TRUE(reset);
    EXPECT_TRUE(sign_in_with("noor@elmfield.example", reset->password));
}

TEST_F(ManageAccounts, refuses_an_address_that_another_account_has_however_it_is_written) {
    invite();
    auto context = site.as(admin);
    auto const again = invite_account(context, details("Somebody Else", "NOOR@elmfield.example"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code(), "email-taken");
}

TEST_F(ManageAccounts, refuses_an_account_without_a_role_or_with_a_team_that_is_not_there) {
    auto context = site.as(admin);
    auto input = details();
    input.roles = {"nothing-known"};
    EXPECT_EQ(invite_account(context, input).error().code(), "role-missing");
    input = details();
    input.team = "not-a-team";
    EXPECT_EQ(invite_account(context, input).error().code(), "team-unknown");
}

TEST_F(ManageAccounts, are_for_administrators_only) {
    auto const manager = site.account(Role::asb_manager);
    auto context = site.as(manager);
    EXPECT_EQ(invite_account(context, details()).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(view_account(context, admin.id).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(list_accounts(context, {}, 1).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(disable_account(context, admin.id).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(reset_sign_in(context, admin.id, Reset::both).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(add_team(context, "North").error().kind(), RefusalKind::forbidden);
    EXPECT_TRUE(who_could_cover(context, admin.id).empty());
}

TEST_F(ManageAccounts, keep_what_was_changed_with_before_and_after) {
    auto const id = invite().account;
    auto context = site.as(admin);
    ASSERT_TRUE(add_team(context, "North"));
    auto input = details("Noor Aziz-Hill");
    input.team = std::string(list_teams(context)->front().team.id.text());
    input.roles = {"asb-officer", "asb-manager"};
    ASSERT_TRUE(change_account(context, id, 1, input));
    auto const account = stored(id);
    EXPECT_EQ(account.name, "Noor Aziz-Hill");
    EXPECT_TRUE(account.team);
    EXPECT_TRUE(account.roles.has(Role::asb_manager));
    auto const stale = change_account(context, id, 1, details());
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().kind(), RefusalKind::conflict);
}

TEST_F(ManageAccounts, never_leave_the_site_without_an_administrator) {
    auto input = details("An Administrator", admin.email);
    input.roles = {"asb-officer"};
    auto context = site.as(admin);
    auto const lost = change_account(context, admin.id, stored(admin.id).version, input);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code(), "last-administrator");
    EXPECT_EQ(lost.error().kind(), RefusalKind::unlawful);
    auto system = site.as_system();
    EXPECT_EQ(disable_account(system, admin.id).error().code(), "last-administrator");
    // With a second one, the first may go.
    auto const second = site.account(Role::administrator, "Second Administrator");
    auto other = site.as(second);
    EXPECT_TRUE(disable_account(other, admin.id));
    EXPECT_EQ(stored(admin.id).state, State::disabled);
    EXPECT_EQ(disable_account(other, second.id).error().code(), "own-account");
}

TEST_F(ManageAccounts, end_the_sessions_of_whoever_is_disabled_and_let_them_in_again_later) {
    auto const officer = site.account(Role::asb_officer);
    auto const token = sign_in_with(officer.email, std::string(test::TestSite::password))->token;
    ASSERT_TRUE(has_session(token));
    auto context = site.as(admin);
    ASSERT_TRUE(disable_account(context, officer.id));
    EXPECT_FALSE(has_session(token));
    EXPECT_FALSE(sign_in_with(officer.email, std::string(test::TestSite::password)));
    ASSERT_TRUE(enable_account(context, officer.id));
    EXPECT_TRUE(sign_in_with(officer.email, std::string(test::TestSite::password)));
}

TEST_F(ManageAccounts, reset_a_lost_password_and_a_lost_phone) {
    auto const officer = site.account(Role::asb_officer);
    site.database().write([&](storage::sql::Write& tx) {
        storage::accounts::set_second_factor(tx, officer.id, "sealed");
        storage::accounts::replace_recovery_codes(tx, officer.id, {"a", "b"});
    });
    auto const token = sign_in_with(officer.email, std::string(test::TestSite::password))->token;
    auto context = site.as(admin);
    auto const reset = reset_sign_in(context, officer.id, Reset::both);
    ASSERT_TRUE(reset);
    EXPECT_FALSE(has_session(token));
    EXPECT_FALSE(sign_in_with(officer.email, std::string(test::TestSite::password)));
    auto const in = sign_in_with(officer.email, reset->password);
    ASSERT_TRUE(in);
    EXPECT_TRUE(in->must_change_password);
    EXPECT_FALSE(stored(officer.id).second_factor_secret);
    EXPECT_EQ(view_account(context, officer.id)->recovery_codes_left, 0);
}

TEST_F(ManageAccounts, leave_the_password_when_only_the_phone_was_lost) {
    auto const officer = site.account(Role::asb_officer);
    site.database().write(
        [&](storage::sql::Write& tx) { storage::accounts::set_second_factor(tx, officer.id, "sealed"); });
    auto context = site.as(admin);
    EXPECT_EQ(reset_sign_in(context, officer.id, Reset::second_step)->password, "");
    EXPECT_FALSE(stored(officer.id).second_factor_secret);
    EXPECT_TRUE(sign_in_with(officer.email, std::string(test::TestSite::password)));
}

TEST_F(ManageAccounts, show_leave_that_is_not_over_and_the_cases_left_behind) {
    auto const officer = site.account(Role::asb_officer);
    site.open_case({.owner = officer.id});
    auto context = site.as(admin);
    auto const today = site.today();
    ASSERT_TRUE(record_leave(context, officer.id,
                             {.from_on = today.plus_days(3), .last_day = today.plus_days(9), .cover = {}}));
    auto const view = view_account(context, officer.id);
    ASSERT_EQ(view->absences.size(), 1U);
    EXPECT_EQ(view->absences.front().until_on, today.plus_days(10));
    EXPECT_EQ(view->open_cases, 1);
    EXPECT_EQ(
        record_leave(context, officer.id, {.from_on = today, .last_day = today.plus_days(-1), .cover = {}})
            .error()
            .code(),
        "leave-backwards");
    EXPECT_EQ(record_leave(context, officer.id,
                           {.from_on = today, .last_day = today, .cover = std::string(officer.id.text())})
                  .error()
                  .code(),
              "cover-own");
}

TEST_F(ManageAccounts, refuse_two_teams_of_one_name) {
    auto context = site.as(admin);
    ASSERT_TRUE(add_team(context, "North"));
    EXPECT_EQ(add_team(context, " North ").error().code(), "team-there");
}

}  // namespace
}  // namespace doorstep::usecases::accounts
