#pragma once

#include "domain/cases/case_file.h"
#include "domain/closures/closing.h"
#include "usecases/context.h"
#include "usecases/messages/closing_letter.h"

namespace doorstep::usecases::closures {

/// What ending a case brought about.
struct Ended {
    int surveys = 0;                   ///< calls that fall due
    std::optional<Date> surveys_from;  ///< the day they do
    messages::ClosingLetters letters;
};

/// Ends the case inside the change that decided it: every clock stops today, every dated item is finished,
/// the survey falls due (M-94), the people who reported are written to, requests that are now pointless are
/// withdrawn, and `case-closed` is recorded. `closed_by` is whoever closed it, who may not be the one who
/// agreed.
Expected<Ended> end_case(Change& change, Settings const& settings, domain::cases::CaseFile& file,
                         domain::closures::Closing const& closing, std::optional<AccountId> closed_by);

}  // namespace doorstep::usecases::closures
