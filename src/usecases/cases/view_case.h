#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/work/work_item.h"
#include "storage/events.h"
#include "storage/people.h"
#include "usecases/context.h"

namespace doorstep::usecases::cases {

/// One line of the chronology, its words already chosen.
struct TimelineItem {
    std::int64_t sequence = 0;
    Instant at;
    std::string kind;  ///< name of the event kind
    std::string heading;
    std::string by;
    std::string audience;                                    ///< "Resident", "Partners", "Staff only"
    std::vector<std::pair<std::string, std::string>> facts;  ///< label and value
    std::string said;                                        ///< free text
};

/// The case overview (C09), as this viewer may see it.
struct CaseView {
    domain::cases::CaseFile file;
    std::string owner_name;
    std::string housing_officer_name;
    std::string category_label;
    std::string area_name;
    std::string address_line;
    std::vector<storage::people::PersonOnCase> people;  ///< empty for those who may not see protected details
    std::vector<domain::work::WorkItem> to_do;          ///< open, in order of their day
    std::vector<TimelineItem> timeline;                 ///< newest first
    std::optional<std::int64_t> older;                  ///< for the link to older events
    bool may_work = false;
    bool may_close = false;
    bool may_assess = false;
    bool may_restrict = false;
};

struct TimelineFilter {
    std::optional<std::int64_t> before;
    std::optional<domain::events::Group> group;
    int limit = 30;
};
Expected<CaseView> view_case(Context& context, std::string_view reference, TimelineFilter const& filter);

}  // namespace doorstep::usecases::cases
