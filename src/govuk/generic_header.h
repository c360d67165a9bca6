#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// The band at the top with whose site it is: words, or a logo with its words.
struct GenericHeader {
    std::string logo_text;
    Html logo_html;
    std::string url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes;
    Attributes attributes;
};

Html generic_header(GenericHeader const& options);
void append(Html& out, GenericHeader const& options);

}  // namespace doorstep::govuk
