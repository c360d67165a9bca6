#include "storage/sql/postgres_filler.h"

#include <stdexcept>

#include "storage/sql/postgres_connection.h"

namespace doorstep::storage::sql {
namespace {

class SendingTransaction final : public Write {
  public:
    explicit SendingTransaction(PostgresConnection& connection) : connection_(connection) {
        connection_.begin(PostgresConnection::Access::write);
    }

    void each(Query const& query, Bindings bindings, std::function<void(Row&)> const& reader) override {
        connection_.await_sent();
        auto const result = connection_.execute(query, bindings);
        PostgresRow row(result.get(), query);
        while (row.step()) reader(row);
    }
    int run(Query const& query, Bindings bindings) override {
        connection_.send(query, bindings);
        return 1;
    }
    void script(std::string const& sql) override {
        connection_.await_sent();
        connection_.script(sql);
    }
    Engine engine() const override { return Engine::postgres; }

  private:
    PostgresConnection& connection_;
};

class PostgresFiller : public Database {
  public:
    explicit PostgresFiller(std::string location) : location_(std::move(location)), connection_(location_) {}

    std::unique_ptr<Snapshot> snapshot() override {
        throw std::logic_error("A database that is being filled is only written");
    }
    Engine engine() const override { return Engine::postgres; }
    Health health() override { return {.engine = "PostgreSQL " + connection_.server_version()}; }
    std::string const& location() const override { return location_; }
    void prepare(Query const& query) override { connection_.prepare(query); }
    void maintain() override { run_script("ANALYZE"); }

  protected:
    void run_write(std::function<bool(Write&)> const& work, Durability) override {
        SendingTransaction transaction(connection_);
        if (!work(transaction)) throw std::logic_error("What is being filled takes nothing back");
        connection_.await_sent();
        connection_.commit();
    }

  private:
    std::string location_;
    PostgresConnection connection_;
};

}  // namespace

std::unique_ptr<Database> open_postgres_to_fill(std::string const& location) {
    return std::make_unique<PostgresFiller>(location);
}

}  // namespace doorstep::storage::sql
