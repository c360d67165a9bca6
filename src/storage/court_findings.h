#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/orders/possession.h"
#include "storage/sql/database.h"

/// What courts found about a household, and appeals.
namespace doorstep::storage::court_findings {

using domain::orders::CourtAppeal;
using domain::orders::CourtFinding;

void insert(sql::Write& tx, CourtFinding const& finding);
void insert(sql::Write& tx, CourtAppeal const& appeal);
/// Its end. False when someone else changed it first.
bool update(sql::Write& tx, CourtAppeal const& appeal);
/// What on file can open a condition: a closure order of the case, what a court made of a breach of its
/// injunction or criminal behaviour order, or a finding; with its last appeal.
struct PossessionEvent {
    /// Of the action ("closure", "injunction", "criminal-behaviour-order"), or of the finding.
    std::string kind;
    std::string subject;                ///< id of the order, the breach or the finding
    std::optional<LegalOrderId> order;  ///< none of a finding
    std::optional<LegalActionId> action;
    Date on;  ///< the order was made, or the court found it
    std::optional<Instant> from_at;
    std::optional<Instant> stops_at;  ///< of a closure order
    bool participation = false;       ///< the clause asks to take part in something
    bool requirement = false;         ///< the clause is no prohibition
    std::optional<CourtFinding> finding;
    std::optional<CourtAppeal> appeal;
    /// Where possession of the case is worked on, and when a notice of it was last served.
    std::optional<LegalActionId> possession;
    std::optional<Instant> notice_served_at;
};
/// In order of their day. One statement.
std::vector<PossessionEvent> events_of_case(sql::Read& tx, CaseFileId file);

/// The newest legal action for possession that goes on.
std::optional<LegalActionId> possession_of_case(sql::Read& tx, CaseFileId file);

}  // namespace doorstep::storage::court_findings
