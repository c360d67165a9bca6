#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "usecases/context.h"
#include "usecases/messages/officers_letter.h"

namespace doorstep::usecases::team {

struct MoveCase {
    AccountId to;
    std::optional<AccountId> housing_officer;  ///< nothing: stays who it is
    std::string note;                          ///< the brief for the new owner, or why the case moves
};

/// Gives a case another owner, another housing officer, or both, inside the caller's change. Clocks carry on:
/// no date moves, open work of the old owner becomes the new one's, unfinished steps and tasks go along.
/// Every complainant is told again, with the day stamped when the letter has left (M-80). Somebody new to a
/// restricted case is put on its list. Whoever had it stays known as having worked on it, and never makes its
/// survey call (M-95).
/// Refused: nothing changes; a new owner who is not active or whose role owns no cases; one with a declared
/// conflict of interest.
Expected<messages::OfficersLetters> move_case(Change& change, Settings const& settings,
                                              domain::cases::CaseFile& file, MoveCase const& input);

}  // namespace doorstep::usecases::team
