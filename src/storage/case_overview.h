#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/ids.h"
#include "storage/cases.h"
#include "storage/legal_orders.h"
#include "storage/sql/database.h"

/// What the pages of one case show around their own content, each in one statement.
namespace doorstep::storage::cases {

/// How much there is behind each section of a case, for its navigation.
struct SectionCounts {
    int people = 0;  ///< still part of the case
    int incidents = 0;
    int files = 0;
    int unread_files = 0;
    int assessments = 0;
    int contacts = 0;
    int actions = 0;
    int open_tasks = 0;
};
SectionCounts section_counts(sql::Read& tx, CaseFileId id);

/// The same, with the words behind the case's ids: the two things every overview needs.
struct OverviewFacts {
    CaseLabels labels;
    SectionCounts counts;
    std::string
        history_head;  ///< hash of the newest event: it changes with every event, and with nothing else
    std::optional<legal_orders::OrderInForce> order;  ///< the newest that is in force
    int orders_in_force = 0;
};
OverviewFacts overview_facts(sql::Read& tx, CaseFileId id, Instant now);

/// Outside services that a step of the case went to, each once, by name.
std::vector<std::string> partners(sql::Read& tx, CaseFileId id);

/// A report on the case, or something told to another body before (M-115).
struct TimedComplaint {
    Date made_on;
    std::optional<Date> behaviour_on;
};
std::vector<TimedComplaint> complaints(sql::Read& tx, CaseFileId id);

}  // namespace doorstep::storage::cases
