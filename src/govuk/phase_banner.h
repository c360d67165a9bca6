#pragma once

#include <string>

#include "govuk/tag.h"
#include "html/html.h"

namespace doorstep::govuk {

/// Says that a service is new or a demonstration.
struct PhaseBanner {
    std::string text;
    Html html;
    Tag tag;
    std::string classes;
    Attributes attributes;
};

Html phase_banner(PhaseBanner const& options);
void append(Html& out, PhaseBanner const& options);

}  // namespace doorstep::govuk
