#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// A link, or a button when there is no `href` or the type is "button".
struct PanelAction {
    std::string text;
    std::string type;
    std::string href;
    std::string classes;
    Attributes attributes;
};

struct PanelActions {
    std::vector<PanelAction> items;
    std::string classes;
    Attributes attributes;

    bool empty() const { return items.empty() && classes.empty() && attributes.empty(); }
};

/// Confirmation that something was done; with the class "govuk-panel--interruption" a pause before it is.
struct Panel {
    std::string title_text;
    Html title_html;
    int heading_level = 1;
    std::string text;
    Html html;
    /// On an interruption only.
    PanelActions actions;
    std::string classes;
    Attributes attributes;
};

Html panel(Panel const& options);
void append(Html& out, Panel const& options);

}  // namespace doorstep::govuk
