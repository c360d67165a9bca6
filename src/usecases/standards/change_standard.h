#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "legal/standard_row.h"
#include "storage/settings.h"
#include "usecases/context.h"

/// A landlord's own promises (A04): proposed by one person, approved by another, always for days to come, so
/// that what has been is still judged by the promise of its day.
namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::standards {

/// One standard for one scope, as it is today.
struct StandardNow {
    legal::StandardRow row;
    bool is_own = false;                     ///< the landlord's, in place of the one that ships
    std::optional<legal::StandardRow> next;  ///< the next change that is approved
    bool has_proposal = false;
};
/// By title.
Expected<std::vector<StandardNow>> list_standards(Context& context);

struct Proposal {
    storage::settings::StoredStandard stored;
    std::string title;
    std::string value_words;  ///< "4 working days"
    std::string now_words;    ///< what it is on the day before it would begin
    std::string proposed_by;
    std::string decided_by;
    bool may_decide = false;  ///< the viewer may, and did not propose it
};

struct StandardHistory {
    std::string id;
    std::string title;
    std::vector<legal::StandardRow> shipped;
    std::vector<legal::StandardRow> own;
    std::vector<Proposal> proposals;  ///< newest first; also those decided
    bool may_propose = false;
};
/// Refused (not_found) for an id that does not exist.
Expected<StandardHistory> view_standard(Context& context, std::string_view id);
/// Those waiting for a decision.
Expected<std::vector<Proposal>> waiting_proposals(Context& context);
Expected<Proposal> view_proposal(Context& context, std::string_view proposal_id);

struct ProposeStandard {
    std::string standard;
    std::string applies_to;
    int value = 0;
    Date in_force_from;
    std::optional<Date> in_force_until;  ///< exclusive
    std::string reason;
};
/// Unit and counting stay as they are. Refused: a day before tomorrow, a value that cannot be, an overlap
/// with the landlord's own rows or a gap between them (E12), another proposal waiting.
Expected<Done> propose_standard(Context& context, ProposeStandard const& input);

enum class StandardDecision { approve, refuse };
constexpr auto enum_names(StandardDecision) {
    return std::array{EnumName{StandardDecision::approve, "approve", "Approve it"},
                      EnumName{StandardDecision::refuse, "refuse", "Refuse it"}};
}
/// Refused for whoever proposed it (E12), when its first day has come meanwhile, and when it now overlaps.
/// Approving ends an own row without an end on the day the new one begins.
Expected<Done> decide_standard(Context& context, std::string_view proposal_id, StandardDecision decision);
/// The same inside a change under way, for the approvals (T05). The settings are to be reloaded afterwards.
Expected<Done> carry_out_standard(Change& change, Settings const& settings, std::string_view proposal_id,
                                  StandardDecision decision);

}  // namespace doorstep::usecases::standards
