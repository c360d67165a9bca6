#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// MoJ Badge: who can see something, or another small mark. Colours by class: "moj-badge--blue" and so on.
struct MojBadge {
    std::string text;
    Html html;
    std::string classes;
    Attributes attributes;
};

Html moj_badge(MojBadge const& options);
void append(Html& out, MojBadge const& options);

}  // namespace doorstep::govuk
