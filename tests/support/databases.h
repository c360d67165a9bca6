#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "storage/sql/database.h"

/// Real databases for tests: a new one for each, with every migration applied, removed afterwards. A test
/// written against both engines is
///
///   using Contacts = test::OnBothDatabases;
///   TEST_P(Contacts, keeps_the_date_of_a_contact) { database().write(...); }
///   DOORSTEP_ON_BOTH_DATABASES(Contacts);
///
/// PostgreSQL is the server named by DOORSTEP_TEST_POSTGRES (scripts/with_postgres.sh starts one). Without it
/// those tests skip, or fail when DOORSTEP_TEST_POSTGRES_REQUIRED=1.
namespace doorstep::test {

/// An empty folder, in memory where the machine allows; removed with what is in it.
class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    ~TemporaryFolder();
    std::filesystem::path const& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// A migrated database of one test.
class FreshDatabase {
  public:
    virtual ~FreshDatabase() = default;
    storage::sql::Database& operator*() { return database(); }
    storage::sql::Database* operator->() { return &database(); }
    virtual storage::sql::Database& database() = 0;
    virtual void close() = 0;
    virtual void open() = 0;
    /// As after a restart.
    void reopen() {
        close();
        open();
    }
};

std::unique_ptr<FreshDatabase> fresh_sqlite(storage::sql::OpenOptions const& options = {});
/// Throws std::runtime_error when no server is named.
std::unique_ptr<FreshDatabase> fresh_postgres(storage::sql::OpenOptions const& options = {});
std::unique_ptr<FreshDatabase> fresh_database(storage::sql::Engine engine,
                                              storage::sql::OpenOptions const& options = {});
/// One statement outside any database of a test, such as CREATE DATABASE; the first column of the first row,
/// if any.
std::string execute_on_postgres(std::string const& statement);
/// Runs a script that breaks foreign keys, which neither engine lets a program do.
void without_foreign_keys(storage::sql::Database& database, std::string const& script);
/// A database without any table, not even the migrator's.
std::unique_ptr<FreshDatabase> empty_database(storage::sql::Engine engine);

class OnBothDatabases : public ::testing::TestWithParam<storage::sql::Engine> {
  public:
    storage::sql::Database& database() { return fresh_->database(); }
    void reopen() { fresh_->reopen(); }
    void close() { fresh_->close(); }
    void open() { fresh_->open(); }
    storage::sql::Engine engine() const { return GetParam(); }

  protected:
    void SetUp() override;

  private:
    std::unique_ptr<FreshDatabase> fresh_;
};

/// For a fixture's SetUp(): skips, or fails, when this engine needs a server and none is named.
void require_engine(storage::sql::Engine engine);
std::string engine_test_name(::testing::TestParamInfo<storage::sql::Engine> const& info);

}  // namespace doorstep::test

#define DOORSTEP_ON_BOTH_DATABASES(suite)                                                                    \
    INSTANTIATE_TEST_SUITE_P(                                                                                \
        both, suite,                                                                                         \
        ::testing::Values(doorstep::storage::sql::Engine::sqlite, doorstep::storage::sql::Engine::postgres), \
        doorstep::test::engine_test_name)
