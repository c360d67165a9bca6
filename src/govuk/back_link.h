#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// A link to the page before.
struct BackLink {
    std::string text = "Back";
    Html html;
    std::string href = "#";
    std::string classes;
    Attributes attributes;
};

Html back_link(BackLink const& options);
void append(Html& out, BackLink const& options);

}  // namespace doorstep::govuk
