#pragma once

#include "html/html.h"
#include "http/request.h"

namespace doorstep::pages::developer {

/// Every component in its main states, for people who design, build and check pages. Compiled only with
/// DOORSTEP_DEVELOPER_PAGES. What residents see is in the language asked for; what only staff see is in
/// English.
Html component_gallery(http::Language language);

}  // namespace doorstep::pages::developer
