#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/access/role.h"
#include "domain/access/viewer.h"
#include "domain/ids.h"

namespace doorstep::domain::accounts {

enum class State { active, disabled };
constexpr auto enum_names(State) {
    return std::array{EnumName{State::active, "active", "Active"},
                      EnumName{State::disabled, "disabled", "Disabled"}};
}

struct Account {
    AccountId id;
    std::string email;
    std::string name;
    std::string job_title;
    std::string telephone;
    std::optional<TeamId> team;
    access::Roles roles;
    State state = State::active;
    std::optional<std::string> password_hash;
    bool must_change_password = false;
    std::optional<Instant> password_until;            ///< of a starting password: it works until then
    std::optional<std::string> second_factor_secret;  ///< sealed with the site key
    bool second_factor_required = true;
    std::optional<std::int64_t> second_factor_last_step;
    std::int64_t failed_sign_ins = 0;
    std::optional<Instant> locked_until;
    std::optional<Instant> last_signed_in_at;
    bool is_demo = false;
    std::int64_t version = 1;

    access::Viewer viewer(access::Door door) const {
        access::Viewer viewer;
        viewer.account = id;
        viewer.name = name;
        viewer.roles = roles;
        viewer.team = team;
        viewer.door = door;
        return viewer;
    }
};

}  // namespace doorstep::domain::accounts
