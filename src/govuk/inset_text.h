#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// A paragraph that stands out from the text around it.
struct InsetText {
    std::string text;
    Html html;
    std::string id;
    std::string classes;
    Attributes attributes;
};

Html inset_text(InsetText const& options);
void append(Html& out, InsetText const& options);

}  // namespace doorstep::govuk
