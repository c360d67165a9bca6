#include "storage/migrator.h"
#include "support/databases.h"

namespace doorstep::test {
namespace {

namespace fs = std::filesystem;
namespace sql = storage::sql;

/// Migrated once for the whole program; each test copies the file.
fs::path const& template_file() {
    static TemporaryFolder const folder;
    static fs::path const path = [] {
        auto const file = folder.path() / "template.db";
        auto const database = sql::open_sqlite(file.string());
        storage::migrate(*database, FixedClock(Instant::from_milliseconds(0)));
        return file;
    }();
    return path;
}

class SqliteFile : public FreshDatabase {
  public:
    explicit SqliteFile(sql::OpenOptions const& options) : options_(options) {}

    void open() override { database_ = sql::open_sqlite(file().string(), options_); }
    void close() override { database_.reset(); }
    fs::path file() const { return folder_.path() / "test.db"; }
    sql::Database& database() override { return *database_; }

  private:
    sql::OpenOptions options_;
    TemporaryFolder folder_;
    std::unique_ptr<sql::Database> database_;
};

}  // namespace

std::unique_ptr<FreshDatabase> fresh_sqlite(sql::OpenOptions const& options) {
    auto fresh = std::make_unique<SqliteFile>(options);
    fs::copy_file(template_file(), fresh->file());
    fresh->open();
    return fresh;
}

std::unique_ptr<FreshDatabase> empty_sqlite() {
    auto empty = std::make_unique<SqliteFile>(sql::OpenOptions{});
    empty->open();
    return empty;
}

}  // namespace doorstep::test
