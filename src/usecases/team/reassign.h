#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/case_list.h"
#include "usecases/context.h"
#include "usecases/messages/officers_letter.h"
#include "usecases/team/officers.h"

namespace doorstep::usecases::team {

/// Cases to move at once: more would be a decision nobody looks at case by case.
inline constexpr int most_moved_at_once = 100;

/// Cases that could move, and to whom (T03).
struct ReassignmentView {
    std::vector<Officer> officers;
    std::optional<Officer> from;  ///< whose cases; nothing: nobody's
    bool nobodys = false;
    std::vector<storage::case_list::ListedCase> cases;  ///< no more than most_moved_at_once
    int total = 0;
};
struct WhoseCases {
    std::optional<AccountId> from;
    bool nobodys = false;
};
Expected<ReassignmentView> view_reassignment(Context& context, WhoseCases const& whose);

struct Reassign {
    std::vector<std::string> cases;  ///< ids
    std::optional<AccountId> to;
    std::string reason;
};

/// What moving them would mean, before it is done: a page that asks first.
struct ReassignmentCheck {
    Officer to;
    std::vector<storage::case_list::ListedCase> cases;  ///< that would move
    std::vector<std::string> in_conflict;               ///< references of those the new owner may not have
    int restricted = 0;                                 ///< of the cases that would move
};
Expected<ReassignmentCheck> check_reassignment(Context& context, Reassign const& input);

struct Reassigned {
    std::string new_owner;
    int moved = 0;
    messages::OfficersLetters letters;
};
/// Moves them all or none, each with its own event, and tells the residents of each. A case that the new
/// owner already has is left out. Refused: a reason or an owner missing; a case closed meanwhile; a conflict
/// of interest.
Expected<Reassigned> reassign(Context& context, Reassign const& input);

}  // namespace doorstep::usecases::team
