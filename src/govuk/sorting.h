#pragma once

#include <string>
#include <string_view>

#include "govuk/table.h"
#include "html/html.h"

namespace doorstep::govuk {

enum class SortDirection { none, ascending, descending };

/// The heading of a column that the server sorts: a link to the same list in the other order.
TableCell sort_heading(std::string_view words, std::string_view href, SortDirection current,
                       std::string_view format = {});

/// MoJ Sortable table: for a table's own attributes. Sorts only what is on the page, so only for a table of
/// at most 50 rows that is not paged.
Attributes sortable_table();
/// For the headings of such a table that can be sorted by.
Attributes sortable_heading(SortDirection current = SortDirection::none);
/// For a cell whose words do not sort as they read, such as a date.
Attributes sort_value(std::string_view value);

}  // namespace doorstep::govuk
