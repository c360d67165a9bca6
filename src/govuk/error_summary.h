#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// One problem, linked to its field by `href` ("#made-on-day").
struct ErrorSummaryItem {
    std::string text;
    Html html;
    std::string href;
    Attributes attributes;
};

/// Every problem of the page, in the order of the fields, at the top of main. Takes the focus where scripts
/// run.
struct ErrorSummary {
    std::string title_text;
    Html title_html;
    std::string description_text;
    Html description_html;
    std::vector<ErrorSummaryItem> error_list;
    std::optional<bool> disable_auto_focus;
    std::string classes;
    Attributes attributes;
};

Html error_summary(ErrorSummary const& options);
void append(Html& out, ErrorSummary const& options);

}  // namespace doorstep::govuk
