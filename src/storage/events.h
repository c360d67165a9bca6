#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/access/viewer.h"
#include "storage/sql/database.h"

/// Append-only events in hash chains (docs/adr/2026-11-21-event-chains.md).
///
/// hash = SHA-256 of: the hash before it, sequence, moment, kind, actor, door, subject, SHA-256 of the
/// redacted detail, SHA-256 of the detail; each on a line of its own. Both forms of the detail are covered,
/// so that the personal one can be removed later and the chain still holds.
namespace doorstep::storage::events {

enum class ChainKind { case_file, report, account, settings };
constexpr auto enum_names(ChainKind) {
    return std::array{EnumName{ChainKind::case_file, "case", "Case"},
                      EnumName{ChainKind::report, "report", "Report"},
                      EnumName{ChainKind::account, "account", "Account"},
                      EnumName{ChainKind::settings, "settings", "Settings"}};
}

/// Which chain: the id of a case, report or account, or the name of a group of settings.
struct Chain {
    ChainKind kind;
    std::string id;
};

struct NewEvent {
    Instant at;
    std::string_view kind;
    std::optional<AccountId> actor;
    std::string actor_name;
    domain::access::Door door;
    std::string subject;  ///< id of the record it is about
    std::string detail;   ///< JSON of domain::events::Detail
};

struct StoredEvent {
    std::string chain_id;
    std::int64_t sequence = 0;
    Instant at;
    Date on_day;
    std::string kind;
    std::optional<AccountId> actor;
    std::string actor_name;
    domain::access::Door door{};
    std::string subject;
    std::optional<std::string> detail;  ///< nothing once redacted
    std::optional<std::string> redacted;
    std::optional<std::string> detail_hash;
    std::string hash;

    /// The detail, or what redaction left of it.
    std::string const& shown() const { return detail ? *detail : *redacted; }
};

/// Appends to the chain, holding it until the transaction ends: two writers never fork a chain.
void append(sql::Write& tx, Chain const& chain, NewEvent const& event);

/// A page of a chain, newest first, before `before` (a sequence) when given. `kinds` as a list of names,
/// empty for all.
std::vector<StoredEvent> newest(sql::Read& tx, std::string_view chain_id, std::optional<std::int64_t> before,
                                std::vector<std::string> const& kinds, int limit);
/// The same page as `newest`, with what a chronology shows of each event and nothing else. The views end with
/// the call of `reader`. A page of thirty costs half of what whole events do.
struct ShownEvent {
    std::int64_t sequence = 0;
    Instant at;
    std::string_view kind;
    std::string_view actor_name;
    std::string_view door;
    std::string_view detail;  ///< or what redaction left of it
};
void each_newest(sql::Read& tx, std::string_view chain_id, std::optional<std::int64_t> before,
                 std::vector<std::string> const& kinds, int limit,
                 std::function<void(ShownEvent const&)> const& reader);
std::int64_t length(sql::Read& tx, std::string_view chain_id);

/// Removes the personal form of every event of a chain, keeping its hash. For retention rules and erasure.
/// The caller records an event about it, as about any change: chronologies kept by their newest event's hash
/// go.
int redact_chain(sql::Write& tx, std::string_view chain_id);

/// Seals the heads of all chains changed since the last checkpoint. Returns how many chains it covers.
int make_checkpoint(sql::Write& tx, Instant now);

/// Something wrong: where, and what, in a sentence.
struct Finding {
    std::string chain_id;
    std::int64_t sequence = 0;
    std::string what;
};
struct Verification {
    std::int64_t events = 0;
    std::int64_t chains = 0;
    std::int64_t checkpoints = 0;
    std::vector<Finding> findings;
};
/// Recomputes every hash: finds altered, missing and reordered events, chains that do not match their head,
/// and heads that do not match a checkpoint. `progress` gets the number of events done.
Verification verify(sql::Read& tx, std::function<void(std::int64_t)> const& progress = {});

}  // namespace doorstep::storage::events
