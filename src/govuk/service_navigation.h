#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// One part of the service. `current` is this very page, `active` the part it is in.
struct ServiceNavigationItem {
    std::string text;
    Html html;
    std::string href;
    bool current = false;
    bool active = false;
    Attributes attributes;
};

/// Places for what else belongs beside the menu.
struct ServiceNavigationSlots {
    Html start;
    Html end;
    /// Beside the menu rather than below it.
    bool end_is_inline = false;
    Html navigation_start;
    Html navigation_end;
};

/// The menu of the whole service.
struct ServiceNavigation {
    std::string service_name;
    std::string service_url;
    std::vector<ServiceNavigationItem> navigation;
    ServiceNavigationSlots slots;
    std::string aria_label = "Service information";
    std::string menu_button_text = "Menu";
    std::string menu_button_label;
    /// The menu button's words when empty.
    std::string navigation_label;
    std::string navigation_id = "navigation";
    std::string navigation_classes;
    /// Behind a menu button on small screens: nothing for "when there is more than one item".
    std::optional<bool> collapse_navigation_on_mobile;
    std::string classes;
    Attributes attributes;
};

Html service_navigation(ServiceNavigation const& options);
void append(Html& out, ServiceNavigation const& options);

}  // namespace doorstep::govuk
