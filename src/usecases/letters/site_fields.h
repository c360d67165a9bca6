#pragma once

#include <string_view>

#include "domain/wording/merge.h"
#include "usecases/settings.h"

namespace doorstep::usecases::letters {

/// What every letter may say of the landlord: "landlord", "team", and "contact", which is a telephone number
/// with its hours, else an e-mail or postal address.
domain::wording::Fields site_fields(Site const& site);

/// "21 November 2026", in the letter's language.
std::string day_in(std::string_view language, Date day);

}  // namespace doorstep::usecases::letters
