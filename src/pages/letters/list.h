#pragma once

#include "pages/visit.h"

namespace doorstep::pages::letters {

/// Everything written to people about this case (C24).
http::Response show_letters(Visit& visit);

}  // namespace doorstep::pages::letters
