#pragma once

#include <optional>
#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// Something about the page that is not on it, such as that the last thing people did worked. One a page.
struct NotificationBanner {
    std::string text;
    Html html;
    /// "Success" or "Important" by type when empty.
    std::string title_text;
    Html title_html;
    int title_heading_level = 2;
    /// "success" is green, and read out at once.
    std::string type;
    /// By type when empty: "alert" or "region".
    std::string role;
    std::string title_id = "govuk-notification-banner-title";
    std::optional<bool> disable_auto_focus;
    std::string classes;
    Attributes attributes;
};

Html notification_banner(NotificationBanner const& options);
void append(Html& out, NotificationBanner const& options);

}  // namespace doorstep::govuk
