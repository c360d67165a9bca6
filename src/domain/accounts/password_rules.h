#pragma once

#include <cstddef>
#include <string_view>

#include "base/expected.h"

/// What a new password must be. Length and not being guessable count; there are no rules about capitals,
/// digits and signs (National Cyber Security Centre, "Password administration for system owners"; NIST SP
/// 800-63B section 5.1.1.2).
namespace doorstep::domain::accounts {

struct PasswordFacts {
    std::string_view email;
    std::string_view name;
    std::size_t at_least = 12;  ///< characters, by the standard in force
    std::string_view landlord = {};
};

/// Refused, with words for the field "new-password": too short, over 1,000 characters, holding the person's
/// own name or e-mail address, little besides the names of the landlord and of this program
/// ("Elmfield2026!"), one thing over and over, or a common password in disguise.
Expected<Done> check_password(std::string_view password, PasswordFacts const& facts);

/// True for "Password2026!!" and "p@ssw0rd": what is left without digits and signs at its ends, with the
/// usual replacements undone, is in the list of common passwords (content/common-passwords.txt). Long common
/// passwords of digits are in the list as they are.
bool is_common_password(std::string_view password);

}  // namespace doorstep::domain::accounts
