#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

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

void execute(std::string const& statement) {
    struct Close {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    static thread_local std::unique_ptr<PGconn, Close> connection;
    if (!connection || PQstatus(connection.get()) != CONNECTION_OK)
        connection.reset(PQconnectdb(server().c_str()));
    auto* const result = PQexec(connection.get(), statement.c_str());
    bool const done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    if (!done) throw std::runtime_error(statement + ": " + PQerrorMessage(connection.get()));
}

/// Migrated once for the whole program; each test's database is a copy of it.
class Template {
  public:
    Template() : name_("doorstep_template_" + std::to_string(::getpid())) {
        execute("CREATE DATABASE " + name_ + " TEMPLATE template0");
        auto const database = sql::open_postgres(url_of(name_));
        storage::migrate(*database, FixedClock(Instant::from_milliseconds(0)));
    }
    Template(Template const&) = delete;
    Template& operator=(Template const&) = delete;
    ~Template() {
        try {
            execute("DROP DATABASE " + name_ + " WITH (FORCE)");
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
        execute("CREATE DATABASE " + name_ + " TEMPLATE " + from + " STRATEGY FILE_COPY");
        database_ = sql::open_postgres(url_of(name_), options_);
    }
    ~PostgresCopy() override {
        database_.reset();
        execute("DROP DATABASE " + name_ + " WITH (FORCE)");
    }
    sql::Database& database() override { return *database_; }
    void reopen() override {
        database_.reset();
        database_ = sql::open_postgres(url_of(name_), options_);
    }

  private:
    sql::OpenOptions options_;
    std::string name_;
    std::unique_ptr<sql::Database> database_;
};

}  // namespace

std::unique_ptr<FreshDatabase> fresh_postgres(sql::OpenOptions const& options) {
    static Template const migrated;
    return std::make_unique<PostgresCopy>(migrated.name(), options);
}

std::unique_ptr<FreshDatabase> empty_postgres() {
    return std::make_unique<PostgresCopy>("template0", sql::OpenOptions{});
}

}  // namespace doorstep::test
