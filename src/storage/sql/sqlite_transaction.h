#pragma once

#include "storage/sql/sqlite_connection.h"

namespace doorstep::storage::sql {

/// What work sees of a connection on which a transaction has begun.
class SqliteTransaction final : public Write {
  public:
    explicit SqliteTransaction(SqliteConnection& connection) : connection_(connection) {}

    void each(Query const& query, Bindings bindings, std::function<void(Row&)> const& reader) override {
        connection_.each(query, bindings, reader);
    }
    int run(Query const& query, Bindings bindings) override { return connection_.run(query, bindings); }
    void script(std::string const& sql) override { connection_.script(sql); }
    Engine engine() const override { return Engine::sqlite; }

  private:
    SqliteConnection& connection_;
};

}  // namespace doorstep::storage::sql
