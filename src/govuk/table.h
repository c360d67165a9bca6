#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// A cell of the head or of a row. `format` "numeric" aligns numbers right.
struct TableCell {
    std::string text;
    Html html;
    std::string format;
    std::string classes;
    /// 0 for none.
    int colspan = 0;
    int rowspan = 0;
    Attributes attributes;
};

/// Rows of facts under headings. In pages it goes into a table_wrap, so that a wide one scrolls by itself.
struct Table {
    std::vector<std::vector<TableCell>> rows;
    std::vector<TableCell> head;
    std::string caption;
    std::string caption_classes;
    /// The first cell of each row names the row.
    bool first_cell_is_header = false;
    /// On a narrow screen each row stands as a block, its cells below one another under the text of their
    /// headings: for rows of words. Ours, not the design system's.
    bool stacks = false;
    std::string classes;
    Attributes attributes;
};

Html table(Table const& options);
void append(Html& out, Table const& options);

}  // namespace doorstep::govuk
