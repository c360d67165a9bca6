#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/enum_names.h"
#include "base/expected.h"
#include "legal/provision.h"
#include "usecases/context.h"

/// The start of a provision that shipped without one (A14): set by one person with the authority for it,
/// approved by another. Rows of the old law end the day before, and stay for everything that happened until
/// then.
namespace doorstep::usecases::law {

struct ProposeCommencement {
    std::string provision;
    std::optional<legal::Tenancy> tenancy;
    Date in_force_from;
    std::string authority;  ///< the regulations, by name and number
    std::string note;
};
/// Refused: a row that is not pending, a start before the row it follows, another proposal waiting, no
/// authority.
Expected<Done> propose_commencement(Context& context, ProposeCommencement const& input);

enum class CommencementDecision { approve, refuse };
constexpr auto enum_names(CommencementDecision) {
    return std::array{EnumName{CommencementDecision::approve, "approve", "Approve it"},
                      EnumName{CommencementDecision::refuse, "refuse", "Refuse it"}};
}
/// Refused for whoever proposed it.
Expected<Done> decide_commencement(Context& context, std::string_view proposal_id,
                                   CommencementDecision decision);

}  // namespace doorstep::usecases::law
