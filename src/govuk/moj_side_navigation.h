#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

struct MojSideNavigationItem {
    std::string text;
    Html html;
    std::string href;
    bool active = false;
    Attributes attributes;
};

struct MojSideNavigationHeading {
    std::string text;
    Html html;
    int heading_level = 4;
    std::string classes;
    Attributes attributes;
};

struct MojSideNavigationSection {
    MojSideNavigationHeading heading;
    std::vector<MojSideNavigationItem> items;
};

/// MoJ Side navigation: the pages of Settings, under headings or not.
struct MojSideNavigation {
    std::string label;
    /// Used instead of `items` when there are any.
    std::vector<MojSideNavigationSection> sections;
    std::vector<MojSideNavigationItem> items;
    std::string classes;
    Attributes attributes;
};

Html moj_side_navigation(MojSideNavigation const& options);
void append(Html& out, MojSideNavigation const& options);

}  // namespace doorstep::govuk
