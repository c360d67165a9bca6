#pragma once

#include <optional>
#include <string_view>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "usecases/context.h"

/// The letter that says that a case is closed, and why (M-88).
namespace doorstep::usecases::messages {

/// Refuses an explanation that would give somebody away to a complainant, at the field "explanation": before
/// the case is closed, so that whoever wrote it puts it right.
Expected<Done> check_closing_words(Change& change, Settings const& settings,
                                   domain::cases::CaseFile const& file, std::string_view explanation);

struct ClosingLetters {
    int written = 0;
    int by_hand = 0;  ///< complainants with no safe way of writing: the owner is asked to tell them
};
/// To every complainant on the case, inside the change that closes it: outcome and reason are read from
/// `file`, which is closed.
ClosingLetters write_closing_letters(Change& change, Settings const& settings,
                                     domain::cases::CaseFile const& file, std::string_view explanation,
                                     std::optional<Date> survey_from);

}  // namespace doorstep::usecases::messages
