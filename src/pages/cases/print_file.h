#pragma once

#include "pages/visit.h"

namespace doorstep::pages::cases {

/// The whole file on one page, for paper: its facts and its chronology without pages.
http::Response show_print_file(Visit& visit);

}  // namespace doorstep::pages::cases
