#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/people/people.h"
#include "domain/triage/match.h"
#include "storage/case_list.h"
#include "storage/person_search.h"
#include "storage/reports.h"
#include "usecases/context.h"

namespace doorstep::usecases::triage {

using domain::triage::Reason;

/// Somebody we hold who may be the person that reported.
struct LikelyReporter {
    PersonId id;
    std::string name;
    std::string address;
    std::vector<Reason> reasons;
    std::vector<storage::person_search::PartInCase> parts;  ///< in cases the viewer sees, newest first
};

struct MatchingCase {
    storage::case_list::ListedCase listed;
    std::vector<Reason> reasons;
    std::string because;  ///< who or what is the same, in a few words: "Ana Silva, complainant"
};

struct MatchingReport {
    storage::reports::ListedReport listed;
    std::vector<Reason> reasons;
};

/// What the report may be the same as (C05), the strongest first. Only what the viewer may see.
struct MatchesView {
    storage::reports::ListedReport report;
    std::vector<MatchingCase> cases;
    std::vector<MatchingReport> reports;
    bool may_decide = false;
};

/// At most ten statements. Shown to those who see triage; cases only as far as their own scope goes.
Expected<MatchesView> find_matches(Context& context, ReportId id);

/// People who may be the reporter: the same telephone number or e-mail address, or a name that is alike.
/// Empty for those who may not see people, and for an anonymous report that left no number. Three statements
/// at most.
std::vector<LikelyReporter> likely_reporters(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                             domain::reports::Report const& report,
                                             std::optional<domain::people::SafeContact> const& safe_contact);

/// The safe contact of a report; nothing when none was given.
std::optional<domain::people::SafeContact> safe_contact_of(storage::sql::Read& tx,
                                                           domain::reports::Report const& report);

}  // namespace doorstep::usecases::triage
