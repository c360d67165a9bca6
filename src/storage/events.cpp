#include "storage/events.h"

#include "base/text.h"
#include "domain/events/detail.h"
#include "storage/event_hashes.h"

namespace doorstep::storage::events {
namespace {

sql::Query const lengthen_chain{"events.lengthen_chain", R"sql(
    UPDATE event_chain SET length = length + 1, changed_at = :at WHERE chain_id = :chain RETURNING length, head_hash
)sql"};

sql::Query const start_chain{"events.start_chain", R"sql(
    INSERT INTO event_chain (chain_id, kind, length, head_hash, changed_at) VALUES (:chain, :kind, 1, '', :at)
)sql"};

sql::Query const insert_event{"events.insert", R"sql(
    INSERT INTO event (chain_id, sequence, at, on_day, kind, actor_id, actor_name, door, subject_id, detail, hash)
    VALUES (:chain, :sequence, :at, :on_day, :kind, :actor, :actor_name, :door, :subject, :detail, :hash)
)sql"};

sql::Query const set_head{"events.set_head", R"sql(
    UPDATE event_chain SET head_hash = :hash WHERE chain_id = :chain
)sql"};

sql::Query const select_newest{"events.newest", "SELECT " EVENT_COLUMNS R"sql(
    FROM event WHERE chain_id = :chain AND sequence < :before ORDER BY sequence DESC LIMIT :limit
)sql"};

sql::Query const select_newest_of_kinds{"events.newest_of_kinds", "SELECT " EVENT_COLUMNS R"sql(
    FROM event WHERE chain_id = :chain AND sequence < :before AND kind {in:kinds} ORDER BY sequence DESC LIMIT :limit
)sql"};

#define SHOWN_COLUMNS "sequence, at, kind, actor_name, door, coalesce(detail, redacted)"

sql::Query const select_shown{"events.shown", "SELECT " SHOWN_COLUMNS R"sql(
    FROM event WHERE chain_id = :chain AND sequence < :before ORDER BY sequence DESC LIMIT :limit
)sql"};

sql::Query const select_shown_of_kinds{"events.shown_of_kinds", "SELECT " SHOWN_COLUMNS R"sql(
    FROM event WHERE chain_id = :chain AND sequence < :before AND kind {in:kinds} ORDER BY sequence DESC LIMIT :limit
)sql"};

sql::Query const select_all{"events.all", "SELECT " EVENT_COLUMNS R"sql(
    FROM event WHERE (chain_id, sequence) > (:chain, :sequence) ORDER BY chain_id, sequence LIMIT 5000
)sql"};

sql::Query const select_length{"events.length", "SELECT length FROM event_chain WHERE chain_id = :chain"};

sql::Query const select_unredacted{"events.unredacted", R"sql(
    SELECT sequence, detail FROM event WHERE chain_id = :chain AND detail IS NOT NULL ORDER BY sequence
)sql"};

sql::Query const set_redacted{"events.set_redacted", R"sql(
    UPDATE event SET detail = NULL, redacted = :redacted, detail_hash = :detail_hash
    WHERE chain_id = :chain AND sequence = :sequence
)sql"};

sql::Query const last_checkpoint{"events.last_checkpoint", R"sql(
    SELECT sequence, at, hash FROM checkpoint ORDER BY sequence DESC LIMIT 1
)sql"};

sql::Query const changed_chains{"events.changed_chains", R"sql(
    SELECT c.chain_id, c.length, c.head_hash FROM event_chain c
    WHERE c.changed_at >= :since AND NOT EXISTS (
        SELECT 1 FROM checkpoint_chain k WHERE k.chain_id = c.chain_id AND k.length = c.length)
    ORDER BY c.chain_id
)sql"};

sql::Query const insert_checkpoint{"events.insert_checkpoint", R"sql(
    INSERT INTO checkpoint (sequence, at, chains, digest, hash) VALUES (:sequence, :at, :chains, :digest, :hash)
)sql"};

sql::Query const insert_checkpoint_chain{"events.insert_checkpoint_chain", R"sql(
    INSERT INTO checkpoint_chain (sequence, chain_id, length, head_hash) VALUES (:sequence, :chain, :length, :head_hash)
)sql"};

sql::Query const all_heads{"events.all_heads", R"sql(
    SELECT chain_id, length, head_hash FROM event_chain WHERE chain_id > :after ORDER BY chain_id LIMIT 5000
)sql"};

sql::Query const all_checkpoints{"events.all_checkpoints", R"sql(
    SELECT sequence, at, chains, digest, hash FROM checkpoint ORDER BY sequence
)sql"};

sql::Query const chains_of_checkpoint{"events.chains_of_checkpoint", R"sql(
    SELECT k.chain_id, k.length, k.head_hash, e.hash
    FROM checkpoint_chain k LEFT JOIN event e ON e.chain_id = k.chain_id AND e.sequence = k.length
    WHERE k.sequence = :sequence ORDER BY k.chain_id
)sql"};

struct ChainHead {
    std::string chain_id;
    std::int64_t length = 0;
    std::string hash;
};

ChainHead read_head(sql::Row& row) {
    ChainHead head;
    row.read(head.chain_id, head.length, head.hash);
    return head;
}

std::string checkpoint_hash(std::string_view previous, std::int64_t sequence, Instant at,
                            std::string_view digest) {
    std::string lines{previous};
    lines += '\n' + std::to_string(sequence) + '\n' + std::to_string(at.milliseconds()) + '\n';
    lines += digest;
    return text::sha256_hex(lines);
}

void add_to_digest(std::string& lines, ChainHead const& head) {
    lines += head.chain_id + ' ' + std::to_string(head.length) + ' ' + head.hash + '\n';
}

}  // namespace

void append(sql::Write& tx, Chain const& chain, NewEvent const& event) {
    struct Head {
        std::int64_t length;
        std::string hash;
    };
    auto head = tx.one(lengthen_chain, {{"at", event.at}, {"chain", chain.id}}, [](sql::Row& row) {
        Head found;
        row.read(found.length, found.hash);
        return found;
    });
    if (!head) {
        tx.run(start_chain, {{"chain", chain.id}, {"kind", chain.kind}, {"at", event.at}});
        head = Head{1, ""};
    }

    auto const redacted_hash = text::sha256_hex(domain::events::redact(event.detail));
    auto const detail_hash = text::sha256_hex(event.detail);
    auto const hash = hash_of(head->hash, {.sequence = head->length,
                                           .at = event.at,
                                           .kind = event.kind,
                                           .actor = event.actor ? event.actor->text() : std::string_view{},
                                           .actor_name = event.actor_name,
                                           .door = name_of(event.door),
                                           .subject = event.subject,
                                           .redacted_hash = redacted_hash,
                                           .detail_hash = detail_hash});
    tx.run(insert_event, {{"chain", chain.id},
                          {"sequence", head->length},
                          {"at", event.at},
                          {"on_day", london_date(event.at)},
                          {"kind", event.kind},
                          {"actor", event.actor},
                          {"actor_name", event.actor_name},
                          {"door", event.door},
                          {"subject", event.subject},
                          {"detail", event.detail},
                          {"hash", hash}});
    tx.run(set_head, {{"hash", hash}, {"chain", chain.id}});
}

namespace {

/// Above every sequence.
constexpr std::int64_t past_the_newest = std::int64_t{1} << 62;

}  // namespace

void each_newest(sql::Read& tx, std::string_view chain_id, std::optional<std::int64_t> before,
                 std::vector<std::string> const& kinds, int limit,
                 std::function<void(ShownEvent const&)> const& reader) {
    auto const below = before.value_or(past_the_newest);
    auto const read_row = [&](sql::Row& row) {
        reader({.sequence = row.integer(0),
                .at = Instant::from_milliseconds(row.integer(1)),
                .kind = row.text(2),
                .actor_name = row.text(3),
                .door = row.text(4),
                .detail = row.text(5)});
    };
    if (kinds.empty())
        return tx.each(select_shown, {{"chain", chain_id}, {"before", below}, {"limit", limit}}, read_row);
    auto const list = sql::json_list(kinds);
    tx.each(select_shown_of_kinds,
            {{"chain", chain_id}, {"before", below}, {"kinds", list}, {"limit", limit}}, read_row);
}

std::vector<StoredEvent> newest(sql::Read& tx, std::string_view chain_id, std::optional<std::int64_t> before,
                                std::vector<std::string> const& kinds, int limit) {
    auto const below = before.value_or(past_the_newest);
    if (kinds.empty())
        return tx.all(select_newest, {{"chain", chain_id}, {"before", below}, {"limit", limit}}, read_event);
    auto const list = sql::json_list(kinds);
    return tx.all(select_newest_of_kinds,
                  {{"chain", chain_id}, {"before", below}, {"kinds", list}, {"limit", limit}}, read_event);
}

std::int64_t length(sql::Read& tx, std::string_view chain_id) {
    return tx.value<std::int64_t>(select_length, {{"chain", chain_id}}).value_or(0);
}

int redact_chain(sql::Write& tx, std::string_view chain_id) {
    struct Unredacted {
        std::int64_t sequence;
        std::string detail;
    };
    auto const events = tx.all(select_unredacted, {{"chain", chain_id}}, [](sql::Row& row) {
        Unredacted event;
        row.read(event.sequence, event.detail);
        return event;
    });
    for (auto const& event : events)
        tx.run(set_redacted, {{"redacted", domain::events::redact(event.detail)},
                              {"detail_hash", text::sha256_hex(event.detail)},
                              {"chain", chain_id},
                              {"sequence", event.sequence}});
    return static_cast<int>(events.size());
}

int make_checkpoint(sql::Write& tx, Instant now) {
    struct Last {
        std::int64_t sequence = 0;
        Instant at;
        std::string hash;
    };
    auto const last = tx.one(last_checkpoint, {}, [](sql::Row& row) {
                            Last found;
                            row.read(found.sequence, found.at, found.hash);
                            return found;
                        }).value_or(Last{});
    // A minute back, because a transaction that began before the last checkpoint may have committed after it.
    auto const heads = tx.all(changed_chains, {{"since", last.at.plus_seconds(-60)}}, read_head);
    if (heads.empty()) return 0;

    std::string lines;
    for (auto const& head : heads) add_to_digest(lines, head);
    auto const digest = text::sha256_hex(lines);
    auto const sequence = last.sequence + 1;
    tx.run(insert_checkpoint, {{"sequence", sequence},
                               {"at", now},
                               {"chains", static_cast<std::int64_t>(heads.size())},
                               {"digest", digest},
                               {"hash", checkpoint_hash(last.hash, sequence, now, digest)}});
    for (auto const& head : heads)
        tx.run(insert_checkpoint_chain, {{"sequence", sequence},
                                         {"chain", head.chain_id},
                                         {"length", head.length},
                                         {"head_hash", head.hash}});
    return static_cast<int>(heads.size());
}

namespace {

void verify_chains(sql::Read& tx, Verification& result, std::function<void(std::int64_t)> const& progress) {
    std::string chain_id;
    std::int64_t sequence = 0;
    std::string previous_hash;
    ChainHead head;
    std::vector<ChainHead> heads;
    std::size_t next_head = 0;

    auto const finding = [&](std::string const& chain, std::int64_t at, std::string what) {
        result.findings.push_back({chain, at, std::move(what)});
    };
    auto const advance_head = [&]() -> bool {
        if (next_head == heads.size()) {
            heads = tx.all(all_heads, {{"after", head.chain_id}}, read_head);
            next_head = 0;
            if (heads.empty()) return false;
        }
        head = heads[next_head++];
        ++result.chains;
        return true;
    };
    bool has_head = advance_head();
    auto const end_chain = [&] {
        if (chain_id.empty()) return;
        // Heads come in the same order as events: one before this chain has no events at all.
        for (; has_head && head.chain_id < chain_id; has_head = advance_head())
            finding(head.chain_id, head.length, "All events of this chain are missing");
        if (!has_head || head.chain_id != chain_id) {
            finding(chain_id, sequence, "This chain has events but no head");
            return;
        }
        if (head.length != sequence)
            finding(chain_id, sequence,
                    "The chain should have " + std::to_string(head.length) +
                        " events: its last ones are missing");
        else if (head.hash != previous_hash)
            finding(chain_id, sequence, "The head of the chain does not match its last event");
        has_head = advance_head();
    };

    std::string after_chain;
    std::int64_t after_sequence = 0;
    while (true) {
        auto const events =
            tx.all(select_all, {{"chain", after_chain}, {"sequence", after_sequence}}, read_event);
        if (events.empty()) break;
        for (auto const& event : events) {
            if (event.chain_id != chain_id) {
                end_chain();
                chain_id = event.chain_id;
                sequence = 0;
                previous_hash.clear();
            }
            if (event.sequence != sequence + 1)
                finding(chain_id, sequence + 1,
                        event.sequence == sequence + 2
                            ? "Event " + std::to_string(sequence + 1) + " is missing"
                            : "Events " + std::to_string(sequence + 1) + " to " +
                                  std::to_string(event.sequence - 1) + " are missing");
            else if (hash_of_stored(previous_hash, event) != event.hash)
                finding(chain_id, event.sequence, "This event was altered, or put in another's place");
            sequence = event.sequence;
            previous_hash = event.hash;
            ++result.events;
        }
        after_chain = events.back().chain_id;
        after_sequence = events.back().sequence;
        if (progress) progress(result.events);
    }
    end_chain();
    for (; has_head; has_head = advance_head())
        finding(head.chain_id, head.length, "All events of this chain are missing");
}

void verify_checkpoints(sql::Read& tx, Verification& result) {
    struct Stored {
        std::int64_t sequence;
        Instant at;
        std::int64_t chains;
        std::string digest;
        std::string hash;
    };
    auto const checkpoints = tx.all(all_checkpoints, {}, [](sql::Row& row) {
        Stored found;
        row.read(found.sequence, found.at, found.chains, found.digest, found.hash);
        return found;
    });
    std::string previous;
    std::int64_t expected = 1;
    for (auto const& checkpoint : checkpoints) {
        auto const finding = [&](std::string const& chain, std::string what) {
            result.findings.push_back({chain, checkpoint.sequence, std::move(what)});
        };
        if (checkpoint.sequence != expected)
            finding("checkpoint", "Checkpoint " + std::to_string(expected) + " is missing");
        else if (checkpoint_hash(previous, checkpoint.sequence, checkpoint.at, checkpoint.digest) !=
                 checkpoint.hash)
            finding("checkpoint", "This checkpoint was altered");
        std::string lines;
        std::int64_t chains = 0;
        tx.each(chains_of_checkpoint, {{"sequence", checkpoint.sequence}}, [&](sql::Row& row) {
            ChainHead head;
            std::optional<std::string> hash_now;
            row.read(head.chain_id, head.length, head.hash, hash_now);
            if (hash_now != head.hash)
                finding(head.chain_id, "Event " + std::to_string(head.length) +
                                           " is not the one sealed by checkpoint " +
                                           std::to_string(checkpoint.sequence));
            add_to_digest(lines, head);
            ++chains;
        });
        if (chains != checkpoint.chains || text::sha256_hex(lines) != checkpoint.digest)
            finding("checkpoint", "The list of chains of this checkpoint was altered");
        previous = checkpoint.hash;
        expected = checkpoint.sequence + 1;
        ++result.checkpoints;
    }
}

}  // namespace

Verification verify(sql::Read& tx, std::function<void(std::int64_t)> const& progress) {
    Verification result;
    verify_chains(tx, result, progress);
    verify_checkpoints(tx, result);
    return result;
}

}  // namespace doorstep::storage::events
