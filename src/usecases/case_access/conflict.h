#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "storage/case_access.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

/// Conflicts of interest: for whoever has one the case does not exist, in lists, searches, counts and exports
/// alike.
namespace doorstep::usecases::case_access {

struct DeclareConflict {
    std::string reference;
    std::optional<AccountId> account;  ///< nothing for oneself; others by those who may restrict cases
    std::string reason;
};
/// They stop being its owner, its housing officer and named on it; what they had to do there becomes
/// nobody's, for the team to take up. Refused: no reason, declared already, when nobody would be left who may
/// open a restricted case.
Expected<Done> declare_conflict(Context& context, DeclareConflict const& input);

struct WithdrawConflict {
    std::string reference;
    AccountId account;
    std::string reason;
};
/// By those who may restrict cases, never by the person concerned: the case is not there for them.
Expected<Done> withdraw_conflict(Context& context, WithdrawConflict const& input);

struct ConflictView {
    cases::CaseHeader header;
    bool is_owner = false;  ///< the viewer
    /// For those who may restrict cases.
    std::vector<storage::case_access::Entry> declared;
    std::vector<domain::accounts::Account> colleagues;
};
Expected<ConflictView> view_conflict(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::case_access
