#pragma once

#include "storage/sql/database.h"
#include "storage/sql/pool.h"
#include "storage/sql/postgres_connection.h"
#include "storage/sql/postgres_error.h"

namespace doorstep::storage::sql {

using PostgresPool = Pool<PostgresConnection>;

/// What the work of a write sees, and what went wrong while it ran, even if the work took no notice.
class PostgresTransaction final : public Write {
  public:
    explicit PostgresTransaction(PostgresConnection& connection) : connection_(connection) {
        connection_.begin(PostgresConnection::Access::write);
    }

    void each(Query const& query, Bindings bindings, std::function<void(Row&)> const& reader) override;
    int run(Query const& query, Bindings bindings) override;
    void script(std::string const& sql) override;
    Engine engine() const override { return Engine::postgres; }

    bool lost_connection() const { return lost_connection_; }
    bool lost_a_race() const { return lost_a_race_; }

  private:
    template <class Do>
    auto noting(Do what);

    PostgresConnection& connection_;
    bool lost_connection_ = false;
    bool lost_a_race_ = false;
};

/// A read transaction. Until its first statement has succeeded, a broken connection is replaced by another.
class PostgresSnapshot : public Snapshot, private Read {
  public:
    explicit PostgresSnapshot(PostgresPool& pool);
    PostgresSnapshot(PostgresSnapshot const&) = delete;
    PostgresSnapshot& operator=(PostgresSnapshot const&) = delete;
    ~PostgresSnapshot() override;
    Read& read() override { return *this; }

  private:
    void each(Query const& query, Bindings bindings, std::function<void(Row&)> const& reader) override;
    Engine engine() const override { return Engine::postgres; }
    PostgresResult execute(Query const& query, Bindings const& bindings);

    PostgresPool& pool_;
    std::optional<PostgresPool::Lease> connection_;
    bool begun_ = false;
};

}  // namespace doorstep::storage::sql
