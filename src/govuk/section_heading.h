#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// The heading of a part of a page, with one thing that can be done with that part at its other end.
struct SectionHeading {
    std::string title;
    /// Where links into the page lead to; none when empty.
    std::string id;
    int heading_level = 2;
    std::string action_text;
    std::string action_href;
};

Html section_heading(SectionHeading const& options);
void append(Html& out, SectionHeading const& options);

}  // namespace doorstep::govuk
