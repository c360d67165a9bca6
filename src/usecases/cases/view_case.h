#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/events/kinds.h"
#include "storage/case_links.h"
#include "storage/case_overview.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "usecases/cases/case_alerts.h"
#include "usecases/cases/timeline.h"
#include "usecases/context.h"

namespace doorstep::usecases::cases {

/// How the promise of a first contact to one complainant turned out (M-76).
struct FirstContact {
    enum class State { kept, missed, waiting, overdue };
    std::string name;  ///< of the complainant
    Date due_on;
    std::optional<Date> made_on;
    State state = State::waiting;
    int working_days = 0;  ///< to spare, late, left or overdue
};

/// Help with the right to a case review, never a bar to it.
struct ReviewCount {
    int complaints = 0;
    int needed = 0;
    std::string period_words;  ///< "6 months"
};

/// The case overview (C09), as this viewer may see it.
struct CaseView {
    domain::cases::CaseFile file;
    storage::cases::CaseLabels labels;
    storage::cases::SectionCounts counts;
    std::string category_label;
    std::vector<CaseAlert> alerts;
    std::vector<storage::people::PersonOnCase> people;  ///< empty for those who may not see protected details
    std::vector<storage::work_items::ListedItem> to_do;  ///< open, in order of their day
    std::vector<FirstContact> first_contacts;            ///< one for each complainant
    std::optional<ReviewCount> review;                   ///< nothing before the right existed
    std::vector<storage::cases::LinkedCase> links;       ///< those the viewer may see
    std::vector<std::string> partners;                   ///< services the case was referred to
    std::vector<TimelineItem> timeline;                  ///< newest first
    std::optional<std::int64_t> older;                   ///< for the link to older events
    std::string timeline_mark;       ///< the same mark and filter, the same chronology in the same words
    bool timeline_is_known = false;  ///< the caller has it by its mark: not read again, `timeline` is empty
    int due_soon_days = 0;           ///< what counts as due soon
    bool may_work = false;
    bool may_close = false;
    bool may_assess = false;
    bool may_plan = false;
    bool may_hand_over = false;
    bool may_restrict = false;
    bool may_see_history = false;
};

struct TimelineFilter {
    std::optional<std::int64_t> before;
    std::optional<domain::events::Group> group;
    int limit = 30;
    /// The mark of the chronology that the caller kept, if any. Events never change, so that one that stands
    /// as it did needs no reading.
    std::string known_mark;
};

Expected<CaseView> view_case(Context& context, std::string_view reference, TimelineFilter const& filter);

/// Every event of the case from the first on, for print: the same view with the whole timeline.
Expected<CaseView> view_whole_case(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::cases
