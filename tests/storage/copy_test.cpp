#include "storage/copy.h"

#include <fmt/core.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "storage/backup.h"
#include "storage/migrator.h"
#include "storage/storage_test.h"

namespace doorstep {
namespace {

namespace sql = storage::sql;
using sql::Engine;
using sql::Write;

FixedClock const copy_clock{*Instant::parse_iso("2026-11-22T03:00:00Z")};

/// Awkward values of every kind: quotes, tabs, line ends, backslashes, nothing, and numbers that no short
/// text tells.
constexpr char const* awkward_rows = R"(
INSERT INTO site (key, value) VALUES ('plain', 'words'), ('empty', ''), ('quotes', 'it''s "so"'),
    ('marks', 'a\b\N\t' || 'é ' || '🏠'), ('lines', 'one
two	three');
INSERT INTO address (id, uprn, line, town, postcode, search_line, kind, is_ours, tenure, easting, northing, latitude,
    longitude, position_accuracy)
VALUES ('a1', NULL, 'Flat 1', 'Milton Keynes', 'MK9 1AA', 'flat 1', 'home', TRUE, '', 485123.1, 0.1, 52.04172, -0.75583,
    'postcode'),
    ('a2', '100', 'Flat 2', '', '', '', 'home', FALSE, '', NULL, NULL, NULL, -1e-300, 'none');
INSERT INTO reference_counter (kind, year, next_number) VALUES ('case', 2026, 9007199254740993), ('case', 2025, -1))";

class CopyDatabase : public ::testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        test::require_engine(Engine::postgres);
        if (IsSkipped() || HasFatalFailure()) return;
        source_ = test::fresh_database(GetParam());
        source_->database().run_script(awkward_rows);
    }
    std::string from() { return source_->database().location(); }
    std::string new_file(char const* name) const { return (folder_.path() / name).string(); }
    /// Somewhere of the other engine.
    std::string other_side() {
        if (GetParam() == Engine::postgres) return new_file("other.db");
        target_ = test::empty_database(Engine::postgres);
        auto const location = target_->database().location();
        target_->close();
        return location;
    }
    std::string side(Engine engine) {
        if (engine == Engine::sqlite) return new_file("back.db");
        third_ = test::empty_database(Engine::postgres);
        auto const location = third_->database().location();
        third_->close();
        return location;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<test::FreshDatabase> source_, target_, third_;
};
INSTANTIATE_TEST_SUITE_P(from, CopyDatabase, ::testing::Values(Engine::sqlite, Engine::postgres),
                         test::engine_test_name);

TEST_P(CopyDatabase, there_and_back_has_the_same_content) {
    auto const there = other_side();
    auto const first = storage::copy_database(from(), there, copy_clock);
    auto const second = storage::copy_database(there, side(GetParam()), copy_clock);
    EXPECT_EQ(first.content_hash, second.content_hash);
    EXPECT_EQ(first.rows, 9);
    EXPECT_GT(first.tables.size(), 50U);
    EXPECT_TRUE(storage::check(*sql::open_database(there, {.create = false})).empty());
}

TEST_P(CopyDatabase, leaves_every_index_and_link_in_place) {
    auto const there = other_side();
    storage::copy_database(from(), there, copy_clock);
    auto const database = sql::open_database(there, {.create = false});
    // A link to nothing, and the same open piece of work twice.
    EXPECT_THROW(
        database->run_script("INSERT INTO account_role (account_id, role) VALUES ('nobody', 'manager')"),
        StorageError);
    std::string const work =
        "INSERT INTO work_item (id, kind, subject_id, due_on, high_risk, created_at) VALUES ('{}', 'k', 's', "
        "'2026-11-22', FALSE, 1)";
    database->run_script(fmt::format(fmt::runtime(work), "1"));
    EXPECT_THROW(database->run_script(fmt::format(fmt::runtime(work), "2")), StorageError);
}

TEST_P(CopyDatabase, has_another_hash_when_one_value_differs) {
    auto const before = storage::copy_database(from(), other_side(), copy_clock);
    source_->database().run_script("UPDATE site SET value = 'Words' WHERE key = 'plain'");
    auto const after = storage::copy_database(from(), new_file("after.db"), copy_clock);
    EXPECT_NE(before.content_hash, after.content_hash);
    int changed = 0;
    for (std::size_t i = 0; i < before.tables.size(); ++i)
        if (before.tables[i].hash != after.tables[i].hash) ++changed;
    EXPECT_EQ(changed, 1);
}

TEST_P(CopyDatabase, refuses_a_target_that_holds_something_and_leaves_it_alone) {
    auto const there = other_side();
    auto const first = storage::copy_database(from(), there, copy_clock);
    EXPECT_EQ(test::kind_thrown_by([&] { storage::copy_database(from(), there, copy_clock); }),
              FailureKind::refused);
    EXPECT_EQ(storage::copy_database(there, side(GetParam()), copy_clock).content_hash, first.content_hash);
}

TEST_P(CopyDatabase, refuses_a_source_that_must_be_migrated_first) {
    source_->database().run_script("DELETE FROM schema_migration WHERE name LIKE '0011%'");
    EXPECT_EQ(test::kind_thrown_by([&] { storage::copy_database(from(), new_file("new.db"), copy_clock); }),
              FailureKind::wrong_version);
}

TEST_P(CopyDatabase, of_a_broken_link_is_refused_and_leaves_nothing) {
    test::without_foreign_keys(source_->database(),
                               "INSERT INTO account_role (account_id, role) VALUES ('nobody', 'x')");
    auto const there = other_side();
    EXPECT_THROW(storage::copy_database(from(), there, copy_clock), StorageError);
    if (GetParam() == Engine::postgres) {
        EXPECT_FALSE(std::filesystem::exists(there));
        EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
        return;
    }
    auto const database = sql::open_database(there);
    static sql::Query const count{"test.copy.count", "SELECT count(*) FROM site"};
    EXPECT_EQ(database->read([](auto& tx) { return tx.template value<int>(count); }), 0);
}

TEST_P(CopyDatabase, sees_one_moment_while_others_write) {
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int i = 0; !stop; ++i)
            source_->database().run_script(fmt::format(
                "INSERT INTO site (key, value) VALUES ('s{0}', 'x'); INSERT INTO team (id, name) VALUES "
                "('t{0}', 't{0}')",
                i));
    });
    auto const proof = storage::copy_database(from(), new_file("moment.db"), copy_clock);
    stop = true;
    writer.join();
    std::int64_t sites = 0;
    std::int64_t teams = 0;
    for (auto const& table : proof.tables) {
        if (table.table == "site") sites = table.rows;
        if (table.table == "team") teams = table.rows;
    }
    EXPECT_EQ(sites, teams + 5);
}

TEST_P(CopyDatabase, tells_how_far_it_is) {
    std::int64_t done = 0;
    std::int64_t total = -1;
    storage::copy_database(from(), new_file("told.db"), copy_clock,
                           [&](std::int64_t now, std::int64_t all) { done = now, total = all; });
    EXPECT_EQ(done, 18);
    EXPECT_EQ(total, 18);
}

}  // namespace
}  // namespace doorstep
