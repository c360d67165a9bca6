#pragma once

#include <string>
#include <vector>

#include "govuk/content.h"
#include "html/html.h"

namespace doorstep::govuk {

/// One chosen filter; the link is this list without it.
struct MojFilterTag {
    std::string href;
    std::string text;
};

struct MojFilterCategory {
    Content heading;
    std::vector<MojFilterTag> items;
};

struct MojFilterClearLink {
    std::string href;
    std::string text = "Clear filters";
};

struct MojSelectedFilters {
    Content heading{.text = "Selected filters"};
    MojFilterClearLink clear_link;
    /// Without any there is nothing to show.
    std::vector<MojFilterCategory> categories;
};

struct MojFilterSubmit {
    std::string text = "Apply filters";
    Attributes attributes;
};

/// MoJ Filter: what a list is narrowed down by. Goes into a form with method GET (filter_layout does that).
struct MojFilter {
    Content heading{.text = "Filter"};
    MojSelectedFilters selected_filters;
    MojFilterSubmit submit;
    /// The fields.
    Html options_html;
    Attributes attributes;
};

Html moj_filter(MojFilter const& options);
void append(Html& out, MojFilter const& options);

/// A list beside its filter; the filter first, and above the list on small screens.
struct FilterLayout {
    /// Address of the list.
    std::string action;
    MojFilter filter;
    Html content;
};

Html filter_layout(FilterLayout const& options);

}  // namespace doorstep::govuk
