#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

namespace doorstep::domain::access {

/// Somebody asked to see a case, or opened a restricted one with a reason. Either way another person looks at
/// it.
enum class AskedFor { to_see, opened };
constexpr auto enum_names(AskedFor) {
    return std::array{EnumName{AskedFor::to_see, "asked", "Asked to see it"},
                      EnumName{AskedFor::opened, "opened", "Opened it with a reason"}};
}

enum class AccessState {
    waiting,
    allowed,  ///< for a stretch of days
    refused,  ///< of an opening: taken off the list again
    seen,     ///< an opening that was in order
};
constexpr auto enum_names(AccessState) {
    return std::array{EnumName{AccessState::waiting, "waiting", "Waiting"},
                      EnumName{AccessState::allowed, "allowed", "Allowed"},
                      EnumName{AccessState::refused, "refused", "Refused"},
                      EnumName{AccessState::seen, "seen", "In order"}};
}

struct AccessRequest {
    std::string id;
    CaseFileId case_file;
    AccountId account;
    AskedFor kind = AskedFor::to_see;
    std::string reason;
    Instant asked_at;
    AccessState state = AccessState::waiting;
    std::optional<Date> until_on;  ///< the last day of what was allowed
    std::string answer;            ///< to whoever asked
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
};

}  // namespace doorstep::domain::access
