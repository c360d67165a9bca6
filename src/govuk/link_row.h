#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// One list shown several ways, each an address of its own: "Everything", "Contacts", "Evidence". For filters
/// by one kind; several filters together are a MoJ Filter.
struct LinkRow {
    struct Item {
        std::string text;
        std::string href;
        bool current = false;
    };
    std::string label;  ///< what the links choose: "Show"
    std::vector<Item> items;
};

Html link_row(LinkRow const& options);
void append(Html& out, LinkRow const& options);

}  // namespace doorstep::govuk
