#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "storage/storage_test.h"

namespace doorstep {
namespace {

namespace fs = std::filesystem;
namespace sql = storage::sql;
using sql::Query;
using sql::Read;
using sql::Write;

Query const insert_fact{"test.group.insert", "INSERT INTO site (key, value) VALUES (:key, :value)"};
Query const select_keys{"test.group.keys", "SELECT key FROM site ORDER BY key"};
Query const select_values{"test.group.values", "SELECT value FROM site ORDER BY rowid",
                          "SELECT value FROM site"};
Query const count_facts{"test.group.count", "SELECT count(*) FROM site"};

/// SQLite's one writer. `hold()` keeps it busy until `let_go()`, so that what is queued meanwhile is one
/// group.
class GroupCommit : public ::testing::Test {
  protected:
    sql::Database& database() { return fresh_->database(); }

    static void insert(Write& tx, std::string const& key, std::string const& value = "1") {
        tx.run(insert_fact, {{"key", key}, {"value", value}});
    }
    std::vector<std::string> keys() {
        return database().read([](Read& tx) { return tx.values<std::string>(select_keys); });
    }

    void hold() {
        held_ = std::thread([this] {
            database().write([this](Write&) {
                holding_ = true;
                holding_.notify_one();
                released_.wait(false);
            });
        });
        holding_.wait(false);
    }
    void let_go() {
        released_ = true;
        released_.notify_one();
        held_.join();
    }
    /// Queues work, and returns when it is in the queue.
    template <class Work>
    std::future<void> queue(Work work) {
        auto const before = database().health().waiting_writes;
        auto done = std::async(std::launch::async, [this, work] { database().write(work); });
        while (database().health().waiting_writes == before) std::this_thread::yield();
        return done;
    }

    std::unique_ptr<test::FreshDatabase> fresh_ = test::fresh_sqlite();

  private:
    std::thread held_;
    std::atomic<bool> holding_ = false;
    std::atomic<bool> released_ = false;
};

TEST_F(GroupCommit, keeps_the_order_in_which_work_came) {
    hold();
    std::vector<std::future<void>> all;
    for (auto const* const value : {"first", "second", "third"})
        all.push_back(queue([value](Write& tx) { insert(tx, std::string("key of ") + value, value); }));
    let_go();
    for (auto& one : all) one.get();
    EXPECT_THAT(database().read([](Read& tx) { return tx.values<std::string>(select_values); }),
                testing::ElementsAre("first", "second", "third"));
}

TEST_F(GroupCommit, undoes_only_the_work_that_failed) {
    hold();
    auto first = queue([](Write& tx) { insert(tx, "first"); });
    auto broken = queue([](Write& tx) {
        insert(tx, "half");
        insert(tx, "first");
    });
    auto thrown = queue([](Write& tx) {
        insert(tx, "thrown");
        throw std::runtime_error("thrown by the work");
    });
    auto last = queue([](Write& tx) { insert(tx, "last"); });
    let_go();
    first.get();
    EXPECT_THROW(broken.get(), StorageError);
    EXPECT_THROW(thrown.get(), std::runtime_error);
    last.get();
    EXPECT_THAT(keys(), testing::ElementsAre("first", "last"));
}

TEST_F(GroupCommit, answers_nobody_before_the_commit) {
    hold();
    auto queued = queue([](Write& tx) { insert(tx, "queued"); });
    EXPECT_THAT(keys(), testing::IsEmpty());
    let_go();
    queued.get();
    EXPECT_THAT(keys(), testing::ElementsAre("queued"));
}

/// SQLite may end the whole transaction when it has no space: the work before must not be lost with it.
TEST_F(GroupCommit, runs_the_others_again_when_a_failure_ended_the_transaction) {
    hold();
    std::atomic<int> runs = 0;
    auto first = queue([&](Write& tx) {
        ++runs;
        insert(tx, "first");
    });
    auto full = queue([](Write& tx) {
        insert(tx, "half");
        tx.script("ROLLBACK");
        throw StorageError(FailureKind::full, "as if the disk were full");
    });
    auto last = queue([](Write& tx) { insert(tx, "last"); });
    let_go();
    first.get();
    EXPECT_EQ(test::kind_thrown_by([&] { full.get(); }), FailureKind::full);
    last.get();
    EXPECT_EQ(runs, 2);
    EXPECT_THAT(keys(), testing::ElementsAre("first", "last"));
}

TEST_F(GroupCommit, goes_on_when_there_is_space_again) {
    database().write([](Write& tx) { insert(tx, "before"); });
    database().run_script("PRAGMA max_page_count = 1");  // SQLite takes the present size for the least
    auto const large = [&] {
        database().write([](Write& tx) { insert(tx, "large", std::string(1 << 20, 'x')); });
    };
    EXPECT_EQ(test::kind_thrown_by(large), FailureKind::full);
    EXPECT_EQ(test::kind_thrown_by(large), FailureKind::full);
    EXPECT_THAT(keys(), testing::ElementsAre("before"));
    database().run_script("PRAGMA max_page_count = 1000000");
    large();
    EXPECT_THAT(keys(), testing::ElementsAre("before", "large"));
}

TEST_F(GroupCommit, a_query_that_only_failed_is_no_harm_to_the_next) {
    for (int i = 0; i < 3; ++i)
        EXPECT_THROW(database().write([](Write& tx) {
            insert(tx, "same");
            insert(tx, "same");
        }),
                     StorageError);
    database().write([](Write& tx) { insert(tx, "same"); });
    EXPECT_THAT(keys(), testing::ElementsAre("same"));
}

TEST_F(GroupCommit, says_that_another_process_is_writing) {
    fresh_ = test::fresh_sqlite({.busy_timeout = std::chrono::milliseconds(20)});
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(database().location().c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    auto const write = [&] { database().write([](Write& tx) { insert(tx, "mine"); }); };
    EXPECT_EQ(test::kind_thrown_by(write), FailureKind::retry);
    sqlite3_close(other);
    write();
    EXPECT_THAT(keys(), testing::ElementsAre("mine"));
}

TEST_F(GroupCommit, a_reader_that_finds_none_free_is_told_so) {
    fresh_ = test::fresh_sqlite({.readers = 1, .busy_timeout = std::chrono::milliseconds(20)});
    {
        auto const snapshot = database().snapshot();
        EXPECT_EQ(test::kind_thrown_by([&] { keys(); }), FailureKind::unavailable);
    }
    EXPECT_THAT(keys(), testing::IsEmpty());
}

TEST_F(GroupCommit, keeps_the_log_small_while_readers_overlap) {
    std::atomic<bool> stop = false;
    auto const read_in_turns = [&] {
        auto older = database().snapshot();
        older->read().value<int>(count_facts);
        while (!stop) {
            auto newer = database().snapshot();
            newer->read().value<int>(count_facts);
            older = std::move(newer);
        }
    };
    std::thread one(read_in_turns);
    std::thread two(read_in_turns);
    std::string const page(4000, 'x');
    for (int i = 0; i < 900; ++i)
        database().write([&](Write& tx) {
            for (int j = 0; j < 50; ++j) insert(tx, std::to_string(i) + "-" + std::to_string(j), page);
        });
    stop = true;
    one.join();
    two.join();
    EXPECT_LT(fs::file_size(database().location() + "-wal"), 128u << 20);
    EXPECT_GT(fs::file_size(database().location()), 100u << 20);
}

TEST_F(GroupCommit, its_files_are_only_for_their_owner) {
    auto const everyone = fs::perms::group_all | fs::perms::others_all;
    database().write([](Write& tx) { insert(tx, "a"); });
    test::TemporaryFolder const folder;
    auto const path = folder.path() / "new.db";
    auto const made = sql::open_sqlite(path.string());
    made->run_script("CREATE TABLE t (a TEXT)");
    for (auto const* const ending : {"", "-wal", "-shm"})
        EXPECT_EQ(fs::status(path.string() + ending).permissions() & everyone, fs::perms::none) << ending;
}

/// A child process writes until it is killed without warning; what it was told is saved must be there.
TEST(SqliteAfterAKill, has_everything_that_was_acknowledged) {
    test::TemporaryFolder const folder;
    auto const path = (folder.path() / "killed.db").string();
    sql::open_sqlite(path)->run_script(
        "CREATE TABLE site (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)");
    int answers[2];
    ASSERT_EQ(::pipe(answers), 0);
    auto const child = ::fork();
    if (child == 0) {
        auto const database = sql::open_sqlite(path);
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&, thread] {
                for (int i = 0;; ++i) {
                    auto const key = std::to_string(thread) + "-" + std::to_string(i);
                    database->write([&](Write& tx) { tx.run(insert_fact, {{"key", key}, {"value", "1"}}); });
                    auto const line = key + "\n";
                    if (::write(answers[1], line.data(), line.size()) < 0) ::_exit(1);
                }
            });
        for (auto& thread : threads) thread.join();
    }
    ::close(answers[1]);
    std::string acknowledged;
    char buffer[4096];
    while (acknowledged.size() < 20'000) {
        auto const count = ::read(answers[0], buffer, sizeof buffer);
        ASSERT_GT(count, 0);
        acknowledged.append(buffer, static_cast<std::size_t>(count));
    }
    ::kill(child, SIGKILL);
    for (ssize_t count; (count = ::read(answers[0], buffer, sizeof buffer)) > 0;)
        acknowledged.append(buffer, static_cast<std::size_t>(count));
    ::close(answers[0]);
    ::waitpid(child, nullptr, 0);

    auto const keys =
        sql::open_sqlite(path)->read([](Read& tx) { return tx.values<std::string>(select_keys); });
    std::size_t lines = 0;
    for (std::size_t start = 0, end = 0; (end = acknowledged.find('\n', start)) != std::string::npos;
         start = end + 1) {
        ++lines;
        EXPECT_TRUE(std::binary_search(keys.begin(), keys.end(), acknowledged.substr(start, end - start)));
    }
    EXPECT_GT(lines, 1000u);
    EXPECT_LE(keys.size(), lines + 4);
}

class SqliteOpening : public ::testing::Test {
  protected:
    std::string path(char const* name) const { return (folder_.path() / name).string(); }
    void write_file(char const* name, std::string const& content) {
        std::ofstream(path(name), std::ios::binary) << content;
    }
    test::TemporaryFolder folder_;
};

TEST_F(SqliteOpening, refuses_a_file_that_is_no_database) {
    write_file("notes.txt", std::string(8192, 'n'));
    auto const open = [&] { sql::open_sqlite(path("notes.txt")); };
    EXPECT_EQ(test::kind_thrown_by(open), FailureKind::corrupt);
    EXPECT_THAT(test::words_thrown_by(open), testing::StartsWith("The file is not a database"));
}

TEST_F(SqliteOpening, refuses_the_database_of_another_program) {
    sqlite3* other = nullptr;
    sqlite3_open(path("other.db").c_str(), &other);
    sqlite3_exec(other, "CREATE TABLE theirs (a)", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_EQ(test::kind_thrown_by([&] { sql::open_sqlite(path("other.db")); }), FailureKind::wrong_version);
}

TEST_F(SqliteOpening, says_that_there_is_none) {
    EXPECT_EQ(test::words_thrown_by([&] { sql::open_sqlite(path("none.db"), {.create = false}); }),
              "There is no database at " + path("none.db"));
    EXPECT_THAT(test::words_thrown_by([&] { sql::open_sqlite(path("no folder/new.db")); }),
                testing::EndsWith("No such file or directory"));
    EXPECT_EQ(test::kind_thrown_by([&] { sql::open_sqlite(path("no folder/new.db")); }),
              FailureKind::unavailable);
}

}  // namespace
}  // namespace doorstep
