#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/orders/possession.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"
#include "usecases/orders/notice_regime.h"

/// What courts found, appeals, and what follows for possession (M-36 to M-39).
namespace doorstep::usecases::orders {

struct RecordFinding {
    std::string reference;
    domain::orders::FindingKind kind{};
    domain::orders::FindingWho who{};
    std::string offence;
    std::optional<Date> offence_on;
    Date found_on;
    std::string court;
    domain::orders::FindingTie tie{};
    bool participation = false;
};
/// Where it opens a condition, the last day for the notice stands on the lists of the officer and the manager
/// at once, in a legal action for possession that is started if the case has none (M-36). Refused: what
/// check_finding refuses, a closed case.
Expected<Done> record_finding(Context& context, RecordFinding const& input);

struct RecordAppeal {
    std::string reference;
    std::string subject;  ///< id of a condition's order, finding or breach
    Date lodged_on;
};
/// While it goes on the condition is not met, and its day comes off the lists.
Expected<Done> record_appeal(Context& context, RecordAppeal const& input);
struct EndAppeal {
    std::string reference;
    std::string subject;
    domain::orders::AppealOutcome outcome{};
    Date ended_on;
};
/// The time for the notice runs anew from its end, unless it was allowed.
Expected<Done> end_appeal(Context& context, EndAppeal const& input);

struct FindingsView {
    cases::CaseHeader header;
    std::vector<domain::orders::ConditionFound> conditions;
    NoticeRegime regime;  ///< of a notice served today
    bool may_change = false;

    domain::orders::ConditionFound const* condition(std::string_view subject) const;
};
/// Refused besides: a case this viewer may not see.
Expected<FindingsView> view_findings(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::orders
