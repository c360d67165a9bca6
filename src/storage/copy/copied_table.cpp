#include "storage/copy/copied_table.h"

#include "base/text.h"

namespace doorstep::storage::copy {

std::string Table::column_list() const {
    std::string list;
    for (auto const& column : columns) list += (list.empty() ? "" : ", ") + column.name;
    return list;
}

std::string Table::key_list() const { return text::join(key, ", "); }

}  // namespace doorstep::storage::copy
