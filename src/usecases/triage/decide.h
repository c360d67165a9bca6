#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/link.h"
#include "domain/triage/decision.h"
#include "storage/reports.h"
#include "usecases/context.h"
#include "usecases/triage/find_matches.h"

namespace doorstep::usecases::triage {

/// The answers of the decision page (C06). Those that belong to another path are not looked at.
struct DecideReport {
    ReportId report;
    std::int64_t version = 0;  ///< as the form saw it
    std::optional<bool> is_asb;
    domain::triage::Path path{};
    // Open a case
    std::string kind;
    std::string closer_kind;
    std::string title;               ///< empty: kind and place
    std::optional<AccountId> owner;  ///< nothing: whoever deals with this kind here
    std::string complained_about;    ///< name, where it is known
    std::string complained_about_described;
    std::string linked_case;  ///< reference of a case that belongs together with the new one
    std::optional<domain::cases::LinkKind> link_kind;
    // The other paths
    std::string case_reference;
    std::optional<domain::triage::EverydayNoiseStep> step;
    std::string signpost;
    std::string duplicate_of;  ///< reference of the other report
    // Always
    std::optional<PersonId> reporter;  ///< somebody we hold, chosen from the suggestions
    std::string reason;
    std::string explanation;
};

struct ReportDecided {
    domain::triage::Path path{};
    std::string case_reference;  ///< the case it is in now; empty for the other paths
    std::string owner_name;
    std::optional<Date> first_contact_by;
    bool can_be_told = false;     ///< somebody reported it who can be reached
    bool to_be_told = false;      ///< nothing can be written to them: a colleague is asked to tell them
    bool letter_written = false;  ///< the explanation is in the outbox; nobody needs to be told by hand
};

/// Settles a report (M-66, M-67): one decision for ever, with its reason and what the resident is told, and
/// the report is in exactly one state from then on. Opening a case or adding to one puts the reporter on it
/// with a clock from the day of the report, gives it the report's files, and asks for the complainant to be
/// told. On the other paths the explanation goes to the outbox, by the way the reporter said is safe.
/// Refused: what domain::triage::check_decision refuses; a kind, owner, case or report that cannot be; a
/// closed case; a report that was settled or changed meanwhile ("report-settled", "changed-meanwhile").
Expected<ReportDecided> decide_report(Context& context, DecideReport const& input);

struct OwnerChoice {
    AccountId id;
    std::string name;
    std::string why;  ///< "Officer of this area"; empty for those no rule names
};

/// What the decision page shows and lets one choose from.
struct DecisionForm {
    storage::reports::ListedReport listed;
    bool can_be_told = false;
    std::string safe_contact;         ///< in words; empty when none was given
    std::vector<OwnerChoice> owners;  ///< those a rule names first
    std::optional<AccountId> suggested_owner;
    std::vector<LikelyReporter> reporters;
    std::string conflict_with;  ///< a name in the report that is like the viewer's own
};

/// At most eleven statements.
Expected<DecisionForm> view_decision_form(Context& context, ReportId id);

}  // namespace doorstep::usecases::triage
