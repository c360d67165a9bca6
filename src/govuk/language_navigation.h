#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// One language; without `href` it is the one of this page. `lang` is its code, "cy".
struct LanguageNavigationItem {
    std::string text;
    Html html;
    std::string href;
    bool current = false;
    std::string lang;
    /// `lang` when empty.
    std::string href_lang;
    std::string dir;
    /// Said after the name to people who listen: "Newid yr iaith i'r Gymraeg", in the language itself.
    std::string language_description_text;
    std::string classes;
    Attributes attributes;
};

/// The same page in other languages.
struct LanguageNavigation {
    std::vector<LanguageNavigationItem> items;
    std::string aria_label = "Language";
    std::string classes;
    Attributes attributes;
};

Html language_navigation(LanguageNavigation const& options);
void append(Html& out, LanguageNavigation const& options);

}  // namespace doorstep::govuk
