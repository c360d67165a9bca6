#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/case_list.h"
#include "usecases/context.h"

namespace doorstep::usecases::find {

/// Cases in the order of their references, for a program that walks through them.
struct WalkCases {
    storage::case_list::Filter filter;  ///< its day is filled in
    std::string after;                  ///< reference of the last one seen; empty to begin
    int limit = 50;
};
struct WalkedCases {
    std::vector<storage::case_list::ListedCase> cases;
    std::optional<std::string> next;  ///< `after` of the next page; nothing at the end
};
/// Only cases that the viewer may see: the list is narrowed by the database. One statement.
Expected<WalkedCases> walk_cases(Context& context, WalkCases const& walk);

}  // namespace doorstep::usecases::find
