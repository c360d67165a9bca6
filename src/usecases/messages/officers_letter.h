#pragma once

#include <string_view>

#include "domain/cases/case_file.h"
#include "domain/messages/letters.h"
#include "usecases/context.h"

namespace doorstep::usecases::messages {

struct OfficersLetters {
    int written = 0;  ///< complainants with a letter or e-mail on its way
    int by_hand = 0;  ///< those with no safe way of writing: somebody has to tell them
};

/// Tells every complainant on the case who deals with it and who the housing officer is (M-70, M-80), inside
/// the change that decided it: `letter` is who_is_dealing for a new case, hand_over with the name of whoever
/// had it before, reopened. Letters still waiting that name somebody else are cancelled. Whoever cannot be
/// written to safely becomes a work item of the owner, due with the first contact, else today. The stamp that
/// they were told comes when the letter has left. Nothing happens while nobody owns the case.
OfficersLetters write_officers_letters(Change& change, Settings const& settings,
                                       domain::cases::CaseFile const& file, std::string_view letter,
                                       std::string_view previous_officer = {});

/// The words for whoever did it: "Both people who reported are written to", "1 person has to be told by you".
std::string letters_words(OfficersLetters const& letters);

}  // namespace doorstep::usecases::messages
