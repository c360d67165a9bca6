#include "storage/sql/postgres_connection.h"

#include <array>
#include <utility>

#include "storage/sql/postgres_error.h"
#include "storage/sql/statement_count.h"

namespace doorstep::storage::sql {
namespace {

constexpr char const* begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
constexpr char const* begin_write = "BEGIN ISOLATION LEVEL SERIALIZABLE";
/// So that the server's answers fit in the buffers between us: nobody reads them while more is being sent.
constexpr std::size_t most_sent = 256;
constexpr char const* transaction_id_statement = "transaction_id";

// The start of the server process, and of its statistics, which a recovery after a crash throws away.
// No statement of ours runs long enough to be worth compiling: the figures of a quarter took 16 s to compile
// and 0.1 s to count. Nor worth planning each time: every statement is made for one way of finding its rows,
// and a page spent nine tenths of its time on plans.
constexpr char const* settings =
    "SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET standard_conforming_strings = on; SET jit = off; "
    "SET plan_cache_mode = force_generic_plan; "
    "SELECT CAST(pg_postmaster_start_time() AS TEXT) || ' ' || "
    "coalesce(CAST((SELECT stats_reset FROM pg_stat_bgwriter) AS TEXT), '')";

void ignore_notice(void*, char const*) {}

/// What the administrator's string says overrides what comes before it here, and not what comes after.
PGconn* connect(std::string const& connection) {
    std::array const names{"connect_timeout",
                           "keepalives_idle",
                           "tcp_user_timeout",
                           "fallback_application_name",
                           "dbname",
                           "client_encoding",
                           static_cast<char const*>(nullptr)};
    std::array const values{
        "5", "30", "30000", "doorstep", connection.c_str(), "UTF8", static_cast<char const*>(nullptr)};
    return PQconnectdbParams(names.data(), values.data(), 1);
}

}  // namespace

PostgresConnection::PostgresConnection(std::string const& connection) : handle_(connect(connection)) {
    if (PQstatus(handle_.get()) != CONNECTION_OK) {
        std::string const why = PQerrorMessage(handle_.get());
        // libpq gives no code when it could not connect.
        auto const kind = why.find("authentication failed") != std::string::npos ? FailureKind::refused
                                                                                 : FailureKind::unavailable;
        throw StorageError(kind, "PostgreSQL cannot be reached: " + why);
    }
    PQsetNoticeProcessor(handle_.get(), ignore_notice, nullptr);
    set_up();
}

void PostgresConnection::set_up() {
    auto const result = script(settings);
    server_run_ = PQgetvalue(result.get(), 0, 0);
    PostgresResult const prepared(
        PQprepare(handle_.get(), transaction_id_statement, "SELECT pg_current_xact_id()", 0, nullptr));
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) fail(prepared.get(), "preparing a connection");
    PQenterPipelineMode(handle_.get());
}

std::string PostgresConnection::server_version() const {
    std::string const version = PQparameterStatus(handle_.get(), "server_version");
    return version.substr(0, version.find(' '));
}

PostgresResult PostgresConnection::execute(Query const& query, Bindings const& bindings) {
    parameters_.fill(ordered_.order(query, bindings));
    finish_pending();
    count_statements(1);

    bool const begins = begin_.has_value();
    bool const wants_id = begin_ == Access::write;
    if (begins) send_begin();
    if (prepared_.size() <= query.number()) prepared_.resize(query.number() + 1);
    bool const prepares = !prepared_[query.number()];
    auto const name = "q" + std::to_string(query.number());
    auto const& text = query.text(Engine::postgres);
    if (prepares) require_sent(PQsendPrepare(handle_.get(), name.c_str(), text.c_str(), 0, nullptr));
    require_sent(PQsendQueryPrepared(handle_.get(), name.c_str(), parameters_.count(), parameters_.pointers(),
                                     nullptr, nullptr, 0));
    // After the statement, which may be one that must come first in its transaction, such as LOCK TABLE.
    if (wants_id)
        require_sent(
            PQsendQueryPrepared(handle_.get(), transaction_id_statement, 0, nullptr, nullptr, nullptr, 0));
    sync();

    PostgresResult failure;
    if (begins) keep_first_failure(next_result(), failure);
    if (prepares) {
        keep_first_failure(next_result(), failure);
        prepared_[query.number()] = !failure;
    }
    auto result = next_result();
    if (wants_id) {
        auto const id = next_result();
        if (PQresultStatus(id.get()) == PGRES_TUPLES_OK) transaction_id_ = PQgetvalue(id.get(), 0, 0);
    }
    expect_sync();
    if (!failure && PQresultStatus(result.get()) != PGRES_TUPLES_OK &&
        PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        failure = std::move(result);
    if (!failure) return result;

    // A table was altered, or something between us and the server mixes sessions up: a new connection
    // prepares anew.
    auto const state = sqlstate_of(failure.get());
    if (!prepares && (state == "0A000" || state == "26000")) lose(query.name() + " must be prepared again");
    fail(failure.get(), query.name());
}

void PostgresConnection::send(Query const& query, Bindings const& bindings) {
    parameters_.fill(ordered_.order(query, bindings));
    if (sent_.empty()) finish_pending();
    count_statements(1);
    if (begin_) {
        send_begin();
        sent_.emplace_back("BEGIN");
    }
    if (prepared_.size() <= query.number()) prepared_.resize(query.number() + 1);
    auto const name = "q" + std::to_string(query.number());
    if (!prepared_[query.number()]) {
        require_sent(
            PQsendPrepare(handle_.get(), name.c_str(), query.text(Engine::postgres).c_str(), 0, nullptr));
        sent_.push_back(query.name());
        prepared_[query.number()] = true;
    }
    require_sent(PQsendQueryPrepared(handle_.get(), name.c_str(), parameters_.count(), parameters_.pointers(),
                                     nullptr, nullptr, 0));
    sent_.push_back(query.name());
    if (sent_.size() >= most_sent) await_sent();
}

void PostgresConnection::await_sent() {
    if (sent_.empty()) return;
    sync();
    PostgresResult failure;
    std::string failed;
    for (auto const& name : std::exchange(sent_, {})) {
        auto result = next_result();
        auto const status = PQresultStatus(result.get());
        if (failure || status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) continue;
        failure = std::move(result);
        failed = name;
    }
    expect_sync();
    if (failure) fail(failure.get(), failed);
}

void PostgresConnection::prepare(Query const& query) {
    finish_pending();
    // The statement without a name: the next of its kind replaces it.
    require_sent(PQsendPrepare(handle_.get(), "", query.text(Engine::postgres).c_str(), 0, nullptr));
    sync();
    auto const result = next_result();
    expect_sync();
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result.get(), query.name());
}

void PostgresConnection::send_begin() {
    transaction_id_.reset();
    send_simple(begin_ == Access::write ? begin_write : begin_read);
    begin_.reset();
}

PostgresResult PostgresConnection::script(std::string const& sql) {
    finish_pending();
    bool const pipelined = PQpipelineStatus(handle_.get()) != PQ_PIPELINE_OFF;
    if (pipelined && !PQexitPipelineMode(handle_.get())) lose("The connection is in disorder");
    std::string const opening =
        begin_ ? std::string(begin_ == Access::write ? begin_write : begin_read) + "; " : "";
    bool const wants_id = begin_ == Access::write;
    begin_.reset();
    transaction_id_.reset();
    PostgresResult result(PQexec(handle_.get(), (opening + sql).c_str()));
    auto const status = PQresultStatus(result.get());
    bool const good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
    if (good && wants_id) {
        PostgresResult const id(PQexec(handle_.get(), "SELECT pg_current_xact_id()"));
        if (PQresultStatus(id.get()) == PGRES_TUPLES_OK) transaction_id_ = PQgetvalue(id.get(), 0, 0);
    }
    if (pipelined) PQenterPipelineMode(handle_.get());
    if (!good) fail(result.get(), "script");
    return result;
}

PGconn* PostgresConnection::leave_pipeline() {
    finish_pending();
    if (!PQexitPipelineMode(handle_.get())) lose("The connection is in disorder");
    return handle_.get();
}

void PostgresConnection::enter_pipeline() {
    if (!PQenterPipelineMode(handle_.get())) lose("The connection is in disorder");
}

void PostgresConnection::commit() {
    if (!in_transaction()) return begin_.reset();
    send_simple("COMMIT");
    sync();
    auto const result = next_result();
    expect_sync();
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result.get(), "COMMIT");
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw StorageError(FailureKind::bug, "Work went on after a statement had failed");
}

void PostgresConnection::roll_back_later() {
    begin_.reset();
    if (spoiled() || !in_transaction()) return;
    try {
        send_simple("ROLLBACK");
        sync();
        pending_end_ = true;
    } catch (ConnectionLost const&) {
        // Then it has ended the hard way.
    }
}

void PostgresConnection::send_simple(char const* statement) {
    require_sent(PQsendQueryParams(handle_.get(), statement, 0, nullptr, nullptr, nullptr, nullptr, 0));
}

void PostgresConnection::require_sent(int sent) {
    if (!sent) lose(PQerrorMessage(handle_.get()));
}

void PostgresConnection::sync() { require_sent(PQpipelineSync(handle_.get())); }

/// Reads the answer to a ROLLBACK that nobody waited for.
void PostgresConnection::finish_pending() {
    if (spoiled()) lose("The connection had broken");
    if (!pending_end_) return;
    pending_end_ = false;
    next_result();
    expect_sync();
    if (in_transaction()) lose("A transaction could not be ended");
}

/// One statement's result, and the null that follows it.
PostgresResult PostgresConnection::next_result() {
    PostgresResult result(PQgetResult(handle_.get()));
    if (!result || PQstatus(handle_.get()) != CONNECTION_OK) lose(PQerrorMessage(handle_.get()));
    if (PostgresResult const extra(PQgetResult(handle_.get())); extra)
        lose("The connection gave a result too many");
    return result;
}

void PostgresConnection::expect_sync() {
    PostgresResult const result(PQgetResult(handle_.get()));
    if (PQresultStatus(result.get()) != PGRES_PIPELINE_SYNC) lose(PQerrorMessage(handle_.get()));
}

void PostgresConnection::keep_first_failure(PostgresResult result, PostgresResult& failure) {
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && !failure) failure = std::move(result);
}

void PostgresConnection::lose(std::string const& why) {
    spoiled_ = true;
    throw ConnectionLost("The connection to PostgreSQL was lost: " + why);
}

void PostgresConnection::fail(PGresult const* result, std::string const& doing) {
    spoiled_ = spoiled_ || ends_session(sqlstate_of(result));
    throw_postgres(result, doing);
}

}  // namespace doorstep::storage::sql
