#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// Something important, such as what the law does when a thing is not done.
struct WarningText {
    std::string text;
    Html html;
    /// Said before the text to people who listen.
    std::string icon_fallback_text = "Warning";
    std::string classes;
    Attributes attributes;
};

Html warning_text(WarningText const& options);
void append(Html& out, WarningText const& options);

}  // namespace doorstep::govuk
