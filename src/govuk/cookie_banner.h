#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// A button, or a link when it has an `href` and its type is not "button".
struct CookieBannerAction {
    std::string text;
    std::string type;
    std::string href;
    std::string name;
    std::string value;
    std::string classes;
    Attributes attributes;
};

struct CookieBannerMessage {
    std::string heading_text;
    Html heading_html;
    std::string text;
    Html html;
    std::vector<CookieBannerAction> actions;
    bool hidden = false;
    std::string role;
    std::string classes;
    Attributes attributes;
};

/// Only for a site that adds cookies of its own: Doorstep sets none that need consent.
struct CookieBanner {
    std::string aria_label = "Cookie banner";
    bool hidden = false;
    std::vector<CookieBannerMessage> messages;
    std::string classes;
    Attributes attributes;
};

Html cookie_banner(CookieBanner const& options);
void append(Html& out, CookieBanner const& options);

}  // namespace doorstep::govuk
