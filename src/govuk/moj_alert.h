#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// MoJ Alert: a standing fact about a record, most serious first. Not for what just happened: that is a
/// notification banner. It cannot be dismissed.
struct MojAlert {
    /// "information", "success", "warning" or "error".
    std::string variant = "information";
    /// Said first to people who listen; shown when there is nothing else, or as a heading.
    std::string title;
    std::string text;
    Html html;
    bool show_title_as_heading = false;
    /// "h2", "h3" or "h4".
    std::string heading_tag = "h2";
    std::string role = "region";
    /// Said before the title to people who listen, in place of the variant: for pages that are not English.
    std::string variant_text;
    std::string classes;
    Attributes attributes;
};

Html moj_alert(MojAlert const& options);
void append(Html& out, MojAlert const& options);

}  // namespace doorstep::govuk
