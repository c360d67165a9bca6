#include "domain/orders/possession.h"

#include <algorithm>

#include "domain/orders/problems.h"

namespace doorstep::domain::orders {

bool shut_for_longer_than(Instant from, std::optional<Instant> stops, int hours, Instant now) {
    return std::min(stops.value_or(now), now) > from.plus_hours(hours);
}

int condition_of(FindingKind kind) {
    switch (kind) {
        case FindingKind::serious_offence:
            return 1;
        case FindingKind::injunction_breach:
            return 2;
        case FindingKind::behaviour_order_breach:
            return 3;
        case FindingKind::noise:
            return 5;
    }
    return 0;
}

std::string opens_nothing_because(CourtFinding const& finding, std::optional<Date> law_from) {
    // (1)
    if (finding.who == FindingWho::somebody_else)
        return "it is not about the tenant, or somebody who lives in or visits the home";
    // (2)
    if (finding.tie == FindingTie::none) return "nothing ties it to the home, to neighbours or to us";
    if (finding.kind == FindingKind::noise && finding.tie != FindingTie::in_or_near)
        return "the noise did not come from the home";
    // (3)
    if (finding.kind == FindingKind::injunction_breach && finding.participation)
        return "breach of a requirement to take part in something does not count";
    // (4)
    if (finding.kind == FindingKind::serious_offence && law_from &&
        finding.offence_on.value_or(finding.found_on) < *law_from)
        return "the offence was committed before " + date_words(*law_from) +
               ", when the condition became law";
    return {};
}

std::optional<Date> notice_runs_from(Date decided_on, std::optional<CourtAppeal> const& last) {
    if (!last) return decided_on;
    if (!last->outcome || *last->outcome == AppealOutcome::allowed) return std::nullopt;
    return last->ended_on;
}

Expected<Done> check_finding(CourtFinding const& finding, Date today) {
    ProblemList problems;
    problems.need("offence", finding.offence, "Enter what the court found");
    problems.need("court", finding.court, "Enter the court");
    if (finding.found_on > today) problems.add("found-on", "Date must be today or in the past");
    if (finding.offence_on && *finding.offence_on > finding.found_on)
        problems.add("offence-on", "Date must be the same as or before " + date_words(finding.found_on) +
                                       ", when the court found it");
    return problems.result("finding-incomplete");
}

Expected<Done> check_appeal(CourtAppeal const& appeal, Date decided_on,
                            std::optional<CourtAppeal> const& last, Date today) {
    if (last && !last->outcome)
        return refuse(RefusalKind::conflict, "appeal-goes-on", "An appeal is being decided already");
    ProblemList problems;
    if (appeal.lodged_on > today)
        problems.add("lodged-on", "Date must be today or in the past");
    else if (appeal.lodged_on < decided_on)
        problems.add("lodged-on", "Date must be the same as or after " + date_words(decided_on) +
                                      ", when the court decided");
    return problems.result("appeal-wrong");
}

Expected<Done> check_appeal_end(CourtAppeal const& appeal, AppealOutcome, Date ended_on, Date today) {
    if (appeal.outcome)
        return refuse(RefusalKind::conflict, "appeal-over", "The end of this appeal is recorded");
    ProblemList problems;
    if (ended_on > today)
        problems.add("ended-on", "Date must be today or in the past");
    else if (ended_on < appeal.lodged_on)
        problems.add("ended-on", "Date must be the same as or after " + date_words(appeal.lodged_on) +
                                     ", when it was lodged");
    return problems.result("appeal-wrong");
}

}  // namespace doorstep::domain::orders
