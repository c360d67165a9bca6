#include <stdexcept>
#include <utility>

#include "storage/sql/filling.h"
#include "storage/sql/postgres_filler.h"
#include "storage/sql/sqlite_connection.h"
#include "storage/sql/sqlite_rows.h"

namespace doorstep::storage::sql {
namespace {

/// Rows of one kind: more would leave the processor's caches.
constexpr std::size_t most_waiting = 16'384;

/// Inserts wait, each kind with its like, until something else is asked for or the work ends.
class FillingTransaction final : public Write {
  public:
    explicit FillingTransaction(SqliteConnection& connection) : connection_(connection) {
        SqliteRows::prepare_connection(connection.handle());
    }

    void each(Query const& query, Bindings bindings, std::function<void(Row&)> const& reader) override {
        insert_all();
        connection_.each(query, bindings, reader);
    }
    int run(Query const& query, Bindings bindings) override {
        if (auto* const rows = rows_of(query)) {
            if (rows->empty()) waiting_.push_back(rows);
            rows->add(ordered_.order(query, bindings));
            if (rows->row_count() >= most_waiting) rows->insert();
            return 1;
        }
        insert_all();
        return connection_.run(query, bindings);
    }
    void script(std::string const& sql) override {
        insert_all();
        connection_.script(sql);
    }
    Engine engine() const override { return Engine::sqlite; }

    void insert_all() {
        for (auto* const rows : waiting_) rows->insert();
        waiting_.clear();
    }

  private:
    struct Slot {
        bool looked_at = false;
        std::unique_ptr<SqliteRows> rows;
    };
    SqliteRows* rows_of(Query const& query) {
        if (slots_.size() <= query.number()) slots_.resize(query.number() + 1);
        auto& slot = slots_[query.number()];
        if (!std::exchange(slot.looked_at, true)) slot.rows = SqliteRows::of(connection_.handle(), query);
        return slot.rows.get();
    }

    SqliteConnection& connection_;
    OrderedValues ordered_;
    std::vector<Slot> slots_;           ///< by Query::number()
    std::vector<SqliteRows*> waiting_;  ///< in the order of their first row
};

class SqliteFiller : public Database {
  public:
    explicit SqliteFiller(std::string path)
        : path_(std::move(path)),
          connection_(path_, SqliteConnection::Role::filler, {.create = false}),
          transaction_(connection_) {}

    std::unique_ptr<Snapshot> snapshot() override {
        throw std::logic_error("A database that is being filled is only written");
    }
    Engine engine() const override { return Engine::sqlite; }
    Health health() override { return {.engine = std::string("SQLite ") + sqlite3_libversion()}; }
    std::string const& location() const override { return path_; }
    void prepare(Query const& query) override { connection_.prepare(query); }
    void maintain() override { run_script("PRAGMA analysis_limit = 1000; ANALYZE"); }

  protected:
    void run_write(std::function<bool(Write&)> const& work, Durability) override {
        connection_.control(SqliteConnection::Control::begin_write);
        if (!work(transaction_)) throw std::logic_error("What is being filled takes nothing back");
        transaction_.insert_all();
        connection_.control(SqliteConnection::Control::commit);
    }

  private:
    std::string path_;
    SqliteConnection connection_;
    FillingTransaction transaction_;
};

}  // namespace

std::unique_ptr<Database> open_database_to_fill(std::string const& location) {
    if (engine_of(location) == Engine::postgres) return open_postgres_to_fill(location);
    return std::make_unique<SqliteFiller>(location);
}

}  // namespace doorstep::storage::sql
