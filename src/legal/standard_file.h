#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "legal/standard_row.h"

namespace doorstep::legal {

/// Rows of TOML text, and what could not be read; a row with a problem is left out of `rows`.
struct StandardFile {
    std::vector<StandardRow> rows;
    std::vector<std::string> problems;
};

/// `name` is for messages. Text that is not TOML is one problem.
StandardFile read_standards(std::string_view toml, std::string_view name);
/// Every file of standards/, in order of name.
StandardFile read_embedded_standards();

}  // namespace doorstep::legal
