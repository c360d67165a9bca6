#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// Asks what people think of the service, at the end of a page.
struct Feedback {
    std::string title_text;
    Html title_html;
    int heading_level = 2;
    std::string text;
    Html html;
    std::string classes;
    Attributes attributes;
};

Html feedback(Feedback const& options);
void append(Html& out, Feedback const& options);

}  // namespace doorstep::govuk
