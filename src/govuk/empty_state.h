#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// Nothing to show: what would be here, why it is not, and the one thing to do. "No results" offers to clear
/// the filters; "nothing yet" does not.
struct EmptyState {
    /// "No cases match these filters"
    std::string title;
    int heading_level = 2;
    std::string text;
    Html html;
    std::string action_text;
    std::string action_href;
};

Html empty_state(EmptyState const& options);
void append(Html& out, EmptyState const& options);

}  // namespace doorstep::govuk
