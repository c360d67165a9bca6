#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "storage/migrator.h"
#include "support/databases.h"

namespace doorstep::test {
namespace {

namespace sql = storage::sql;

std::string server() {
    auto const* const url = std::getenv("DOORSTEP_TEST_POSTGRES");
    if (!url) throw std::runtime_error("DOORSTEP_TEST_POSTGRES names no server");
    return url;
}

/// The server's URL ends in the name of a database that is always there.
std::string url_of(std::string const& database) {
    auto const url = server();
    return url.substr(0, url.rfind('/') + 1) + database;
}

/// DROP DATABASE looks for sessions that are about to end only every tenth of a second.
void drop(std::string const& name) {
    for (int i = 0; i < 200; ++i) {
        if (execute_on_postgres("SELECT count(*) FROM pg_stat_activity WHERE datname = '" + name + "'") ==
            "0")
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    execute_on_postgres("DROP DATABASE " + name + " WITH (FORCE)");
}

/// Migrated once for the whole program; each test's database is a copy of it.
class Template {
  public:
    Template() : name_("doorstep_template_" + std::to_string(::getpid())) {
        execute_on_postgres("CREATE DATABASE " + name_ + " TEMPLATE template0");
        auto const database = sql::open_postgres(url_of(name_));
        storage::migrate(*database, FixedClock(Instant::from_milliseconds(0)));
    }
    Template(Template const&) = delete;
    Template& operator=(Template const&) = delete;
    ~Template() {
        try {
            drop(name_);
        } catch (std::exception const&) {
            // The server is about to go anyway.
        }
    }
    std::string const& name() const { return name_; }

  private:
    std::string name_;
};

class PostgresCopy : public FreshDatabase {
  public:
    PostgresCopy(std::string const& from, sql::OpenOptions const& options) : options_(options) {
        static std::atomic<int> count = 0;
        name_ = "doorstep_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        execute_on_postgres("CREATE DATABASE " + name_ + " TEMPLATE " + from + " STRATEGY FILE_COPY");
        open_now();
    }
    ~PostgresCopy() override {
        database_.reset();
        drop(name_);
    }
    sql::Database& database() override { return *database_; }
    void open() override { open_now(); }
    void close() override { database_.reset(); }

  private:
    void open_now() { database_ = sql::open_postgres(url_of(name_), options_); }

    sql::OpenOptions options_;
    std::string name_;
    std::unique_ptr<sql::Database> database_;
};

}  // namespace

std::string execute_on_postgres(std::string const& statement) {
    struct Close {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    // Made before the template, and so still there when the template drops its database.
    static std::mutex mutex;
    static std::unique_ptr<PGconn, Close> connection;
    std::lock_guard const lock(mutex);
    if (!connection || PQstatus(connection.get()) != CONNECTION_OK)
        connection.reset(PQconnectdb(server().c_str()));
    std::unique_ptr<PGresult, decltype(&PQclear)> const result(PQexec(connection.get(), statement.c_str()),
                                                               PQclear);
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(statement + ": " + PQerrorMessage(connection.get()));
    return PQntuples(result.get()) ? PQgetvalue(result.get(), 0, 0) : "";
}

std::unique_ptr<FreshDatabase> fresh_postgres(sql::OpenOptions const& options) {
    static Template const migrated;
    return std::make_unique<PostgresCopy>(migrated.name(), options);
}

std::unique_ptr<FreshDatabase> empty_postgres() {
    return std::make_unique<PostgresCopy>("template0", sql::OpenOptions{});
}

}  // namespace doorstep::test
