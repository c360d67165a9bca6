#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// One section; `active` is the one shown.
struct MojSubNavigationItem {
    std::string text;
    Html html;
    std::string href;
    bool active = false;
    std::string classes;
    Attributes attributes;
};

/// MoJ Sub navigation: the sections of one record, each a page of its own.
struct MojSubNavigation {
    std::string label = "Secondary navigation region";
    std::vector<MojSubNavigationItem> items;
    std::string classes;
    Attributes attributes;
};

Html moj_sub_navigation(MojSubNavigation const& options);
void append(Html& out, MojSubNavigation const& options);

}  // namespace doorstep::govuk
