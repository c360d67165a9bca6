#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

struct TabsPanel {
    std::string text;
    Html html;
    Attributes attributes;
};

struct TabsItem {
    /// The group's prefix and the item's number when empty.
    std::string id;
    std::string label;
    Attributes attributes;
    TabsPanel panel;
};

/// Two views of the same thing, such as a chart and its table. Without scripts a list of contents with all of
/// them. Never for the sections of a case, which are pages of their own.
struct Tabs {
    std::string id;
    std::string id_prefix;
    std::string title = "Contents";
    std::vector<TabsItem> items;
    std::string classes;
    Attributes attributes;
};

Html tabs(Tabs const& options);
void append(Html& out, Tabs const& options);

}  // namespace doorstep::govuk
