#pragma once

#include "domain/access/action.h"
#include "domain/access/viewer.h"

/// The one table of permissions. Use-cases ask it; pages only leave out what a use-case would refuse.
namespace doorstep::domain::access {

enum class Grant {
    no,
    involved,  ///< only on cases where this person is owner, housing officer or named
    yes,       ///< on any case that is not restricted from them
};

/// The most any of the viewer's roles allows.
Grant grant(Viewer const& viewer, Action action);
inline bool may(Viewer const& viewer, Action action) { return grant(viewer, action) != Grant::no; }
Grant grant_of_role(Role role, Action action);

/// How someone stands to one case, loaded with it.
struct CaseStanding {
    bool restricted = false;
    bool named = false;  ///< on the list of a restricted case
    bool owner = false;
    bool housing_officer = false;
    bool conflict = false;  ///< a declared conflict of interest: the case does not exist for them
};

/// Restriction and conflict of interest first, then the table.
bool may_on_case(Viewer const& viewer, Action action, CaseStanding const& standing);

}  // namespace doorstep::domain::access
