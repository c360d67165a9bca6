#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// Words or markup, as most official options offer: `text` is escaped, `html` is taken as it is and wins.
/// A part of a component with neither is left out.
struct Content {
    std::string text;
    Html html;

    bool empty() const { return text.empty() && html.empty(); }
};

}  // namespace doorstep::govuk
