#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/files/received_file.h"
#include "domain/people/people.h"
#include "domain/triage/decision.h"
#include "storage/case_list.h"
#include "storage/reports.h"
#include "usecases/context.h"
#include "usecases/messages/acknowledgement.h"
#include "usecases/orders/possible_breaches.h"

namespace doorstep::usecases::triage {

/// A report as those who decide see it (C04).
struct ReportView {
    storage::reports::ListedReport listed;
    std::vector<std::string> kinds;  ///< labels, the first chosen first
    std::string channel;
    std::optional<domain::people::SafeContact> safe_contact;
    messages::Acknowledgement acknowledgement;
    std::vector<domain::messages::Message> to_tell;  ///< what somebody has to tell whoever reported
    bool may_tell = false;
    std::vector<domain::files::ReceivedFile> files;
    std::vector<storage::reports::ListedReport> at_place;  ///< other reports of its postcode, newest first
    bool more_at_place = false;
    std::vector<storage::reports::ListedReport> of_reporter;      ///< others by the same person, where known
    std::vector<storage::case_list::ListedCase> open_cases_here;  ///< at its address, that the viewer may see
    std::vector<orders::PossibleBreach> possible_breaches;        ///< orders that it may have broken
    std::optional<domain::triage::Decision> decision;
    std::string decided_by;
    std::string signpost;      ///< label of the service it was passed to
    std::string duplicate_of;  ///< reference of the other report, where it is a duplicate
    bool may_decide = false;
    bool may_restrict = false;
    bool looked_at_by_me = false;
    bool looked_at_by_another = false;
};

/// At most twelve statements. The view is logged.
Expected<ReportView> view_report(Context& context, ReportId id);

}  // namespace doorstep::usecases::triage
