#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// The first link of a page: takes the keyboard past what every page repeats.
struct SkipLink {
    std::string text;
    Html html;
    std::string href = "#content";
    std::string classes;
    Attributes attributes;
};

Html skip_link(SkipLink const& options);
void append(Html& out, SkipLink const& options);

}  // namespace doorstep::govuk
