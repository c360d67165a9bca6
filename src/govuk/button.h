#pragma once

#include <optional>
#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// A button of a form; with `href` a link that looks like one.
struct Button {
    std::string text;
    Html html;
    std::string name;
    std::string type = "submit";
    std::string value;
    bool disabled = false;
    std::string href;
    std::string classes;
    Attributes attributes;
    /// A second press within a second is ignored, where scripts run.
    std::optional<bool> prevent_double_click;
    bool is_start_button = false;
    std::string id;
};

Html button(Button const& options);
void append(Html& out, Button const& options);

}  // namespace doorstep::govuk
