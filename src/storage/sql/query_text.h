#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/sql/query.h"

namespace doorstep::storage::sql {

/// One engine's text of a statement: placeholders expanded, parameters in the engine's own notation. Names
/// are added to `parameters` in the order of their first appearance; PostgreSQL's `$n` is a name's place in
/// that list. Literals, quoted names, comments and `::` are left alone. std::logic_error on text that cannot
/// be right.
std::string expand_query_text(std::string_view text, Engine engine, std::vector<std::string>& parameters);

}  // namespace doorstep::storage::sql
