#include <cstdlib>
#include <thread>

#include "storage/storage_test.h"
#include "support/cutting_proxy.h"

namespace doorstep {
namespace {

namespace sql = storage::sql;
using sql::Query;
using sql::Read;
using sql::Write;
using test::CuttingProxy;
using Cut = CuttingProxy::Cut;

Query const insert_fact{"test.postgres.insert", "INSERT INTO site (key, value) VALUES (:key, :value)"};
Query const select_keys{"test.postgres.keys", "SELECT key FROM site ORDER BY key"};
Query const end_other_sessions{
    "test.postgres.end_others", "SELECT 1",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
    "AND pid <> pg_backend_pid()"};

class Postgres : public ::testing::Test {
  protected:
    void SetUp() override {
        test::require_engine(sql::Engine::postgres);
        if (!IsSkipped() && !HasFatalFailure()) fresh_ = test::fresh_postgres();
    }

    sql::Database& database() { return fresh_->database(); }
    static void insert(sql::Database& into, std::string const& key) {
        into.write([&](Write& tx) { tx.run(insert_fact, {{"key", key}, {"value", "1"}}); });
    }
    std::vector<std::string> keys() {
        return database().read([](Read& tx) { return tx.values<std::string>(select_keys); });
    }
    /// As a restart of the server does to every connection.
    void end_all_sessions() {
        auto const other = sql::open_postgres(database().location());
        other->read([](Read& tx) { tx.each(end_other_sessions, {}, [](sql::Row&) {}); });
    }
    /// The same database by way of the proxy.
    std::unique_ptr<sql::Database> open_through(CuttingProxy const& proxy) {
        auto url = database().location();
        auto const start = url.find(':', url.find('@')) + 1;
        url.replace(start, url.find('/', start) - start, std::to_string(proxy.port()));
        return sql::open_postgres(url, {.busy_timeout = std::chrono::milliseconds(500)});
    }
    int server_port() {
        auto const url = database().location();
        return std::stoi(url.substr(url.find(':', url.find('@')) + 1));
    }

    std::unique_ptr<test::FreshDatabase> fresh_;
};

TEST_F(Postgres, goes_on_after_every_connection_broke) {
    insert(database(), "before");
    keys();
    end_all_sessions();
    EXPECT_THAT(keys(), testing::ElementsAre("before"));
    end_all_sessions();
    insert(database(), "between");
    end_all_sessions();
    insert(database(), "after");
    EXPECT_THAT(keys(), testing::ElementsAre("after", "before", "between"));
}

TEST_F(Postgres, runs_work_again_whose_connection_broke_before_the_commit) {
    int runs = 0;
    database().write([&](Write& tx) {
        tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
        if (++runs == 1) end_all_sessions();
        tx.run(insert_fact, {{"key", "b"}, {"value", "1"}});
    });
    EXPECT_EQ(runs, 2);
    EXPECT_THAT(keys(), testing::ElementsAre("a", "b"));
}

TEST_F(Postgres, gives_up_work_whose_connection_breaks_every_time) {
    auto const work = [&](Write& tx) {
        tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
        end_all_sessions();
        tx.run(insert_fact, {{"key", "b"}, {"value", "1"}});
    };
    EXPECT_EQ(test::kind_thrown_by([&] { database().write(work); }), FailureKind::unavailable);
    EXPECT_THAT(keys(), testing::IsEmpty());
}

TEST_F(Postgres, does_not_patch_a_snapshot_whose_connection_broke) {
    auto const snapshot = database().snapshot();
    snapshot->read().values<std::string>(select_keys);
    end_all_sessions();
    EXPECT_EQ(test::kind_thrown_by([&] { snapshot->read().values<std::string>(select_keys); }),
              FailureKind::unavailable);
    EXPECT_THAT(keys(), testing::IsEmpty());
}

TEST_F(Postgres, saves_once_when_the_connection_breaks_before_the_commit_arrives) {
    for (auto const cut : {Cut::before_commit, Cut::before_commit_silently}) {
        CuttingProxy proxy(server_port());
        auto const distant = open_through(proxy);
        proxy.cut_next(cut);
        int runs = 0;
        auto const key = "cut " + std::to_string(static_cast<int>(cut));
        distant->write([&](Write& tx) {
            ++runs;
            tx.run(insert_fact, {{"key", key}, {"value", "1"}});
        });
        EXPECT_TRUE(proxy.has_cut());
        EXPECT_EQ(runs, 2);
        EXPECT_THAT(keys(), testing::Contains(key));
    }
}

TEST_F(Postgres, does_not_run_work_again_whose_commit_arrived) {
    CuttingProxy proxy(server_port());
    auto const distant = open_through(proxy);
    proxy.cut_next(Cut::after_commit);
    int runs = 0;
    distant->write([&](Write& tx) {
        ++runs;
        tx.run(insert_fact, {{"key", "a"}, {"value", "1"}});
    });
    EXPECT_TRUE(proxy.has_cut());
    EXPECT_EQ(runs, 1);
    EXPECT_THAT(keys(), testing::ElementsAre("a"));
}

TEST_F(Postgres, says_so_when_it_cannot_know_whether_it_was_saved) {
    for (auto const cut : {Cut::before_commit, Cut::after_commit}) {
        CuttingProxy proxy(server_port());
        auto const distant = open_through(proxy);
        proxy.cut_next(cut);
        proxy.refuse_everyone_after_the_cut();
        int runs = 0;
        auto const work = [&](Write& tx) {
            ++runs;
            tx.run(insert_fact, {{"key", std::to_string(static_cast<int>(cut))}, {"value", "1"}});
        };
        EXPECT_THROW(distant->write(work), sql::UncertainCommit);
        EXPECT_EQ(runs, 1);
    }
}

TEST_F(Postgres, prepares_again_after_a_table_was_altered) {
    Query const everything("test.postgres.everything", "SELECT * FROM site");
    auto const columns = [&] {
        int count = 0;
        database().read(
            [&](Read& tx) { tx.each(everything, {}, [&](sql::Row& row) { count = row.columns(); }); });
        return count;
    };
    insert(database(), "a");
    EXPECT_EQ(columns(), 2);
    database().run_script("ALTER TABLE site ADD COLUMN more TEXT");
    EXPECT_EQ(columns(), 3);
}

TEST_F(Postgres, does_not_repeat_data_in_what_it_says) {
    Query const cast("test.postgres.cast", "SELECT CAST(CAST(:text AS TEXT) AS BIGINT)");
    auto const words = test::words_thrown_by([&] {
        database().read([&](Read& tx) { tx.value<int>(cast, {{"text", "secret"}}); });
    });
    EXPECT_THAT(words, testing::HasSubstr("test.postgres.cast"));
    EXPECT_THAT(words, testing::Not(testing::HasSubstr("secret")));
}

TEST_F(Postgres, says_that_there_is_no_server) {
    auto const open = [] { sql::open_postgres("postgresql://nobody@127.0.0.1:1/none"); };
    EXPECT_EQ(test::kind_thrown_by(open), FailureKind::unavailable);
}

TEST_F(Postgres, refuses_a_database_that_sorts_in_another_way) {
    auto const make = [&](std::string const& name, std::string const& options) {
        test::execute_on_postgres("CREATE DATABASE " + name + " TEMPLATE template0 " + options);
        auto const url = database().location();
        auto const kind =
            test::kind_thrown_by([&] { sql::open_postgres(url.substr(0, url.rfind('/') + 1) + name); });
        test::execute_on_postgres("DROP DATABASE " + name + " WITH (FORCE)");
        return kind;
    };
    EXPECT_EQ(make("doorstep_icu", "LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'"), FailureKind::wrong_version);
    EXPECT_EQ(make("doorstep_ascii", "ENCODING 'SQL_ASCII' LOCALE 'C'"), FailureKind::wrong_version);
}

}  // namespace
}  // namespace doorstep
