#include "storage/sql/postgres_transaction.h"

#include <charconv>

namespace doorstep::storage::sql {
namespace {

void read_rows(PostgresResult const& result, Query const& query, std::function<void(Row&)> const& reader) {
    PostgresRow row(result.get(), query);
    while (row.step()) reader(row);
}

int affected_rows(PostgresResult const& result) {
    std::string_view const text = PQcmdTuples(result.get());
    int count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

}  // namespace

template <class Do>
auto PostgresTransaction::noting(Do what) {
    try {
        return what();
    } catch (ConnectionLost const&) {
        lost_connection_ = true;
        throw;
    } catch (StorageError const& error) {
        lost_a_race_ = lost_a_race_ || error.kind() == FailureKind::retry;
        throw;
    }
}

void PostgresTransaction::each(Query const& query, Bindings bindings,
                               std::function<void(Row&)> const& reader) {
    read_rows(noting([&] { return connection_.execute(query, bindings); }), query, reader);
}

int PostgresTransaction::run(Query const& query, Bindings bindings) {
    return affected_rows(noting([&] { return connection_.execute(query, bindings); }));
}

void PostgresTransaction::script(std::string const& sql) {
    noting([&] { return connection_.script(sql); });
}

PostgresSnapshot::PostgresSnapshot(PostgresPool& pool) : pool_(pool), connection_(pool.take()) {
    (*connection_)->begin(PostgresConnection::Access::read);
}

PostgresSnapshot::~PostgresSnapshot() {
    if (connection_) (*connection_)->roll_back_later();
}

void PostgresSnapshot::each(Query const& query, Bindings bindings, std::function<void(Row&)> const& reader) {
    read_rows(execute(query, bindings), query, reader);
}

PostgresResult PostgresSnapshot::execute(Query const& query, Bindings const& bindings) {
    try {
        auto result = (*connection_)->execute(query, bindings);
        begun_ = true;
        return result;
    } catch (ConnectionLost const&) {
        if (begun_) throw;
    }
    // Nothing was read yet: the others that lay idle have broken too, and a new one may do.
    pool_.close_idle();
    connection_.reset();
    connection_.emplace(pool_.take());
    (*connection_)->begin(PostgresConnection::Access::read);
    auto result = (*connection_)->execute(query, bindings);
    begun_ = true;
    return result;
}

}  // namespace doorstep::storage::sql
