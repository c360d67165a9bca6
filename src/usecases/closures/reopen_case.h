#pragma once

#include <string>

#include "base/expected.h"
#include "usecases/context.h"
#include "usecases/messages/officers_letter.h"

namespace doorstep::usecases::closures {

struct ReopenCase {
    std::string reference;
    std::string reason;
};

struct CaseReopened {
    int surveys_cancelled = 0;
    std::optional<Date> next_contact_by;
    messages::OfficersLetters letters;  ///< to the people who reported
};

/// Opens a closed case again: its clocks start anew with the promise of a first contact, risk falls due, what
/// was left of the plan is work again, and a survey nobody has answered is not asked. The time it was closed
/// stays in the figures. Refused without a reason, and for a case that is open.
Expected<CaseReopened> reopen_case(Context& context, ReopenCase const& input);

}  // namespace doorstep::usecases::closures
