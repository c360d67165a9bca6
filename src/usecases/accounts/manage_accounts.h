#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "domain/accounts/team.h"
#include "storage/absences.h"
#include "storage/accounts.h"
#include "storage/teams.h"
#include "usecases/context.h"

/// Other people's accounts (A02): for those who may manage_accounts. There is always an active administrator.
namespace doorstep::usecases::accounts {

struct AccountList {
    std::vector<domain::accounts::Account> rows;
    std::vector<storage::teams::TeamWithMembers> teams;
    int page = 1;
    int pages = 1;
    int total = 0;

    std::string_view team_name(std::optional<TeamId> const& team) const;
};
/// 25 to a page, by name.
Expected<AccountList> list_accounts(Context& context, storage::accounts::AccountFilter const& filter,
                                    int page);

struct AccountView {
    domain::accounts::Account account;
    std::vector<storage::teams::TeamWithMembers> teams;
    std::string team;  ///< empty without one
    int recovery_codes_left = 0;
    std::int64_t open_cases = 0;                       ///< that they own
    std::vector<storage::absences::Absence> absences;  ///< those not over
    bool is_own = false;
    bool is_locked = false;
    bool starting_password_ended = false;
};
Expected<AccountView> view_account(Context& context, AccountId id);
/// For the choices of a form.
Expected<std::vector<storage::teams::TeamWithMembers>> list_teams(Context& context);

/// What an administrator types.
struct AccountDetails {
    std::string name;
    std::string email;
    std::string job_title;
    std::string telephone;
    std::string team;                ///< id; empty for none
    std::vector<std::string> roles;  ///< names of domain::access::Role; at least one
};

struct StartingPassword {
    AccountId account;
    std::string password;  ///< told this once; must be changed at the first sign-in
    Instant works_until;
};
/// Refused: an e-mail address that another account has, no role, an unknown team. On a real site the account
/// needs a second step; the demo goes without.
Expected<StartingPassword> invite_account(Context& context, AccountDetails const& input);
/// Refused besides: the last administrator losing that role; someone else changed it meanwhile.
Expected<Done> change_account(Context& context, AccountId id, std::int64_t seen_version,
                              AccountDetails const& input);
/// Ends their sessions; everything they did stays. Refused for the last administrator and for oneself.
Expected<Done> disable_account(Context& context, AccountId id);
Expected<Done> enable_account(Context& context, AccountId id);
/// What is lost.
enum class Reset { password, second_step, both };
/// A new starting password where that is lost (else the password told is empty); no second step until they
/// set one up, where that is. No lock, no sessions.
Expected<StartingPassword> reset_sign_in(Context& context, AccountId id, Reset what);

struct RecordLeave {
    Date from_on;
    Date last_day;
    std::optional<std::string> cover;  ///< an account
};
/// Active accounts other than this one, by name. Nobody for those who may not manage accounts.
std::vector<domain::accounts::Account> who_could_cover(Context& context, AccountId away);
/// Refused: days that are over, the wrong way round, or cover by oneself.
Expected<Done> record_leave(Context& context, AccountId id, RecordLeave const& input);

/// Refused when there is a team of this name.
Expected<Done> add_team(Context& context, std::string const& name);

}  // namespace doorstep::usecases::accounts
