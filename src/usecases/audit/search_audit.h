#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/audit.h"
#include "usecases/context.h"

/// Who did and who saw what (A11): for those who may see_audit. Looking is itself logged.
namespace doorstep::usecases::audit {

enum class Side { done, seen };
constexpr auto enum_names(Side) {
    return std::array{EnumName{Side::done, "done", "What was done"},
                      EnumName{Side::seen, "seen", "What was looked at"}};
}

struct SearchAudit {
    Side side = Side::done;
    Date from;
    Date to;  ///< the last day
    std::optional<AccountId> account;
    int page = 1;
};

struct AuditPage {
    std::vector<storage::audit::EventRow> events;
    std::vector<storage::audit::ViewRow> views;
    int page = 1;
    bool has_more = false;
    /// For the filter: everybody with an account, by name.
    std::vector<std::pair<AccountId, std::string>> people;
};
/// 50 to a page, newest first. Refused: days the wrong way round.
Expected<AuditPage> search_audit(Context& context, SearchAudit const& input);

}  // namespace doorstep::usecases::audit
