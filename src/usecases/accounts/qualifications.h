#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/qualification.h"
#include "usecases/context.h"

/// The register of what officers' roles ask for (M-93): for those who may manage accounts.
namespace doorstep::usecases::accounts {

struct SaveQualification {
    AccountId account;
    std::optional<std::string> id;  ///< nothing for a new one
    std::int64_t version = 0;       ///< as the form saw it
    std::string title;
    std::string awarded_by;
    domain::accounts::QualificationState state = domain::accounts::QualificationState::held;
    std::optional<Date> held_from;
    std::optional<Date> expires_on;
    std::string evidence;
};
/// Refused: what check_qualification refuses; one of another account; changed meanwhile.
Expected<Done> save_qualification(Context& context, SaveQualification const& input);

std::vector<domain::accounts::Qualification> qualifications_of(Context& context, AccountId account);

}  // namespace doorstep::usecases::accounts
