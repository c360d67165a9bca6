#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// Words that only some people need, opened by those who do.
struct Details {
    std::string summary_text;
    Html summary_html;
    std::string text;
    Html html;
    std::string id;
    bool open = false;
    std::string classes;
    Attributes attributes;
};

Html details(Details const& options);
void append(Html& out, Details const& options);

}  // namespace doorstep::govuk
