#pragma once

#include <string_view>

#include "storage/rights_notices.h"
#include "usecases/context.h"

namespace doorstep::usecases::people {

/// Writes down that somebody was told of their rights, with its event; nobody has to tell them any more.
void keep_rights_notice(Change& change, storage::rights_notices::RightsNotice const& notice,
                        std::string_view language);

}  // namespace doorstep::usecases::people
