#include "storage/event_hashes.h"

#include <optional>
#include <stdexcept>

#include "base/text.h"
#include "domain/events/detail.h"

namespace doorstep::storage::events {

StoredEvent read_event(sql::Row& row) {
    StoredEvent e;
    row.read(e.chain_id, e.sequence, e.at, e.on_day, e.kind, e.actor, e.actor_name, e.door, e.subject,
             e.detail, e.redacted, e.detail_hash, e.hash);
    return e;
}

std::string hash_of(std::string_view previous, Hashed const& event) {
    std::string lines;
    lines.reserve(400);
    auto const line = [&](std::string_view value) {
        lines += value;
        lines += '\n';
    };
    line(previous);
    line(std::to_string(event.sequence));
    line(std::to_string(event.at.milliseconds()));
    line(event.kind);
    line(event.actor);
    line(event.actor_name);
    line(event.door);
    line(event.subject);
    line(event.redacted_hash);
    line(event.detail_hash);
    return text::sha256_hex(lines);
}

namespace {

/// What redaction would leave; nothing when the detail is none any more: somebody altered it.
std::optional<std::string> redacted_form(StoredEvent const& event) {
    if (!event.detail) return event.redacted.value_or("");
    try {
        return domain::events::redact(*event.detail);
    } catch (std::invalid_argument const&) {
        return std::nullopt;
    }
}

}  // namespace

std::string hash_of_stored(std::string_view previous, StoredEvent const& event) {
    // The day is kept for finding events by it, and follows from the moment.
    if (event.on_day != london_date(event.at)) return {};
    auto const redacted = redacted_form(event);
    if (!redacted) return {};
    auto const detail_hash = event.detail ? text::sha256_hex(*event.detail) : event.detail_hash.value_or("");
    return hash_of(previous, {.sequence = event.sequence,
                              .at = event.at,
                              .kind = event.kind,
                              .actor = event.actor ? event.actor->text() : std::string_view{},
                              .actor_name = event.actor_name,
                              .door = name_of(event.door),
                              .subject = event.subject,
                              .redacted_hash = text::sha256_hex(*redacted),
                              .detail_hash = detail_hash});
}

}  // namespace doorstep::storage::events
