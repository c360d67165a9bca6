#pragma once

#include <string_view>
#include <vector>

#include "usecases/find/search.h"

namespace doorstep::usecases::find {

/// People whose name is like this one, or whose telephone or e-mail it is; the likest first. Four statements
/// at most. For use inside a use-case that has asked for permission.
std::vector<FoundPerson> find_people(storage::sql::Read& tx, storage::CaseScope const& scope,
                                     std::string_view words);

}  // namespace doorstep::usecases::find
