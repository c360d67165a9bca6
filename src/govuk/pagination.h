#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// One page by number, or a gap between numbers.
struct PaginationItem {
    std::string number;
    std::string href;
    bool current = false;
    bool ellipsis = false;
    /// "Page 3" when empty.
    std::string visually_hidden_text;
    Attributes attributes;
};

/// To the page before or after; written when it has an `href`.
struct PaginationLink {
    std::string text;
    Html html;
    /// What is there, below the words; only where there are no numbers.
    std::string label_text;
    std::string href;
    Attributes attributes;
};

/// From one page of a list to the others. With no numbers it leads from one content page to the next.
struct Pagination {
    std::vector<PaginationItem> items;
    PaginationLink previous;
    PaginationLink next;
    std::string landmark_label = "Pagination";
    std::string classes;
    Attributes attributes;
};

Html pagination(Pagination const& options);
void append(Html& out, Pagination const& options);

}  // namespace doorstep::govuk
