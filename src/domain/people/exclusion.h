#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/expected.h"
#include "domain/ids.h"

namespace doorstep::domain::people {

using ExclusionId = StrongId<struct ExclusionIdTag>;

/// Somebody booked out of a service of ours (M-61): a fact with dates, a reason and a review, which stays on
/// file when it ends (M-47).
struct ServiceExclusion {
    ExclusionId id;
    CaseFileId case_file;
    CasePersonId person;
    std::string service;       ///< code of the list "services"
    std::string service_name;  ///< "Acre House"; may be empty
    Date from_on;
    std::optional<Date> until_on;  ///< the last day; nothing: until it is ended
    Date review_on;
    std::string reason;
    std::string warnings;  ///< given before, and what followed
    std::optional<AccountId> made_by;
    std::optional<Date> ended_on;
    std::string end_reason;

    bool is_in_force(Date on) const {
        return from_on <= on && (!until_on || on <= *until_on) && (!ended_on || on < *ended_on);
    }
};

/// Every problem at once: no reason, a last day before the first, a review in the past, after the last day or
/// after `latest_review`.
Expected<Done> check_exclusion(ServiceExclusion const& exclusion, Date today, Date latest_review);

}  // namespace doorstep::domain::people
