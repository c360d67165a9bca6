#include "storage/events.h"

#include <atomic>
#include <thread>

#include "domain/events/detail.h"
#include "storage/event_proof.h"
#include "storage/storage_test.h"

namespace doorstep::storage {
namespace {

using domain::events::Detail;
using events::Chain;
using events::ChainKind;

Chain const first_case{ChainKind::case_file, "018f4e6a-7b1c-7d2e-8f30-000000000001"};
Chain const other_case{ChainKind::case_file, "018f4e6a-7b1c-7d2e-8f30-000000000002"};

class Events : public test::OnBothDatabases {
  protected:
    Instant now = *Instant::parse_iso("2026-06-10T09:00:00Z");

    void append(sql::Write& tx, Chain const& chain, std::string const& said) {
        now = now.plus_seconds(1);
        events::append(tx, chain,
                       {.at = now,
                        .kind = "note-added",
                        .actor = {},
                        .actor_name = "Dana Okafor",
                        .door = domain::access::Door::web,
                        .subject = "s",
                        .detail = Detail().set("number", 1).personal("note", said).json()});
    }
    void append(Chain const& chain, int count) {
        for (int n = 1; n <= count; ++n)
            database().write([&](sql::Write& tx) { append(tx, chain, "Note " + std::to_string(n)); });
    }
    events::Verification verify() {
        return database().read([](sql::Read& tx) { return events::verify(tx); });
    }
    std::vector<std::string> findings() {
        std::vector<std::string> words;
        for (auto const& finding : verify().findings)
            words.push_back(std::to_string(finding.sequence) + ": " + finding.what);
        return words;
    }
    events::ChainProof prove(Chain const& chain) {
        return database().read([&](sql::Read& tx) { return events::prove(tx, chain.id); });
    }
    void tamper(std::string const& script) { test::without_foreign_keys(database(), script); }
    int seal() {
        now = now.plus_seconds(60);
        return database().write([&](sql::Write& tx) { return events::make_checkpoint(tx, now); });
    }
};
DOORSTEP_ON_BOTH_DATABASES(Events);

std::string where(Chain const& chain, int sequence) {
    return " WHERE chain_id = '" + chain.id + "' AND sequence = " + std::to_string(sequence);
}

TEST_P(Events, number_from_one_without_a_gap_and_come_newest_first) {
    append(first_case, 3);
    append(other_case, 1);
    auto const found = database().read(
        [](sql::Read& tx) { return events::newest(tx, first_case.id, std::nullopt, {}, 10); });
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].sequence, 3);
    EXPECT_EQ(found[2].sequence, 1);
    EXPECT_NE(found[0].hash, found[1].hash);
    EXPECT_EQ(database().read([](sql::Read& tx) { return events::length(tx, other_case.id); }), 1);
    EXPECT_TRUE(findings().empty());
    EXPECT_EQ(verify().events, 4);
    EXPECT_EQ(verify().chains, 2);
}

TEST_P(Events, shown_in_a_chronology_are_the_same_as_whole_ones) {
    append(first_case, 4);
    std::vector<std::string> shown;
    auto const read_into = [&](std::optional<std::int64_t> before, std::vector<std::string> const& kinds) {
        shown.clear();
        database().read([&](sql::Read& tx) {
            events::each_newest(tx, first_case.id, before, kinds, 2, [&](events::ShownEvent const& event) {
                shown.push_back(std::to_string(event.sequence) + std::string(event.detail));
            });
        });
    };
    read_into(std::nullopt, {});
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0], R"(4{"number":1,"note":{"p":"Note 4"}})");
    read_into(3, {"note-added"});
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].front(), '2');
    read_into(std::nullopt, {"contact-recorded"});
    EXPECT_TRUE(shown.empty());
}

TEST_P(Events, of_many_writers_at_once_never_fork_a_chain) {
    constexpr int writers = 4;
    constexpr int each = 12;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    auto const at = now;
    for (int n = 0; n < writers; ++n)
        threads.emplace_back([&, n] {
            for (int i = 0; i < each; ++i) try {
                    database().write([&](sql::Write& tx) {
                        events::append(tx, i % 2 == 0 ? first_case : other_case,
                                       {.at = at,
                                        .kind = "note-added",
                                        .actor = {},
                                        .actor_name = "Writer " + std::to_string(n),
                                        .door = domain::access::Door::web,
                                        .subject = "s",
                                        .detail = Detail().set("n", i).json()});
                    });
                } catch (StorageError const&) {
                    ++failures;
                }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(failures, 0);
    EXPECT_TRUE(findings().empty());
    EXPECT_EQ(prove(first_case).length, writers * each / 2);
    EXPECT_EQ(verify().events, writers * each);
}

TEST_P(Events, undone_with_their_transaction_leave_the_chain_as_it_was) {
    append(first_case, 2);
    database().write([&](sql::Write& tx) -> Expected<Done> {
        append(tx, first_case, "Refused after all");
        return refuse(RefusalKind::invalid, "no", "No");
    });
    EXPECT_EQ(prove(first_case).length, 2);
    EXPECT_TRUE(findings().empty());
}

TEST_P(Events, that_were_altered_are_found) {
    append(first_case, 3);
    tamper("UPDATE event SET detail = '{\"number\":1,\"note\":{\"p\":\"Another note\"}}'" +
           where(first_case, 2));
    EXPECT_EQ(findings(), std::vector<std::string>{"2: This event was altered, or put in another's place"});
    auto const proof = prove(first_case);
    EXPECT_FALSE(proof.is_whole());
    EXPECT_EQ(proof.findings.size(), 1U);
}

TEST_P(Events, whose_detail_is_none_any_more_or_whose_day_was_moved_are_found) {
    append(first_case, 3);
    tamper("UPDATE event SET detail = '{\"a\":f'" + where(first_case, 2));
    EXPECT_EQ(findings(), std::vector<std::string>{"2: This event was altered, or put in another's place"});
    tamper("UPDATE event SET on_day = '2020-01-01'" + where(first_case, 3));
    EXPECT_EQ(findings().size(), 2U);
    EXPECT_NO_THROW(prove(first_case));
}

TEST_P(Events, whose_actor_or_moment_was_altered_are_found) {
    append(first_case, 3);
    append(other_case, 3);
    tamper("UPDATE event SET actor_name = 'Somebody else'" + where(first_case, 1));
    tamper("UPDATE event SET at = at + 1" + where(other_case, 3));
    EXPECT_EQ(findings().size(), 2U);
}

TEST_P(Events, whose_hash_was_altered_are_found_with_the_one_after) {
    append(first_case, 3);
    tamper("UPDATE event SET hash = '" + std::string(64, 'a') + "'" + where(first_case, 2));
    EXPECT_EQ(findings(), (std::vector<std::string>{"2: This event was altered, or put in another's place",
                                                    "3: This event was altered, or put in another's place"}));
}

TEST_P(Events, missing_from_the_middle_are_found) {
    append(first_case, 5);
    tamper("DELETE FROM event" + where(first_case, 3));
    EXPECT_EQ(findings(), std::vector<std::string>{"3: Event 3 is missing"});
    EXPECT_FALSE(prove(first_case).is_whole());
}

TEST_P(Events, missing_from_the_end_are_found) {
    append(first_case, 3);
    tamper("DELETE FROM event" + where(first_case, 3));
    EXPECT_EQ(findings(),
              std::vector<std::string>{"2: The chain should have 3 events: its last ones are missing"});
    EXPECT_FALSE(prove(first_case).is_whole());
}

TEST_P(Events, missing_altogether_are_found) {
    append(first_case, 2);
    append(other_case, 2);
    tamper("DELETE FROM event WHERE chain_id = '" + first_case.id + "'");
    EXPECT_EQ(findings(), std::vector<std::string>{"2: All events of this chain are missing"});
}

TEST_P(Events, that_changed_places_are_found) {
    append(first_case, 3);
    tamper("UPDATE event SET sequence = 100" + where(first_case, 2) + "; UPDATE event SET sequence = 2" +
           where(first_case, 3) + "; UPDATE event SET sequence = 3" + where(first_case, 100));
    EXPECT_EQ(findings().size(), 3U);  // both, and the head
}

TEST_P(Events, cut_off_with_their_head_put_right_are_found_by_the_checkpoint) {
    append(first_case, 3);
    EXPECT_EQ(seal(), 1);
    tamper("DELETE FROM event" + where(first_case, 3) +
           "; UPDATE event_chain SET length = 2, head_hash = (SELECT hash FROM event" + where(first_case, 2) +
           ") WHERE chain_id = '" + first_case.id + "'");
    EXPECT_EQ(findings(), std::vector<std::string>{"1: Event 3 is not the one sealed by checkpoint 1"});
    EXPECT_FALSE(prove(first_case).is_whole());
}

TEST_P(Events, sealed_by_a_checkpoint_that_was_altered_are_found) {
    append(first_case, 2);
    append(other_case, 2);
    EXPECT_EQ(seal(), 2);
    EXPECT_TRUE(findings().empty());
    tamper("UPDATE checkpoint_chain SET length = 1 WHERE chain_id = '" + first_case.id + "'");
    EXPECT_EQ(findings().size(), 2U);  // the event it points to, and the list it was sealed with
    EXPECT_EQ(verify().checkpoints, 1);
}

TEST_P(Events, sealed_twice_keep_checkpoints_in_a_chain_of_their_own) {
    append(first_case, 1);
    EXPECT_EQ(seal(), 1);
    EXPECT_EQ(seal(), 0) << "nothing changed since";
    append(first_case, 1);
    EXPECT_EQ(seal(), 1);
    EXPECT_TRUE(findings().empty());
    tamper("UPDATE checkpoint SET digest = '" + std::string(64, 'b') + "' WHERE sequence = 1");
    EXPECT_FALSE(findings().empty());
}

TEST_P(Events, missing_a_checkpoint_is_found) {
    append(first_case, 1);
    seal();
    append(first_case, 1);
    seal();
    tamper("DELETE FROM checkpoint_chain WHERE sequence = 1; DELETE FROM checkpoint WHERE sequence = 1");
    EXPECT_EQ(findings().front(), "2: Checkpoint 1 is missing");
}

TEST_P(Events, keep_their_chain_whole_when_personal_words_are_removed) {
    append(first_case, 3);
    append(other_case, 1);
    seal();
    auto const before = prove(first_case);
    EXPECT_EQ(database().write([](sql::Write& tx) { return events::redact_chain(tx, first_case.id); }), 3);
    EXPECT_TRUE(findings().empty());
    EXPECT_EQ(prove(first_case).head_hash, before.head_hash);
    auto const found =
        database().read([](sql::Read& tx) { return events::newest(tx, first_case.id, std::nullopt, {}, 1); });
    EXPECT_EQ(found[0].shown(), R"({"number":1,"note":{"p":null}})");
    EXPECT_FALSE(found[0].detail);
    append(first_case, 1);
    EXPECT_TRUE(findings().empty());
    EXPECT_EQ(database().write([](sql::Write& tx) { return events::redact_chain(tx, first_case.id); }), 1);
}

TEST_P(Events, redacted_and_then_altered_are_still_found) {
    append(first_case, 2);
    database().write([](sql::Write& tx) { return events::redact_chain(tx, first_case.id); });
    tamper("UPDATE event SET redacted = '{\"number\":2,\"note\":{\"p\":null}}'" + where(first_case, 1));
    EXPECT_EQ(findings().size(), 1U);
}

TEST_P(Events, prove_their_chain_with_its_head_and_last_seal) {
    append(first_case, 2);
    seal();
    append(first_case, 1);
    auto const proof = prove(first_case);
    EXPECT_TRUE(proof.is_whole());
    EXPECT_EQ(proof.length, 3);
    EXPECT_EQ(proof.verified, 3);
    EXPECT_EQ(proof.head_hash.size(), 64U);
    ASSERT_TRUE(proof.sealed);
    EXPECT_EQ(proof.sealed->length, 2);
    EXPECT_EQ(proof.sealed->checkpoint, 1);
    auto const nothing = prove(other_case);
    EXPECT_EQ(nothing.length, 0);
    EXPECT_TRUE(nothing.is_whole());
}

}  // namespace
}  // namespace doorstep::storage
