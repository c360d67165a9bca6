#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"

/// The absolute ground: Housing Act 1985, section 84A; Housing Act 1988, Schedule 2, ground 7A.
namespace doorstep::domain::orders {

/// Whether a closure prohibited access for longer than the law asks, up to a moment (section 84A(6)(b)).
bool shut_for_longer_than(Instant from, std::optional<Instant> stops, int hours, Instant now);

/// What a court found that opens a condition and is no order on file. Closure orders (condition 4) are.
enum class FindingKind { serious_offence, injunction_breach, behaviour_order_breach, noise };
constexpr auto enum_names(FindingKind) {
    return std::array{
        EnumName{FindingKind::serious_offence, "serious-offence", "Conviction of a serious offence"},
        EnumName{FindingKind::injunction_breach, "injunction-breach", "Breach of an injunction found"},
        EnumName{FindingKind::behaviour_order_breach, "behaviour-order-breach",
                 "Conviction for breach of a criminal behaviour order"},
        EnumName{FindingKind::noise, "noise", "Conviction for noise after an abatement notice"}};
}
/// 1, 2, 3 or 5.
int condition_of(FindingKind kind);

/// Conditions 1 to 3 and 5 are about the tenant, or somebody who lives in or visits the home.
enum class FindingWho { tenant, resident, visitor, somebody_else };
constexpr auto enum_names(FindingWho) {
    return std::array{EnumName{FindingWho::tenant, "tenant", "The tenant"},
                      EnumName{FindingWho::resident, "resident", "Somebody who lives in the home"},
                      EnumName{FindingWho::visitor, "visitor", "Somebody who visited the home"},
                      EnumName{FindingWho::somebody_else, "somebody-else", "Somebody else"}};
}

/// What ties it to the home, as the conditions ask.
enum class FindingTie { in_or_near, local_person, landlord, none };
constexpr auto enum_names(FindingTie) {
    return std::array{
        EnumName{FindingTie::in_or_near, "in-or-near", "It was in the home, or near it"},
        EnumName{FindingTie::local_person, "local-person", "It was against somebody who may live near it"},
        EnumName{FindingTie::landlord, "landlord", "It was against us or our staff, about housing"},
        EnumName{FindingTie::none, "none", "None of these"}};
}

struct CourtFinding {
    std::string id;
    CaseFileId case_file;
    FindingKind kind{};
    FindingWho who{};
    std::string offence;  ///< in the words of the court
    std::optional<Date> offence_on;
    Date found_on;  ///< conviction, or finding of breach
    std::string court;
    FindingTie tie{};
    bool participation = false;  ///< of a requirement to take part in something: opens nothing
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
    std::int64_t version = 1;
};

enum class AppealOutcome { dismissed, abandoned, withdrawn, allowed };
constexpr auto enum_names(AppealOutcome) {
    return std::array{EnumName{AppealOutcome::dismissed, "dismissed", "Dismissed"},
                      EnumName{AppealOutcome::abandoned, "abandoned", "Abandoned"},
                      EnumName{AppealOutcome::withdrawn, "withdrawn", "Withdrawn"},
                      EnumName{AppealOutcome::allowed, "allowed", "Allowed: the decision is set aside"}};
}

/// Against an order, a finding, or what a court made of a breach.
struct CourtAppeal {
    std::string id;
    CaseFileId case_file;
    std::string subject;
    Date lodged_on;
    std::optional<Date> ended_on;
    std::optional<AppealOutcome> outcome;
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
    std::int64_t version = 1;
};

/// A condition that something on file may meet.
struct ConditionFound {
    int number = 0;       ///< 1 to 5
    std::string subject;  ///< id of the order, finding or breach
    std::string because;  ///< "Closure order made on 15 June 2026"
    bool is_met = false;
    std::string not_met_because;
    bool may_be_met_later = false;         ///< of one not met: time alone may meet it
    std::optional<Date> runs_from;         ///< the decision, or the end of its appeal
    std::optional<Date> serve_by;          ///< last day for the notice
    std::optional<CourtAppeal> appeal;     ///< the last one
    std::optional<Date> notice_served_on;  ///< a notice of possession since
    std::optional<LegalActionId> action;   ///< whose list its day stands on
    std::optional<LegalOrderId> order;
};

/// Why what a court found opens no condition; empty when it does. (1) It is about the tenant, or somebody
/// who lives in or visits the home. (2) It is tied to the home; noise comes from the home itself. (3) Breach
/// of a requirement to take part in something does not count (84A(4)). (4) A serious offence was committed
/// when the condition was law: `law_from`.
std::string opens_nothing_because(CourtFinding const& finding, std::optional<Date> law_from);

/// The day from which the time for the notice runs: that of the decision, or the end of its last appeal;
/// nothing while an appeal goes on or when one was allowed (84A(8); 83ZA(5) to (7)).
std::optional<Date> notice_runs_from(Date decided_on, std::optional<CourtAppeal> const& last);

Expected<Done> check_finding(CourtFinding const& finding, Date today);
Expected<Done> check_appeal(CourtAppeal const& appeal, Date decided_on,
                            std::optional<CourtAppeal> const& last, Date today);
/// Ended once, after it was lodged, not in the future.
Expected<Done> check_appeal_end(CourtAppeal const& appeal, AppealOutcome outcome, Date ended_on, Date today);

}  // namespace doorstep::domain::orders
