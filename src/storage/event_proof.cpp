#include "storage/event_proof.h"

#include "storage/event_hashes.h"

namespace doorstep::storage::events {
namespace {

sql::Query const select_head{"events.head",
                             "SELECT length, head_hash FROM event_chain WHERE chain_id = :chain"};

sql::Query const select_chain{"events.of_chain", "SELECT " EVENT_COLUMNS R"sql(
    FROM event WHERE chain_id = :chain ORDER BY sequence
)sql"};

sql::Query const select_last_seal{"events.last_seal", R"sql(
    SELECT k.sequence, c.at, k.length, k.head_hash, e.hash
    FROM checkpoint_chain k
    JOIN checkpoint c ON c.sequence = k.sequence
    LEFT JOIN event e ON e.chain_id = k.chain_id AND e.sequence = k.length
    WHERE k.chain_id = :chain ORDER BY k.sequence DESC LIMIT 1
)sql"};

void check_seal(sql::Read& tx, std::string_view chain_id, ChainProof& proof) {
    tx.each(select_last_seal, {{"chain", chain_id}}, [&](sql::Row& row) {
        ChainProof::Sealed sealed;
        std::string hash_then;
        std::optional<std::string> hash_now;
        row.read(sealed.checkpoint, sealed.at, sealed.length, hash_then, hash_now);
        if (hash_now != hash_then)
            proof.findings.push_back({std::string(chain_id), sealed.length,
                                      "Event " + std::to_string(sealed.length) +
                                          " is not the one sealed by checkpoint " +
                                          std::to_string(sealed.checkpoint)});
        proof.sealed = sealed;
    });
}

}  // namespace

ChainProof prove(sql::Read& tx, std::string_view chain_id) {
    ChainProof proof;
    auto const finding = [&](std::int64_t at, std::string what) {
        proof.findings.push_back({std::string(chain_id), at, std::move(what)});
    };
    tx.each(select_head, {{"chain", chain_id}},
            [&](sql::Row& row) { row.read(proof.length, proof.head_hash); });
    std::string previous;
    std::int64_t sequence = 0;
    tx.each(select_chain, {{"chain", chain_id}}, [&](sql::Row& row) {
        auto const event = read_event(row);
        if (event.sequence != sequence + 1)
            finding(sequence + 1, "Events are missing before event " + std::to_string(event.sequence));
        else if (hash_of_stored(previous, event) != event.hash)
            finding(event.sequence,
                    "Event " + std::to_string(event.sequence) + " was altered, or put in another's place");
        sequence = event.sequence;
        previous = event.hash;
        ++proof.verified;
    });
    if (sequence < proof.length)
        finding(sequence, "The last events are missing: there should be " + std::to_string(proof.length));
    else if (previous != proof.head_hash)
        finding(sequence, "The head of the chain does not match its last event");
    check_seal(tx, chain_id, proof);
    return proof;
}

}  // namespace doorstep::storage::events
