#pragma once

#include <string>
#include <vector>

#include "govuk/button.h"
#include "html/html.h"

namespace doorstep::govuk {

struct MojPageHeading {
    std::string text;
    Html html;
    int level = 1;
    std::string classes = "govuk-heading-l";
};

/// MoJ Page header actions: the title of a list with what can be done to it.
struct MojPageHeaderActions {
    MojPageHeading heading;
    std::vector<Button> items;
    std::string classes;
    Attributes attributes;
};

Html moj_page_header_actions(MojPageHeaderActions const& options);
void append(Html& out, MojPageHeaderActions const& options);

}  // namespace doorstep::govuk
