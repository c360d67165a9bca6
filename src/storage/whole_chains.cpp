#include "storage/whole_chains.h"

#include "base/assert.h"
#include "base/text.h"
#include "domain/events/detail.h"
#include "storage/event_hashes.h"

namespace doorstep::storage::events {
namespace {

sql::Query const insert_chain{"whole_chains.insert_chain", R"sql(
    INSERT INTO event_chain (chain_id, kind, length, head_hash, changed_at)
    VALUES (:chain, :kind, :length, :head_hash, :at)
)sql"};

sql::Query const insert_event{"whole_chains.insert_event", R"sql(
    INSERT INTO event (chain_id, sequence, at, on_day, kind, actor_id, actor_name, door, subject_id, detail, hash)
    VALUES (:chain, :sequence, :at, :on_day, :kind, :actor, :actor_name, :door, :subject, :detail, :hash)
)sql"};

}  // namespace

void seal(WholeChain& chain) {
    chain.hashes.clear();
    chain.hashes.reserve(chain.events.size());
    std::string previous;
    for (auto const& event : chain.events) {
        auto const redacted = domain::events::redact(event.detail);
        auto const detail_hash = text::sha256_hex(event.detail);
        auto const redacted_hash = redacted == event.detail ? detail_hash : text::sha256_hex(redacted);
        previous = hash_of(previous, {.sequence = static_cast<std::int64_t>(chain.hashes.size()) + 1,
                                      .at = event.at,
                                      .kind = event.kind,
                                      .actor = event.actor ? event.actor->text() : std::string_view{},
                                      .actor_name = event.actor_name,
                                      .door = name_of(event.door),
                                      .subject = event.subject,
                                      .redacted_hash = redacted_hash,
                                      .detail_hash = detail_hash});
        chain.hashes.push_back(previous);
    }
}

void insert(sql::Write& tx, WholeChain const& chain) {
    DOORSTEP_ASSERT(!chain.events.empty() && chain.hashes.size() == chain.events.size(),
                    "a chain that is written whole is sealed");
    tx.run(insert_chain, {{"chain", chain.chain.id},
                          {"kind", chain.chain.kind},
                          {"length", chain.events.size()},
                          {"head_hash", chain.hashes.back()},
                          {"at", chain.events.back().at}});
    for (std::size_t n = 0; n < chain.events.size(); ++n) {
        auto const& event = chain.events[n];
        tx.run(insert_event, {{"chain", chain.chain.id},
                              {"sequence", n + 1},
                              {"at", event.at},
                              {"on_day", london_date(event.at)},
                              {"kind", event.kind},
                              {"actor", event.actor},
                              {"actor_name", event.actor_name},
                              {"door", event.door},
                              {"subject", event.subject},
                              {"detail", event.detail},
                              {"hash", chain.hashes[n]}});
    }
}

}  // namespace doorstep::storage::events
