#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/expected.h"

namespace doorstep::domain::figures {

/// What the bodies of an area publish of ASB case reviews for a period of their choice, of no more than
/// twelve months (Anti-social Behaviour, Crime and Policing Act 2014, section 104(9)).
struct CaseReviews {
    std::string area;  ///< "City of Northgate"
    Date from;
    Date last_day;
    std::int64_t applications = 0;
    std::int64_t not_met = 0;  ///< times it was decided that the threshold was not met
    std::int64_t reviews = 0;  ///< carried out; those of an earlier application count when they are
    std::int64_t with_recommendations = 0;  ///< of the reviews
    std::optional<std::int64_t> ours;       ///< reviews about cases of this landlord, where it is known
    std::string source;                     ///< who sent the numbers, and when
};

/// (1) An area is named, and who sent the numbers. (2) The period is over, does not end before it begins and
/// is no longer than twelve months. (3) Nothing is less than nought. (4) No more decisions than applications,
/// no more recommendations and no more of ours than reviews.
Expected<Done> check_case_reviews(CaseReviews const& numbers, Date today);

}  // namespace doorstep::domain::figures
