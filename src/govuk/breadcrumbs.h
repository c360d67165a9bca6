#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// One step of the way here; without `href` it is the page itself.
struct BreadcrumbsItem {
    std::string text;
    Html html;
    std::string href;
    Attributes attributes;
};

struct Breadcrumbs {
    std::vector<BreadcrumbsItem> items;
    std::string classes;
    bool collapse_on_mobile = false;
    Attributes attributes;
    std::string label_text = "Breadcrumb";
};

Html breadcrumbs(Breadcrumbs const& options);
void append(Html& out, Breadcrumbs const& options);

}  // namespace doorstep::govuk
