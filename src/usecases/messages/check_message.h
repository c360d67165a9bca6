#pragma once

#include <string_view>
#include <vector>

#include "domain/cases/case_file.h"
#include "domain/outbound/check.h"
#include "storage/sql/database.h"
#include "usecases/messages/recipient.h"

namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::messages {

/// Whether words to one person of a case give away another (usecases/outbound/facts.h).
std::vector<domain::outbound::Finding> check_message(storage::sql::Read& tx, Settings const& settings,
                                                     domain::cases::CaseFile const& file, Recipient const& to,
                                                     std::string_view words);

/// "Must be changed: the name of somebody on the other side (Ivo Marsh)."
std::string finding_words(domain::outbound::Finding const& finding);

}  // namespace doorstep::usecases::messages
