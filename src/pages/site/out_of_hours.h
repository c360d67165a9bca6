#pragma once

#include <string_view>

#include "pages/visit.h"

namespace doorstep::pages::site {

/// The words of content/pages/<name>, with {{opens}}, while nobody is in the office; nothing while somebody
/// is.
Html out_of_hours_notice(Visit& visit, std::string_view name);

}  // namespace doorstep::pages::site
