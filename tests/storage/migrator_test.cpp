#include "storage/migrator.h"

#include <set>
#include <thread>

#include "base/embedded.h"
#include "storage/storage_test.h"

namespace doorstep {
namespace {

namespace sql = storage::sql;
using sql::Query;
using sql::Read;
using storage::migrate;
using storage::Migration;
using storage::migration_state;

Query const select_rows{"test.migrator.rows", "SELECT name FROM one ORDER BY name"};
Query const select_tables{
    "test.migrator.tables",
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"};
Query const select_times{"test.migrator.times", "SELECT applied_at FROM schema_migration"};

Migration both(std::string name, std::string text) { return {std::move(name), text, text}; }

std::vector<Migration> const one_and_two{
    both("0001_one", "CREATE TABLE one (name TEXT PRIMARY KEY NOT NULL);"),
    both("0002_two",
         "CREATE TABLE two (name TEXT);\n-- it's the second\n"
         "INSERT INTO one (name) VALUES ('from two');")};

class Migrator : public ::testing::TestWithParam<sql::Engine> {
  protected:
    void SetUp() override {
        test::require_engine(GetParam());
        if (!IsSkipped() && !HasFatalFailure()) empty_ = test::empty_database(GetParam());
    }
    sql::Database& database() { return empty_->database(); }
    auto migrate_to(std::vector<Migration> const& migrations) {
        return migrate(database(), clock_, migrations);
    }
    auto tables() {
        return database().read([](Read& tx) { return tx.values<std::string>(select_tables); });
    }

    FixedClock clock_{Instant::from_milliseconds(1'700'000'000'123)};
    std::unique_ptr<test::FreshDatabase> empty_;
};
DOORSTEP_ON_BOTH_DATABASES(Migrator);

TEST_P(Migrator, applies_everything_to_a_new_database) {
    auto const before = migration_state(database(), one_and_two);
    EXPECT_THAT(before.applied, testing::IsEmpty());
    EXPECT_THAT(before.pending, testing::ElementsAre("0001_one", "0002_two"));

    EXPECT_THAT(migrate_to(one_and_two), testing::ElementsAre("0001_one", "0002_two"));
    EXPECT_THAT(tables(), testing::ElementsAre("one", "schema_migration", "two"));
    EXPECT_TRUE(migration_state(database(), one_and_two).is_current());
    EXPECT_EQ(database().health().schema, "0002_two");
    EXPECT_THAT(database().read([](Read& tx) { return tx.values<Instant>(select_times); }),
                testing::Each(clock_.now()));
}

TEST_P(Migrator, does_nothing_the_second_time) {
    migrate_to(one_and_two);
    EXPECT_THAT(migrate_to(one_and_two), testing::IsEmpty());
    empty_->reopen();
    EXPECT_THAT(migrate_to(one_and_two), testing::IsEmpty());
}

TEST_P(Migrator, applies_only_what_is_new) {
    migrate_to({one_and_two[0]});
    EXPECT_THAT(migration_state(database(), one_and_two).pending, testing::ElementsAre("0002_two"));
    EXPECT_THAT(migrate_to(one_and_two), testing::ElementsAre("0002_two"));
}

TEST_P(Migrator, refuses_a_database_that_is_newer) {
    migrate_to(one_and_two);
    std::vector<Migration> const older{one_and_two[0]};
    EXPECT_THAT(migration_state(database(), older).unknown, testing::ElementsAre("0002_two"));
    EXPECT_EQ(test::kind_thrown_by([&] { migrate_to(older); }), FailureKind::wrong_version);
    EXPECT_THAT(test::words_thrown_by([&] { migrate_to(older); }), testing::HasSubstr("0002_two"));
}

TEST_P(Migrator, refuses_a_migration_that_was_altered) {
    migrate_to(one_and_two);
    auto altered = one_and_two;
    altered[0] = both("0001_one", "CREATE TABLE one (name TEXT, more TEXT)");
    EXPECT_THAT(migration_state(database(), altered).changed, testing::ElementsAre("0001_one"));
    EXPECT_EQ(test::kind_thrown_by([&] { migrate_to(altered); }), FailureKind::wrong_version);
}

TEST_P(Migrator, undoes_all_of_a_migration_that_fails) {
    auto broken = one_and_two;
    broken.push_back(both("0003_three",
                          "CREATE TABLE three (name TEXT); INSERT INTO three VALUES ('a'); "
                          "INSERT INTO nowhere VALUES (1);"));
    auto const words = test::words_thrown_by([&] { migrate_to(broken); });
    EXPECT_THAT(words, testing::StartsWith("Migration 0003_three: "));
    EXPECT_THAT(tables(), testing::ElementsAre("one", "schema_migration", "two"));
    EXPECT_THAT(migration_state(database(), broken).pending, testing::ElementsAre("0003_three"));
    EXPECT_THAT(database().read([](Read& tx) { return tx.values<std::string>(select_rows); }),
                testing::ElementsAre("from two"));
}

TEST_P(Migrator, uses_the_text_of_its_engine) {
    migrate_to({{"0001_pair", "CREATE TABLE for_sqlite (a TEXT)", "CREATE TABLE for_postgres (a TEXT)"}});
    auto const expected = GetParam() == sql::Engine::sqlite ? "for_sqlite" : "for_postgres";
    EXPECT_THAT(tables(), testing::UnorderedElementsAre(expected, "schema_migration"));
}

TEST_P(Migrator, may_be_started_by_several_at_once) {
    std::vector<Migration> many;
    for (char name = 'a'; name <= 'j'; ++name)
        many.push_back(
            both(std::string("0001_") + name, std::string("CREATE TABLE t_") + name + " (a TEXT)"));
    std::mutex mutex;
    std::multiset<std::string> applied;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            auto const mine = migrate_to(many);
            std::lock_guard const lock(mutex);
            applied.insert(mine.begin(), mine.end());
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(applied.size(), many.size());
    EXPECT_TRUE(migration_state(database(), many).is_current());
}

TEST_P(Migrator, applies_the_migrations_of_this_program) {
    migrate(database(), clock_);
    EXPECT_TRUE(migration_state(database()).is_current());
}

TEST(Migrations, are_named_in_order_and_end_with_head) {
    auto const& migrations = storage::embedded_migrations();
    ASSERT_FALSE(migrations.empty());
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        auto const number = std::to_string(i + 1);
        EXPECT_THAT(migrations[i].name,
                    testing::StartsWith(std::string(4 - number.size(), '0') + number + "_"));
        EXPECT_THAT(migrations[i].name, testing::MatchesRegex("[0-9a-z_]+"));
        EXPECT_FALSE(migrations[i].sqlite.empty()) << migrations[i].name;
        EXPECT_FALSE(migrations[i].postgres.empty()) << migrations[i].name;
    }
    auto const head = embedded_file("migrations/HEAD");
    ASSERT_TRUE(head.has_value());
    EXPECT_EQ(head->content, migrations.back().name + "\n");
}

TEST(BackupBeforeMigration, is_made_only_of_a_sqlite_database_with_data_and_something_pending) {
    test::TemporaryFolder const folder;
    FixedClock const clock{*Instant::parse_iso("2026-11-21T20:07:00Z")};
    auto const fresh = test::fresh_sqlite();
    EXPECT_EQ(storage::backup_before_migration(**fresh, folder.path(), clock), std::nullopt);

    auto const last = storage::embedded_migrations().back().name;
    fresh->database().run_script("DELETE FROM schema_migration WHERE name = '" + last + "'");
    if (storage::embedded_migrations().size() == 1)
        fresh->database().run_script("INSERT INTO schema_migration VALUES ('0000_old', 'x', 0)");
    auto const path = storage::backup_before_migration(**fresh, folder.path() / "backups", clock);
    EXPECT_EQ(path, folder.path() / "backups" / ("before-" + last + "-20261121T200700.000Z.db"));
    EXPECT_TRUE(std::filesystem::exists(*path));

    auto const empty = test::empty_database(sql::Engine::sqlite);
    EXPECT_EQ(storage::backup_before_migration(**empty, folder.path(), clock), std::nullopt);
}

}  // namespace
}  // namespace doorstep
