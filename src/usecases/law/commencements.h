#pragma once

#include <vector>

#include "legal/provision.h"
#include "storage/commencements.h"

namespace doorstep::usecases::law {

/// What the law is built with: the approved ones.
std::vector<legal::Commencement> approved_commencements(
    std::vector<storage::commencements::StoredCommencement> const& stored);

}  // namespace doorstep::usecases::law
