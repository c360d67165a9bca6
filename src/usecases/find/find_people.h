#pragma once

#include <string_view>
#include <vector>

#include "usecases/find/search.h"

namespace doorstep::usecases::find {

struct FoundPeople {
    std::vector<FoundPerson> first;  ///< the likest first, and of these whoever is written as it was typed
    long long count = 0;             ///< all that were found
    bool is_more_than_count = false;
};

/// People whose name is like this one, or whose telephone or e-mail it is. Four statements at most. For use
/// inside a use-case that has asked for permission.
FoundPeople find_people(storage::sql::Read& tx, storage::CaseScope const& scope, std::string_view words);

}  // namespace doorstep::usecases::find
