#pragma once

#include "base/expected.h"
#include "domain/people/people.h"
#include "domain/reports/report.h"

namespace doorstep::domain::reports {

/// What a report must have depends on how it came: someone asked in person or on a form says how to reach
/// them safely; a row of another system and a note from a visit may not know.
enum class Ask { how_to_reach_them, nothing_about_them };

struct ReportFacts {
    Date today;
    std::optional<people::SafeContact> safe_contact;
    Ask ask = Ask::how_to_reach_them;
};

/// Every problem at once, by the form's field names.
/// (1) There are words on what happened. (2) It was not received, and did not happen, in the future; an
/// earlier telling neither. (3) There is a safe way of reaching the reporter, or "I will contact you"; a way
/// that is allowed comes with its number or address. A report without a name is as good as another (M-64).
Expected<Done> check_report(Report const& report, ReportFacts const& facts);

/// What the kinds of a report say of it, from the dated list of case types.
struct KindFacts {
    bool is_hate = false;        ///< counts as hate-related
    bool is_restricted = false;  ///< handled by named people only
};
/// Sets hate and the restricted queue from kinds and motives; never takes away what somebody has set.
void set_flags(Report& report, std::vector<KindFacts> const& kinds);

}  // namespace doorstep::domain::reports
