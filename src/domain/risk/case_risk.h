#pragma once

#include <optional>
#include <vector>

#include "domain/risk/assessment.h"

namespace doorstep::domain::risk {

/// How a case stands, from the newest assessment of each person still on it.
struct CaseRisk {
    std::optional<RiskBand> band;
    std::optional<int> score;
    std::optional<Date> assessed_on;
    std::optional<Date> review_by;
    bool operator==(CaseRisk const&) const = default;
};

/// (1) The highest band of anybody's, with its score: one person's safety is not averaged away by another's.
/// (2) Assessed on the newest day. (3) To be assessed again by the earliest day of any.
CaseRisk case_risk(std::vector<Assessment> const& newest_of_each);

/// Somebody who reported, and when their first assessment is promised by.
struct PersonToAssess {
    CasePersonId person;
    Date first_due_on;
};
/// The day the next assessment of a case falls due: the earliest of a review and of a first assessment that
/// nobody has made yet. An assessment of no person in particular stands for everybody.
std::optional<Date> next_assessment_by(std::vector<Assessment> const& newest_of_each,
                                       std::vector<PersonToAssess> const& people);

}  // namespace doorstep::domain::risk
