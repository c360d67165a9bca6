#pragma once

#include <string>

#include "govuk/table.h"
#include "html/html.h"

namespace doorstep::govuk {

/// A table that scrolls sideways by itself where it is wider than the screen, by keyboard too.
struct TableWrap {
    Table table;
    /// What the region is called; the table's caption when empty.
    std::string label;
};

Html table_wrap(TableWrap const& options);
void append(Html& out, TableWrap const& options);

}  // namespace doorstep::govuk
