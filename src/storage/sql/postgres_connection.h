#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "storage/sql/binding.h"
#include "storage/sql/postgres_parameters.h"
#include "storage/sql/postgres_row.h"

namespace doorstep::storage::sql {

/// One connection to PostgreSQL, with the statements prepared on it; one thread at a time.
///
/// It spares round trips (libpq's pipeline mode): BEGIN travels with the first statement of a transaction,
/// preparing with the first use of a statement, and the end of a transaction that need not be waited for is
/// read before the connection's next use.
class PostgresConnection {
  public:
    /// Throws StorageError (unavailable, refused) when there is no connection.
    explicit PostgresConnection(std::string const& connection);
    PostgresConnection(PostgresConnection const&) = delete;
    PostgresConnection& operator=(PostgresConnection const&) = delete;

    enum class Access { read, write };
    /// Sent with the next statement. A read sees one moment (REPEATABLE READ, READ ONLY); a write is
    /// SERIALIZABLE, and its transaction id comes back with the first statement.
    void begin(Access access) { begin_ = access; }
    PostgresResult execute(Query const& query, Bindings const& bindings);
    /// Does not wait for the answer, except now and then; await_sent() must come before anything else is
    /// asked.
    void send(Query const& query, Bindings const& bindings);
    /// Throws the first failure of what was sent.
    void await_sent();
    void prepare(Query const& query);
    /// Several statements without parameters, and their last result.
    PostgresResult script(std::string const& sql);
    /// Lends libpq's own connection for what a pipeline cannot do: COPY. Until the pipeline is entered again
    /// only `script` works.
    PGconn* leave_pipeline();
    void enter_pipeline();
    /// Waits for the answer. ConnectionLost means that the outcome is not known.
    void commit();
    /// Ends a transaction of which nothing is to be kept, or which only read; does not wait.
    void roll_back_later();

    /// The server holds a transaction for us.
    bool in_transaction() const { return PQtransactionStatus(handle_.get()) != PQTRANS_IDLE; }
    /// A statement failed, so that the transaction can only be rolled back.
    bool has_failed() const { return PQtransactionStatus(handle_.get()) == PQTRANS_INERROR; }
    /// Of the write that is under way or just ended.
    std::optional<std::string> const& transaction_id() const { return transaction_id_; }
    /// Differs after the server restarted, recovered from a crash, or gave over to another.
    std::string const& server_run() const { return server_run_; }
    std::string server_version() const;
    bool spoiled() const { return spoiled_ || PQstatus(handle_.get()) != CONNECTION_OK; }

  private:
    struct Close {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };

    void set_up();
    void send_begin();
    void send_simple(char const* statement);
    void require_sent(int sent);
    void sync();
    void finish_pending();
    void expect_sync();
    PostgresResult next_result();
    void keep_first_failure(PostgresResult result, PostgresResult& failure);
    [[noreturn]] void lose(std::string const& why);
    [[noreturn]] void fail(PGresult const* result, std::string const& doing);

    std::unique_ptr<PGconn, Close> handle_;
    std::string server_run_;
    std::optional<Access> begin_;
    std::optional<std::string> transaction_id_;
    bool pending_end_ = false;  ///< the answer to roll_back_later() is still to be read
    bool spoiled_ = false;
    std::vector<std::string> sent_;  ///< what the answers still to be read are to, in order
    std::vector<bool> prepared_;     ///< by Query::number()
    OrderedValues ordered_;
    PostgresParameters parameters_;
};

}  // namespace doorstep::storage::sql
