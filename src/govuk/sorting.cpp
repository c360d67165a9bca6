#include "govuk/sorting.h"

namespace doorstep::govuk {

namespace {

std::string name_of(SortDirection direction) {
    switch (direction) {
        case SortDirection::ascending:
            return "ascending";
        case SortDirection::descending:
            return "descending";
        case SortDirection::none:
            break;
    }
    return "none";
}

}  // namespace

TableCell sort_heading(std::string_view words, std::string_view href, SortDirection current,
                       std::string_view format) {
    Html link;
    link << "<a class=\"ds-sort\" href=\""_html << href << "\">"_html << words << "</a>"_html;
    return {.text = std::string(words),
            .html = std::move(link),
            .format = std::string(format),
            .attributes = sortable_heading(current)};
}

Attributes sortable_table() { return {{.name = "data-module", .value = "moj-sortable-table"}}; }

Attributes sortable_heading(SortDirection current) {
    return {{.name = "aria-sort", .value = name_of(current)}};
}

Attributes sort_value(std::string_view value) {
    return {{.name = "data-sort-value", .value = std::string(value)}};
}

}  // namespace doorstep::govuk
