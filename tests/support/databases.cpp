#include "support/databases.h"

#include <sqlite3.h>

#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace doorstep::test {

using storage::sql::Engine;

std::unique_ptr<FreshDatabase> empty_sqlite();
std::unique_ptr<FreshDatabase> empty_postgres();

std::unique_ptr<FreshDatabase> fresh_database(Engine engine, storage::sql::OpenOptions const& options) {
    return engine == Engine::sqlite ? fresh_sqlite(options) : fresh_postgres(options);
}

std::unique_ptr<FreshDatabase> empty_database(Engine engine) {
    return engine == Engine::sqlite ? empty_sqlite() : empty_postgres();
}

void without_foreign_keys(storage::sql::Database& database, std::string const& script) {
    if (database.engine() == Engine::postgres) {
        database.run_script("SET LOCAL session_replication_role = replica; " + script);
        return;
    }
    // The pragma has no effect inside a transaction, and the database's own writer is always inside one.
    sqlite3* connection = nullptr;
    sqlite3_open(database.location().c_str(), &connection);
    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> const closing(connection, sqlite3_close);
    if (sqlite3_exec(connection, ("PRAGMA foreign_keys = OFF; " + script).c_str(), nullptr, nullptr,
                     nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(connection));
}

void require_engine(Engine engine) {
    if (engine == Engine::sqlite || std::getenv("DOORSTEP_TEST_POSTGRES")) return;
    auto const* const required = std::getenv("DOORSTEP_TEST_POSTGRES_REQUIRED");
    if (required && std::string_view(required) == "1") FAIL() << "DOORSTEP_TEST_POSTGRES names no server";
    GTEST_SKIP() << "No PostgreSQL: run this under scripts/with_postgres.sh";
}

std::string engine_test_name(::testing::TestParamInfo<Engine> const& info) {
    return info.param == Engine::sqlite ? "sqlite" : "postgres";
}

void OnBothDatabases::SetUp() {
    require_engine(engine());
    if (!IsSkipped() && !HasFatalFailure()) fresh_ = fresh_database(engine());
}

}  // namespace doorstep::test
