#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "usecases/accounts/session.h"
#include "usecases/context.h"

/// What somebody sees and changes of their own account.
namespace doorstep::usecases::accounts {

struct OwnAccount {
    domain::accounts::Account account;
    std::string team;  ///< empty without one
    std::vector<OpenSession> sessions;
    int recovery_codes_left = 0;
};
Expected<OwnAccount> view_own_account(Context& context, std::string_view token);

struct ChangePassword {
    std::string current;
    std::string password;
};
struct PasswordChanged {
    std::string token;  ///< of this browser's session; every other one has ended
};
/// Refused: the wrong current password (counted as a wrong try), a new one that is the same, and what
/// domain/accounts/password_rules.h refuses, and what would be guessed sooner than the standard allows.
Expected<PasswordChanged> change_password(Context& context, std::string_view token,
                                          ChangePassword const& input);
/// "12": for the hint beside the field.
int shortest_password(Context& context);

}  // namespace doorstep::usecases::accounts
