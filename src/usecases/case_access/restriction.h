#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "storage/case_access.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

/// Restricted cases (M-63): only those named may open them, and nobody else learns that they are there. What
/// it does to lists, searches and counts is decided in storage/case_scope.h. Works on closed cases too.
namespace doorstep::usecases::case_access {

struct Restrict {
    std::string reference;
    std::string reason;
    std::vector<AccountId> named;  ///< besides the owner and whoever does it
};
/// What others had to do on the case becomes the owner's. Refused: no reason, restricted already, somebody
/// who could not open it anyway.
Expected<Done> restrict_case(Context& context, Restrict const& input);

struct LiftRestriction {
    std::string reference;
    std::string reason;
};
Expected<Done> lift_restriction(Context& context, LiftRestriction const& input);

struct NamePerson {
    std::string reference;
    AccountId account;
    std::string reason;
};
/// One more who may open it.
Expected<Done> name_person(Context& context, NamePerson const& input);
/// One fewer; never the owner.
Expected<Done> remove_person(Context& context, NamePerson const& input);

struct OpenRestricted {
    std::string reference;
    std::string reason;
};
/// Somebody who may restrict cases opens one they are not named on: they are named from now on, with their
/// reason, the file says so, and another manager looks at it (E11). For everybody else the case is not there.
Expected<Done> open_restricted(Context& context, OpenRestricted const& input);

struct RestrictionView {
    cases::CaseHeader header;
    bool restricted = false;
    std::string reason;
    std::optional<AccountId> owner;
    std::vector<storage::case_access::Entry> named;
    std::vector<domain::accounts::Account> may_be_named;
};
Expected<RestrictionView> view_restriction(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::case_access
