#include "storage/backup.h"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "storage/migrator.h"
#include "storage/storage_test.h"

namespace doorstep {
namespace {

namespace fs = std::filesystem;
namespace sql = storage::sql;
using sql::Engine;
using sql::Query;
using sql::Read;
using sql::Write;

Query const insert_fact{"test.backup.insert", "INSERT INTO site (key, value) VALUES (:key, :value)"};
Query const select_keys{"test.backup.keys", "SELECT key FROM site ORDER BY key"};
Query const count_facts{"test.backup.count", "SELECT count(*) FROM site"};

std::unique_ptr<sql::Database> open(std::string const& location) {
    return sql::open_database(location, {.create = false});
}

std::vector<std::string> keys_at(std::string const& location) {
    return open(location)->read([](Read& tx) { return tx.values<std::string>(select_keys); });
}

void insert(sql::Database& database, std::string const& key) {
    database.write([&](Write& tx) {
        tx.run(insert_fact, {{"key", key}, {"value", std::string(1000, 'v')}});
    });
}

void overwrite(fs::path const& file, std::streamoff from, std::size_t count) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(from);
    stream << std::string(count, '\x5a');
}

class Backup : public ::testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        test::require_engine(GetParam());
        if (IsSkipped() || HasFatalFailure()) return;
        fresh_ = test::fresh_database(GetParam());
        location_ = database().location();
    }
    sql::Database& database() { return fresh_->database(); }
    fs::path file(char const* name = "backup") const { return folder_.path() / name; }
    void restore(fs::path const& from) { storage::restore(location_, from, clock_); }
    /// What the server does before an administrator restores.
    void stop() { fresh_->close(); }

    FixedClock clock_{*Instant::parse_iso("2026-11-21T20:07:00Z")};
    test::TemporaryFolder folder_;
    std::unique_ptr<test::FreshDatabase> fresh_;
    std::string location_;
};
DOORSTEP_ON_BOTH_DATABASES(Backup);

TEST_P(Backup, brings_back_what_was_there) {
    insert(database(), "in the backup");
    storage::backup(database(), file());
    insert(database(), "after it");
    stop();
    restore(file());
    EXPECT_THAT(keys_at(location_), testing::ElementsAre("in the backup"));
    EXPECT_THAT(storage::check(*open(location_)), testing::IsEmpty());
}

TEST_P(Backup, goes_into_a_new_database) {
    insert(database(), "in the backup");
    storage::backup(database(), file());
    auto const empty = test::empty_database(GetParam());
    auto const location = empty->database().location();
    empty->close();
    storage::restore(location, file(), clock_);
    EXPECT_THAT(keys_at(location), testing::ElementsAre("in the backup"));
}

TEST_P(Backup, has_one_moment_while_others_write) {
    for (int i = 0; i < 500; ++i) insert(database(), "before" + std::to_string(i));
    std::atomic<bool> stop_writing = false;
    std::thread writer([&] {
        for (int i = 0; !stop_writing; ++i)
            database().write([&](Write& tx) {
                tx.run(insert_fact, {{"key", "a" + std::to_string(i)}, {"value", "1"}});
                tx.run(insert_fact, {{"key", "b" + std::to_string(i)}, {"value", "1"}});
            });
    });
    auto const backups = {"one", "two", "three"};
    for (auto const* const name : backups) storage::backup(database(), file(name));
    stop_writing = true;
    writer.join();
    auto const at_the_end = database().read([](Read& tx) { return tx.value<int>(count_facts); });
    stop();
    for (auto const* const name : backups) {
        restore(file(name));
        clock_.set(clock_.now().plus_seconds(1));
        auto const count = static_cast<int>(keys_at(location_).size());
        EXPECT_EQ(count % 2, 0);
        EXPECT_GE(count, 500);
        EXPECT_LE(count, at_the_end);
    }
}

TEST_P(Backup, tells_how_far_it_is) {
    for (int i = 0; i < 100; ++i) insert(database(), std::to_string(i));
    std::int64_t done = -1;
    std::int64_t total = -1;
    storage::backup(database(), file(), [&](std::int64_t now, std::int64_t all) { done = now, total = all; });
    EXPECT_GT(done, 0);
    EXPECT_GE(total, done);
}

TEST_P(Backup, does_not_replace_another) {
    storage::backup(database(), file());
    EXPECT_EQ(test::kind_thrown_by([&] { storage::backup(database(), file()); }), FailureKind::refused);
}

TEST_P(Backup, leaves_nothing_behind_when_it_fails) {
    auto const nowhere = folder_.path() / "no such folder" / "backup";
    EXPECT_THROW(storage::backup(database(), nowhere), StorageError);
    storage::backup(database(), file());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 1);
}

TEST_P(Backup, is_only_for_its_owner) {
    storage::backup(database(), file());
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_P(Backup, is_refused_when_it_is_damaged) {
    insert(database(), "kept");
    for (int i = 0; i < 50; ++i) insert(database(), std::to_string(i));
    storage::backup(database(), file());
    auto const size = fs::file_size(file());
    overwrite(file(), static_cast<std::streamoff>(size / 2), size / 2);
    stop();
    EXPECT_THROW(restore(file()), StorageError);
    EXPECT_THAT(keys_at(location_), testing::Contains("kept"));
}

TEST_P(Backup, is_refused_when_it_is_none) {
    insert(database(), "kept");
    stop();
    std::ofstream(file()) << std::string(20'000, 'n');
    EXPECT_EQ(test::kind_thrown_by([&] { restore(file()); }), FailureKind::corrupt);
    EXPECT_EQ(test::kind_thrown_by([&] { restore(file("absent")); }), FailureKind::refused);
    EXPECT_THAT(keys_at(location_), testing::ElementsAre("kept"));
}

TEST_P(Backup, is_refused_when_it_is_newer_than_the_program) {
    database().run_script(
        "INSERT INTO schema_migration (name, checksum, applied_at) VALUES ('9999_future', 'x', 0)");
    storage::backup(database(), file());
    database().run_script("DELETE FROM schema_migration WHERE name = '9999_future'");
    stop();
    EXPECT_EQ(test::kind_thrown_by([&] { restore(file()); }), FailureKind::wrong_version);
    EXPECT_TRUE(storage::migration_state(*open(location_)).is_current());
}

TEST_P(Backup, is_not_restored_under_a_running_server) {
    storage::backup(database(), file());
    insert(database(), "kept");
    EXPECT_EQ(test::kind_thrown_by([&] { restore(file()); }), FailureKind::retry);
    insert(database(), "still writing");
    EXPECT_THAT(keys_at(location_), testing::ElementsAre("kept", "still writing"));
}

TEST_P(Backup, check_finds_a_row_that_refers_to_nothing) {
    database().run_script("CREATE TABLE child (key TEXT NOT NULL REFERENCES site (key))");
    insert(database(), "parent");
    database().run_script("INSERT INTO child (key) VALUES ('parent')");
    EXPECT_THAT(storage::check(database()), testing::IsEmpty());
    test::without_foreign_keys(database(), "DELETE FROM site");
    auto const findings = storage::check(database());
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_THAT(findings[0].what, testing::AllOf(testing::HasSubstr("child"), testing::HasSubstr("site")));
}

TEST_P(Backup, check_tells_of_a_schema_that_is_not_this_programs) {
    database().run_script(
        "INSERT INTO schema_migration (name, checksum, applied_at) VALUES ('9999_future', 'x', 0)");
    database().run_script("UPDATE schema_migration SET checksum = 'y' WHERE name = '0001_foundation'");
    auto const findings = storage::check(database());
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_THAT(findings[0].what, testing::HasSubstr("9999_future"));
    EXPECT_THAT(findings[1].what, testing::HasSubstr("0001_foundation"));
}

class SqliteBackup : public ::testing::Test {
  protected:
    fs::path file(char const* name) const { return folder_.path() / name; }
    std::vector<fs::path> kept_beside(std::string const& location) {
        std::vector<fs::path> kept;
        for (auto const& entry : fs::directory_iterator(fs::path(location).parent_path()))
            if (entry.path().string().find(".before-restore-") != std::string::npos)
                kept.push_back(entry.path());
        return kept;
    }

    FixedClock clock_{*Instant::parse_iso("2026-11-21T20:07:00Z")};
    test::TemporaryFolder folder_;
    std::unique_ptr<test::FreshDatabase> fresh_ = test::fresh_sqlite();
};

TEST_F(SqliteBackup, the_file_that_was_replaced_is_kept) {
    auto const location = fresh_->database().location();
    storage::backup(**fresh_, file("backup"));
    insert(**fresh_, "only in the old one");
    fresh_->close();
    storage::restore(location, file("backup"), clock_);
    EXPECT_THAT(keys_at(location), testing::IsEmpty());
    EXPECT_THAT(kept_beside(location),
                testing::ElementsAre(location + ".before-restore-20261121T200700.000Z"));
    EXPECT_THAT(keys_at(kept_beside(location).front()), testing::ElementsAre("only in the old one"));
}

TEST_F(SqliteBackup, replaces_a_file_that_is_too_damaged_to_open) {
    auto const location = fresh_->database().location();
    insert(**fresh_, "in the backup");
    storage::backup(**fresh_, file("backup"));
    fresh_->close();
    overwrite(location, 0, 200);
    storage::restore(location, file("backup"), clock_);
    EXPECT_THAT(keys_at(location), testing::ElementsAre("in the backup"));
    EXPECT_EQ(kept_beside(location).size(), 1u);
}

TEST_F(SqliteBackup, restores_a_file_that_was_copied_with_its_log) {
    insert(**fresh_, "in the log");
    auto const location = fresh_->database().location();
    for (auto const* const ending : {"", "-wal"})
        fs::copy_file(location + ending, file("copy").string() + ending);
    auto const target = file("target.db").string();
    storage::restore(target, file("copy"), clock_);
    EXPECT_THAT(keys_at(target), testing::ElementsAre("in the log"));
}

TEST_F(SqliteBackup, takes_over_from_one_that_was_interrupted) {
    std::ofstream(file("backup.partial")) << "the rest of a backup that was killed";
    insert(**fresh_, "in the backup");
    storage::backup(**fresh_, file("backup"));
    EXPECT_THAT(keys_at(file("backup")), testing::ElementsAre("in the backup"));
    EXPECT_FALSE(fs::exists(file("backup.partial")));
}

TEST_F(SqliteBackup, check_finds_damage) {
    for (int i = 0; i < 300; ++i) insert(**fresh_, std::to_string(i));
    auto const location = fresh_->database().location();
    EXPECT_THAT(storage::check(**fresh_), testing::IsEmpty());
    fresh_->close();
    overwrite(location, 20 * 4096, 50);
    auto const damaged = open(location);
    auto const findings = storage::check(*damaged);
    ASSERT_FALSE(findings.empty());
    EXPECT_THAT(findings[0].what, testing::HasSubstr("damaged"));
    EXPECT_THROW(storage::backup(*damaged, file("backup")), StorageError);
}

/// A program named pg_dump that only notes how it was called.
class PostgresBackup : public ::testing::Test {
  protected:
    void SetUp() override {
        test::require_engine(Engine::postgres);
        path_ = std::getenv("PATH");
    }
    void TearDown() override { ::setenv("PATH", path_.c_str(), 1); }
    std::string words_of_backup(sql::Database& database) {
        return test::words_thrown_by([&] { storage::backup(database, folder_.path() / "backup"); });
    }

    test::TemporaryFolder folder_;
    std::string path_;
};

TEST_F(PostgresBackup, does_not_show_the_password) {
    if (IsSkipped()) return;
    auto const program = folder_.path() / "pg_dump";
    std::ofstream(program) << "#!/bin/sh\necho \"called with $*; password $PGPASSWORD\" >&2; exit 1\n";
    fs::permissions(program, fs::perms::owner_all);
    auto const fresh = test::fresh_postgres();
    auto url = fresh->database().location();
    auto const database = sql::open_postgres(url.insert(url.find('@'), ":se%20cret'"));
    ::setenv("PATH", (folder_.path().string() + ":" + path_).c_str(), 1);
    auto const words = words_of_backup(*database);
    EXPECT_THAT(words, testing::HasSubstr("dbname='doorstep_test_"));
    EXPECT_THAT(words, testing::EndsWith("; password se cret'"));
    EXPECT_THAT(words.substr(0, words.find("; password")), testing::Not(testing::HasSubstr("cret")));
}

TEST_F(PostgresBackup, says_what_to_install) {
    if (IsSkipped()) return;
    auto const fresh = test::fresh_postgres();
    ::setenv("PATH", folder_.path().c_str(), 1);
    EXPECT_EQ(words_of_backup(**fresh), "pg_dump is not installed: it is in the package postgresql-client");
}

TEST_F(PostgresBackup, does_not_go_over_tables_it_does_not_know) {
    if (IsSkipped()) return;
    auto const fresh = test::fresh_postgres();
    storage::backup(**fresh, folder_.path() / "backup");
    fresh->database().run_script("CREATE TABLE newer (a TEXT)");
    auto const location = fresh->database().location();
    fresh->close();
    auto const restore = [&] {
        storage::restore(location, folder_.path() / "backup", FixedClock(Instant::from_milliseconds(0)));
    };
    EXPECT_THAT(test::words_thrown_by(restore), testing::HasSubstr("newer"));
}

}  // namespace
}  // namespace doorstep
