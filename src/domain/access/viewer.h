#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "domain/access/role.h"
#include "domain/access/scope.h"
#include "domain/ids.h"

namespace doorstep::domain::access {

/// By which door someone came in; kept on every event.
enum class Door { web, api, command_line, job };
constexpr auto enum_names(Door) {
    return std::array{EnumName{Door::web, "web", "Web"}, EnumName{Door::api, "api", "API"},
                      EnumName{Door::command_line, "cli", "Command line"}, EnumName{Door::job, "job", "Job"}};
}

/// Who is asking. Without an account it is the public (a resident reporting) or the program itself.
struct Viewer {
    std::optional<AccountId> account;
    std::string name;  ///< "Dana Okafor"; for showing to colleagues
    Roles roles;
    std::optional<TeamId> team;
    Door door = Door::web;
    /// A program's token: what it was let do besides what the account may. Nothing for a person.
    std::optional<Scopes> scopes;
    /// The program's own jobs and the command line's owner: may do what the table says for an administrator
    /// and more, and is named in events as "Doorstep".
    bool is_system = false;

    /// The London day of what is asked, by which leave to see a case for a stretch of days has run out or
    /// not. Whoever does not say it is taken as looking when all such leave is over.
    Date today = Date::from_days_since_1970(2'932'896);  // 31 December 9999

    bool is_public() const { return !account && !is_system; }

    static Viewer system(Door door) {
        Viewer viewer;
        viewer.name = "Doorstep";
        viewer.door = door;
        viewer.is_system = true;
        return viewer;
    }
};

}  // namespace doorstep::domain::access
