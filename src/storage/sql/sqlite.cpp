#include "storage/sql/database.h"
#include "storage/sql/health.h"
#include "storage/sql/pool.h"
#include "storage/sql/sqlite_transaction.h"
#include "storage/sql/sqlite_writer.h"

namespace doorstep::storage::sql {
namespace {

using Readers = Pool<SqliteConnection>;

class SqliteSnapshot : public Snapshot {
  public:
    explicit SqliteSnapshot(Readers& readers) : connection_(readers.take()), transaction_(*connection_) {
        connection_->control(SqliteConnection::Control::begin_read);
    }
    SqliteSnapshot(SqliteSnapshot const&) = delete;
    SqliteSnapshot& operator=(SqliteSnapshot const&) = delete;
    ~SqliteSnapshot() override {
        try {
            if (connection_->in_transaction()) connection_->control(SqliteConnection::Control::rollback);
        } catch (StorageError const&) {
            // Then the connection is spoiled, and closing it ends the transaction.
        }
    }
    Read& read() override { return transaction_; }

  private:
    Readers::Lease connection_;
    SqliteTransaction transaction_;
};

class SqliteDatabase : public Database {
  public:
    SqliteDatabase(std::string path, OpenOptions const& options)
        : path_(std::move(path)),
          writer_(path_, options),
          readers_(options.readers, options.busy_timeout, [this, options] {
              return std::make_unique<SqliteConnection>(path_, SqliteConnection::Role::reader, options);
          }) {}

    std::unique_ptr<Snapshot> snapshot() override {
        if (writer_.is_this_thread()) throw std::logic_error("A read beside the work of a write");
        return std::make_unique<SqliteSnapshot>(readers_);
    }

    Engine engine() const override { return Engine::sqlite; }
    std::string const& location() const override { return path_; }

    Health health() override {
        Health health{.engine = std::string("SQLite ") + sqlite3_libversion()};
        try {
            health.schema = last_migration(*this);
            health.size_bytes = size_in_bytes(*this);
            health.waiting_writes = writer_.waiting();
            health.reachable = true;
        } catch (StorageError const&) {
            // What is wrong is told by whatever uses the database next.
        }
        return health;
    }

    void prepare(Query const& query) override { readers_.take()->prepare(query); }

    void maintain() override {
        // A sample of each index is enough to choose between plans, and takes the writer for milliseconds.
        writer_.ask_for_truncation();
        run_script("PRAGMA analysis_limit = 1000; ANALYZE");
    }

  protected:
    void run_write(std::function<bool(Write&)> const& work, Durability durability) override {
        writer_.write(work, durability);
    }

  private:
    std::string path_;
    // The readers close first: the writer, closing last, copies the log into the file and removes it.
    SqliteWriter writer_;
    Readers readers_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(std::string const& path, OpenOptions const& options) {
    return std::make_unique<SqliteDatabase>(path, options);
}

}  // namespace doorstep::storage::sql
