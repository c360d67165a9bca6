#pragma once

#include <string>

#include "usecases/context.h"

/// Every night what is due is compared with what the records say, and put right. What was done, in words for
/// the settings page; anything but nought is worth a look.
namespace doorstep::usecases::upkeep {

/// Contact clocks, their open items and the case's next contact are computed again where they disagree.
std::string check_contact_clocks(Context& context);

/// A closed case without a survey gets one, while somebody may still be asked: rows from another system, or a
/// closing that this program did not make.
std::string check_surveys(Context& context);

}  // namespace doorstep::usecases::upkeep
