#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/files/received_file.h"
#include "domain/people/people.h"
#include "domain/reports/report.h"
#include "usecases/context.h"

namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::reports {

/// A report as it arrives, by whatever way: web, telephone, note, import, API.
struct SendReport {
    /// What was told, its channel and language. The rest is filled in: id, reference, state, dates, who took
    /// it, flags from its kinds, postcode and area from the address. `received_on` left at 1 January 1970
    /// means today; a letter or a loaded row brings its own day.
    domain::reports::Report report;
    std::optional<domain::people::SafeContact> safe_contact;
    /// The unfinished report it was: its files come along, and it cannot be sent again.
    std::optional<DraftId> draft;
    /// Files that came without a draft, already in the vault.
    std::vector<domain::files::ReceivedFile> files;
    /// Seen the page "someone else can help" and reported all the same: moves published figures.
    bool was_signposted = false;
    /// Which notice of rights was shown or read out, and its version; empty for none (M-82).
    std::string rights_shown;
};

struct ReportSent {
    ReportId id;
    std::string reference;
    Date first_contact_by;
    std::optional<AccountId> officer;  ///< whose work it is; nothing: the team's
    bool was_there = false;            ///< the same press, draft or imported row had made it already
};

/// Takes a report in: one transaction, first contact promised by the standard of its day (high risk when
/// there is danger or self-harm, or for its kind: risk/taken_as_high.h), into triage for the officer its
/// place and kind belong to, `report-received` on its own chain. Anonymous reporters and unknown people
/// complained about are as good as any. Refused: what domain::reports::check_report refuses; a kind that is
/// not in use; a channel the viewer may not take. The public may report online only.
Expected<ReportSent> send_report(Context& context, SendReport const& input);

/// The same inside a change under way, for loads of many rows. Does not ask for permission.
Expected<ReportSent> put_report(Change& change, Settings const& settings, SendReport const& input);

}  // namespace doorstep::usecases::reports
