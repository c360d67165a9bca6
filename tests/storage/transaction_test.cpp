#include <thread>

#include "storage/storage_test.h"

namespace doorstep {
namespace {

using storage::sql::Query;
using storage::sql::Read;
using storage::sql::Row;
using storage::sql::statements_on_this_thread;
using storage::sql::Write;

Query const insert_fact{"test.transaction.insert", "INSERT INTO site (key, value) VALUES (:key, :value)"};
Query const insert_or_leave{
    "test.transaction.insert_or_leave",
    "INSERT INTO site (key, value) VALUES (:key, :value) ON CONFLICT (key) DO NOTHING RETURNING value"};
Query const update_all{"test.transaction.update_all", "UPDATE site SET value = :value"};
Query const select_fact{"test.transaction.select", "SELECT value FROM site WHERE key = :key"};
Query const select_keys{"test.transaction.keys", "SELECT key FROM site ORDER BY key"};
Query const broken_query{"test.transaction.broken", "SELECT nothing FROM nowhere"};

class Transaction : public test::OnBothDatabases {
  protected:
    void insert(std::string const& key, std::string const& value = "1") {
        database().write([&](Write& tx) { tx.run(insert_fact, {{"key", key}, {"value", value}}); });
    }
    std::vector<std::string> keys() {
        return database().read([](Read& tx) { return tx.values<std::string>(select_keys); });
    }
    std::optional<std::string> fact(std::string const& key) {
        return database().read([&](Read& tx) { return tx.value<std::string>(select_fact, {{"key", key}}); });
    }
};
DOORSTEP_ON_BOTH_DATABASES(Transaction);

TEST_P(Transaction, keeps_what_was_written_after_a_restart) {
    insert("a", "kept");
    reopen();
    EXPECT_EQ(fact("a"), "kept");
}

TEST_P(Transaction, that_may_reach_the_disk_later_is_seen_at_once_and_kept_with_what_follows) {
    auto const insert_soon = [&](std::string const& key) {
        database().write(
            [&](Write& tx) {
                tx.run(insert_fact, {{"key", key}, {"value", "1"}});
            },
            storage::sql::Durability::soon);
    };
    insert("a");
    insert_soon("b");
    EXPECT_EQ(keys(), (std::vector<std::string>{"a", "b"}));
    insert("c");
    insert_soon("d");
    EXPECT_THROW(insert_soon("d"), StorageError);
    reopen();
    EXPECT_EQ(keys(), (std::vector<std::string>{"a", "b", "c", "d"}));
}

TEST_P(Transaction, returns_what_the_work_returns) {
    EXPECT_EQ(database().write([](Write&) { return std::string("result"); }), "result");
    EXPECT_EQ(database().read([](Read&) { return 7; }), 7);
}

TEST_P(Transaction, counts_the_rows_of_a_change) {
    insert("a");
    insert("b");
    auto const update = [](Write& tx) { return tx.run(update_all, {{"value", "2"}}); };
    EXPECT_EQ(database().write(update), 2);
    auto const again = [](Write& tx) { return tx.run(insert_or_leave, {{"key", "a"}, {"value", "3"}}); };
    EXPECT_EQ(database().write(again), 0);
    EXPECT_EQ(fact("a"), "2");
}

TEST_P(Transaction, gives_the_rows_of_a_returning_clause) {
    auto const inserted = database().write([](Write& tx) {
        return tx.value<std::string>(insert_or_leave, {{"key", "a"}, {"value", "new"}});
    });
    EXPECT_EQ(inserted, "new");
    EXPECT_EQ(fact("a"), "new");
}

TEST_P(Transaction, is_undone_when_the_work_is_refused) {
    auto const result = database().write([](Write& tx) -> Expected<Done> {
        tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
        return refuse(RefusalKind::conflict, "test", "Refused");
    });
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code(), "test");
    EXPECT_THAT(keys(), testing::IsEmpty());
}

TEST_P(Transaction, is_kept_when_the_work_is_not_refused) {
    auto const result = database().write([](Write& tx) -> Expected<int> {
        return tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
    });
    EXPECT_EQ(result, 1);
    EXPECT_THAT(keys(), testing::ElementsAre("a"));
}

TEST_P(Transaction, is_undone_when_the_work_throws) {
    auto const work = [](Write& tx) {
        tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
        throw std::runtime_error("thrown by the work");
    };
    EXPECT_THROW(database().write(work), std::runtime_error);
    EXPECT_THAT(keys(), testing::IsEmpty());
    insert("b");
    EXPECT_THAT(keys(), testing::ElementsAre("b"));
}

TEST_P(Transaction, is_undone_when_a_constraint_is_broken) {
    insert("a");
    auto const work = [&](Write& tx) {
        tx.run(insert_fact, {{"key", "b"}, {"value", "1"}});
        tx.run(insert_fact, {{"key", "a"}, {"value", "secret words"}});
    };
    EXPECT_EQ(test::kind_thrown_by([&] { database().write(work); }), FailureKind::bug);
    auto const words = test::words_thrown_by([&] { database().write(work); });
    EXPECT_THAT(words, testing::HasSubstr("test.transaction.insert"));
    EXPECT_THAT(words, testing::Not(testing::HasSubstr("secret")));
    EXPECT_THAT(keys(), testing::ElementsAre("a"));
}

TEST_P(Transaction, names_the_query_that_is_wrong) {
    auto const work = [](Read& tx) { return tx.values<int>(broken_query); };
    EXPECT_THAT(test::words_thrown_by([&] { database().read(work); }),
                testing::HasSubstr("test.transaction.broken"));
    EXPECT_EQ(test::kind_thrown_by([&] { database().read(work); }), FailureKind::bug);
    EXPECT_EQ(test::kind_thrown_by([&] { database().write(work); }), FailureKind::bug);
    insert("still works");
}

TEST_P(Transaction, is_undone_when_the_work_hides_a_failure) {
    auto const work = [](Write& tx) {
        tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
        try {
            tx.run(insert_fact, {{"key", "a"}, {"value", "2"}});
        } catch (StorageError const&) {
        }
    };
    EXPECT_EQ(test::kind_thrown_by([&] { database().write(work); }), FailureKind::bug);
    EXPECT_THAT(keys(), testing::IsEmpty());
    insert("still works");
}

TEST_P(Transaction, may_go_on_when_a_row_was_not_as_expected) {
    insert("a", "words");
    database().write([&](Write& tx) {
        EXPECT_THROW(tx.value<Date>(select_fact, {{"key", "a"}}), StorageError);
        tx.run(insert_fact, {{"key", "b"}, {"value", "1"}});
    });
    EXPECT_THAT(keys(), testing::ElementsAre("a", "b"));
}

TEST_P(Transaction, does_not_take_two_rows_for_one) {
    insert("a");
    insert("b");
    auto const work = [](Read& tx) { return tx.value<std::string>(select_keys); };
    EXPECT_EQ(test::words_thrown_by([&] { database().read(work); }),
              "More than one row from test.transaction.keys");
}

TEST_P(Transaction, that_only_reads_refuses_to_write) {
    auto const work = [](Read& tx) { tx.each(insert_fact, {{"key", "a"}, {"value", "1"}}, [](Row&) {}); };
    EXPECT_THROW(database().read(work), StorageError);
    EXPECT_THAT(keys(), testing::IsEmpty());
}

TEST_P(Transaction, sees_its_own_writes) {
    auto const value = database().write([](Write& tx) {
        tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
        return tx.value<std::string>(select_fact, {{"key", "a"}});
    });
    EXPECT_EQ(value, "1");
}

TEST_P(Transaction, may_run_a_query_while_reading_the_rows_of_the_same) {
    insert("a", "b");
    insert("b", "a");
    std::vector<std::string> found;
    database().read([&](Read& tx) {
        for (int depth = 0; depth < 2; ++depth)
            tx.each(select_keys, {}, [&](Row& row) {
                std::string key;
                row.read(key);
                for (auto& inner : tx.values<std::string>(select_keys)) found.push_back(key + inner);
            });
    });
    EXPECT_THAT(found, testing::ElementsAre("aa", "ab", "ba", "bb", "aa", "ab", "ba", "bb"));
}

TEST_P(Transaction, ends_well_when_a_reader_of_rows_throws) {
    insert("a");
    insert("b");
    auto const work = [](Read& tx) {
        tx.each(select_keys, {}, [](Row&) { throw std::runtime_error("enough"); });
    };
    for (int i = 0; i < 3; ++i) EXPECT_THROW(database().read(work), std::runtime_error);
    EXPECT_THROW(database().write(work), std::runtime_error);
    EXPECT_THAT(keys(), testing::ElementsAre("a", "b"));
}

TEST_P(Transaction, of_a_snapshot_sees_one_moment) {
    insert("a");
    auto const snapshot = database().snapshot();
    EXPECT_THAT(snapshot->read().values<std::string>(select_keys), testing::ElementsAre("a"));
    insert("b");
    EXPECT_THAT(snapshot->read().values<std::string>(select_keys), testing::ElementsAre("a"));
    EXPECT_THAT(keys(), testing::ElementsAre("a", "b"));
}

TEST_P(Transaction, does_not_nest) {
    EXPECT_THROW(database().write([&](Write&) { insert("a"); }), std::logic_error);
    EXPECT_THROW(database().write([&](Write&) { keys(); }), std::logic_error);
    EXPECT_THAT(keys(), testing::IsEmpty());
    insert("still works");
}

TEST_P(Transaction, counts_its_statements_for_the_caller) {
    auto const before = statements_on_this_thread();
    insert("a");
    EXPECT_EQ(statements_on_this_thread() - before, 1);
    database().write([](Write& tx) {
        tx.run(update_all, {{"value", "2"}});
        tx.values<std::string>(select_keys);
    });
    keys();
    EXPECT_EQ(statements_on_this_thread() - before, 4);
}

TEST_P(Transaction, of_many_threads_loses_nothing) {
    constexpr int threads = 16;
    constexpr int writes = 20;
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([&, thread] {
            for (int i = 0; i < writes; ++i) insert(std::to_string(thread) + "-" + std::to_string(i));
        });
    for (auto& thread : running) thread.join();
    reopen();
    EXPECT_EQ(keys().size(), threads * writes);
}

TEST_P(Transaction, readers_see_all_of_a_write_or_nothing) {
    insert("a", "0");
    insert("b", "0");
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        for (int i = 1; !stop; ++i)
            database().write([&](Write& tx) { tx.run(update_all, {{"value", std::to_string(i)}}); });
    });
    int differences = 0;
    for (int i = 0; i < 300; ++i)
        database().read([&](Read& tx) {
            auto const first = tx.value<std::string>(select_fact, {{"key", "a"}});
            differences += first != tx.value<std::string>(select_fact, {{"key", "b"}});
        });
    stop = true;
    writer.join();
    EXPECT_EQ(differences, 0);
}

/// Two doctors may go off call only while another stays (write skew, the classic anomaly of snapshots).
TEST_P(Transaction, decides_on_facts_that_still_hold_when_it_commits) {
    for (int round = 0; round < 20; ++round) {
        database().run_script(
            "DELETE FROM site; INSERT INTO site (key, value) VALUES ('a', 'on'), ('b', 'on')");
        auto const leave = [&](std::string const& who, std::string const& other) {
            database().write([&](Write& tx) {
                if (tx.value<std::string>(select_fact, {{"key", other}}) != "on") return;
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                static Query const update{"test.transaction.leave",
                                          "UPDATE site SET value = 'off' WHERE key = :key"};
                tx.run(update, {{"key", who}});
            });
        };
        std::thread first(leave, "a", "b");
        std::thread second(leave, "b", "a");
        first.join();
        second.join();
        EXPECT_TRUE(fact("a") == "on" || fact("b") == "on") << "in round " << round;
    }
}

TEST_P(Transaction, adds_up_when_many_change_the_same_row) {
    insert("counter", "0");
    static Query const update{"test.transaction.add", "UPDATE site SET value = :value WHERE key = 'counter'"};
    constexpr int threads = 8;
    constexpr int rounds = 25;
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([&] {
            for (int i = 0; i < rounds; ++i)
                database().write([&](Write& tx) {
                    auto const value = tx.value<std::string>(select_fact, {{"key", "counter"}});
                    tx.run(update, {{"value", std::to_string(std::stoi(*value) + 1)}});
                });
        });
    for (auto& thread : running) thread.join();
    EXPECT_EQ(fact("counter"), std::to_string(threads * rounds));
}

TEST_P(Transaction, refuses_a_reference_to_a_row_that_is_not_there) {
    database().run_script(
        "CREATE TABLE child (key TEXT NOT NULL REFERENCES site (key) DEFERRABLE INITIALLY DEFERRED)");
    auto const orphan = [&] { database().run_script("INSERT INTO child (key) VALUES ('nobody')"); };
    EXPECT_EQ(test::kind_thrown_by(orphan), FailureKind::bug);
    insert("a");
    EXPECT_THAT(keys(), testing::ElementsAre("a"));
}

TEST_P(Transaction, tells_its_health) {
    auto const health = database().health();
    EXPECT_TRUE(health.reachable);
    EXPECT_THAT(health.engine,
                testing::StartsWith(engine() == storage::sql::Engine::sqlite ? "SQLite 3." : "PostgreSQL 1"));
    EXPECT_THAT(health.schema, testing::MatchesRegex("[0-9]{4}_.*"));
    EXPECT_GT(health.size_bytes, 4096);
}

TEST_P(Transaction, goes_on_after_maintenance) {
    insert("a");
    database().maintain();
    EXPECT_THAT(keys(), testing::ElementsAre("a"));
}

}  // namespace
}  // namespace doorstep
