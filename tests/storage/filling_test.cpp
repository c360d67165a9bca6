#include "storage/filling.h"

#include "domain/events/detail.h"
#include "storage/events.h"
#include "storage/sql/filling.h"
#include "storage/storage_test.h"
#include "storage/whole_chains.h"

namespace doorstep::storage {
namespace {

sql::Query const insert_filled{"test.insert_filled", R"sql(
    INSERT INTO filled (name, amount, share, kept, note) VALUES (:name, :amount, :share, :kept, CAST(:note AS TEXT))
    ON CONFLICT (name) DO UPDATE SET amount = excluded.amount
)sql"};
sql::Query const count_filled{"test.count_filled", "SELECT count(*) FROM filled"};
sql::Query const select_filled{"test.select_filled",
                               "SELECT amount, share, kept, note FROM filled WHERE name = :name"};

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

TEST_P(Filling, writes_rows_as_they_would_be_written_one_by_one) {
    database().run_script(
        "CREATE TABLE filled (name TEXT PRIMARY KEY, amount BIGINT NOT NULL, share DOUBLE PRECISION, "
        "kept BOOLEAN NOT NULL, note TEXT)");
    auto const location = database().location();
    int const rows = engine() == sql::Engine::sqlite ? 20'000 : 700;
    auto const write = [](sql::Write& tx, int number, int amount) {
        tx.run(insert_filled, {{"name", "row " + std::to_string(number)},
                               {"amount", amount},
                               {"share", number / 4.0},
                               {"kept", number % 2 == 0},
                               {"note", number == 3 ? std::nullopt : std::optional<std::string>("it's")}});
    };
    close();
    {
        auto const filled = sql::open_database_to_fill(location);
        filled->write([&](sql::Write& tx) {
            for (int n = 0; n < rows; ++n) write(tx, n, n);
            EXPECT_EQ(tx.value<int>(count_filled), rows) << "what waits is written before it is read";
            write(tx, 5, -5);
        });
    }
    open();
    database().read([&](sql::Read& tx) {
        EXPECT_EQ(tx.value<int>(count_filled), rows);
        auto const read = [&](std::string const& name) {
            return *tx.one(select_filled, {{"name", name}}, [](sql::Row& row) {
                std::tuple<int, double, bool, std::optional<std::string>> found;
                row.read(std::get<0>(found), std::get<1>(found), std::get<2>(found), std::get<3>(found));
                return found;
            });
        };
        EXPECT_EQ(read("row 3"), std::tuple(3, 0.75, false, std::nullopt));
        EXPECT_EQ(read("row 5"), std::tuple(-5, 1.25, false, std::optional<std::string>("it's")));
    });
}

TEST_P(Filling, says_what_could_not_be_written) {
    database().run_script(
        "CREATE TABLE filled (name TEXT PRIMARY KEY, amount BIGINT NOT NULL, share REAL, "
        "kept BOOLEAN, note TEXT CHECK (note <> 'wrong'))");
    auto const location = database().location();
    close();
    {
        auto const filled = sql::open_database_to_fill(location);
        EXPECT_THROW(filled->write([&](sql::Write& tx) {
            for (auto const* note : {"right", "wrong", "right"})
                tx.run(insert_filled, {{"name", std::string(note) + "!"},
                                       {"amount", 1},
                                       {"share", std::nullopt},
                                       {"kept", true},
                                       {"note", note}});
        }),
                     StorageError);
    }
    open();
}

TEST_P(Filling, makes_every_index_again_that_was_taken_away) {
    auto const before = names_of_indexes();
    EXPECT_EQ(names_of_indexes(), before);
    bool const on_sqlite = database().read([](sql::Read& tx) { return tx.engine() == sql::Engine::sqlite; });
    EXPECT_EQ(before.empty(), !on_sqlite);
}

}  // namespace
}  // namespace doorstep::storage
