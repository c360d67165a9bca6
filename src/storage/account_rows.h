#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "domain/accounts/account.h"
#include "storage/sql/database.h"

/// For the stores that read accounts with something else: not for use-cases.
namespace doorstep::storage {

// An account comes as one row for each of its roles, so that a list of accounts is one statement.
#define ACCOUNT_COLUMNS                                                                                \
    "a.id, a.email, a.name, a.job_title, a.telephone, a.team_id, a.state, a.password_hash, "           \
    "a.must_change_password, a.password_until, "                                                       \
    "a.second_factor_secret, a.second_factor_required, a.second_factor_last_step, a.failed_sign_ins, " \
    "a.locked_until, a.last_signed_in_at, a.is_demo, a.version, r.role"

/// One row per role; rows of one account stand together.
class AccountRows {
  public:
    template <class... Before>
    void take(sql::Row& row, Before&... before) {
        domain::accounts::Account a;
        std::optional<domain::access::Role> role;
        row.read(before..., a.id, a.email, a.name, a.job_title, a.telephone, a.team, a.state, a.password_hash,
                 a.must_change_password, a.password_until, a.second_factor_secret, a.second_factor_required,
                 a.second_factor_last_step, a.failed_sign_ins, a.locked_until, a.last_signed_in_at, a.is_demo,
                 a.version, role);
        if (accounts.empty() || accounts.back().id != a.id) accounts.push_back(std::move(a));
        if (role) accounts.back().roles.add(*role);
    }
    std::vector<domain::accounts::Account> accounts;
};

}  // namespace doorstep::storage
