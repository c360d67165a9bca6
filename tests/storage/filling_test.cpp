#include "storage/filling.h"

#include "domain/events/detail.h"
#include "storage/events.h"
#include "storage/storage_test.h"
#include "storage/whole_chains.h"

namespace doorstep::storage {
namespace {

class Filling : public test::OnBothDatabases {
  protected:
    static events::NewEvent event(int number) {
        return {
            .at = Instant::parse_iso("2026-06-10T09:00:00Z")->plus_seconds(number),
            .kind = "note-added",
            .actor = {},
            .actor_name = "Dana Okafor",
            .door = domain::access::Door::web,
            .subject = "s",
            .detail = domain::events::Detail().set("number", number).personal("note", "It was loud").json()};
    }
    std::vector<std::string> hashes_of(std::string const& chain) {
        return database().read([&](sql::Read& tx) {
            std::vector<std::string> hashes;
            for (auto const& stored : events::newest(tx, chain, {}, {}, 100)) hashes.push_back(stored.hash);
            return hashes;
        });
    }
    std::vector<std::string> names_of_indexes() {
        auto const statements = filling::take_away_indexes(database());
        filling::make_indexes(database(), statements);
        return statements;
    }
};
DOORSTEP_ON_BOTH_DATABASES(Filling);

TEST_P(Filling, writes_a_whole_chain_as_if_it_had_been_appended) {
    events::Chain const chain{events::ChainKind::case_file, "018f4e6a-7b1c-7d2e-8f30-000000000001"};
    events::WholeChain whole{chain, {}, {}};
    for (int n = 1; n <= 5; ++n) {
        whole.events.push_back(event(n));
        database().write([&](sql::Write& tx) { events::append(tx, chain, event(n)); });
    }
    auto const appended = hashes_of(chain.id);
    ASSERT_EQ(appended.size(), 5u);
    database().run_script("DELETE FROM event; DELETE FROM event_chain;");
    events::seal(whole);
    database().write([&](sql::Write& tx) { events::insert(tx, whole); });
    EXPECT_EQ(hashes_of(chain.id), appended);
    auto const verified = database().read([](sql::Read& tx) { return events::verify(tx); });
    EXPECT_EQ(verified.events, 5);
    EXPECT_TRUE(verified.findings.empty());
    database().write([&](sql::Write& tx) { events::append(tx, chain, event(6)); });
    EXPECT_TRUE(database().read([](sql::Read& tx) { return events::verify(tx); }).findings.empty());
}

TEST_P(Filling, makes_every_index_again_that_was_taken_away) {
    auto const before = names_of_indexes();
    EXPECT_EQ(names_of_indexes(), before);
    bool const on_sqlite = database().read([](sql::Read& tx) { return tx.engine() == sql::Engine::sqlite; });
    EXPECT_EQ(before.empty(), !on_sqlite);
}

}  // namespace
}  // namespace doorstep::storage
