#include "storage/sql/postgres_outcome.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <thread>

#include "base/failure.h"
#include "storage/sql/postgres_connection.h"

namespace doorstep::storage::sql {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds pause{50};

/// "committed", "aborted", "in progress", or nothing for an id too old to be known. An id is digits only.
std::string status_of(PostgresConnection& connection, std::string const& id) {
    auto const result = connection.script("SELECT coalesce(pg_xact_status(CAST('" + id + "' AS xid8)), '')");
    return PQgetvalue(result.get(), 0, 0);
}

void end_session_of(PostgresConnection& connection, std::string const& id) {
    connection.script(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_xid = xid(CAST('" + id +
        "' AS xid8))");
}

/// Ending a session that waits for a synchronous standby ends the wait, not the commit. What comes later in
/// the log is not there before what came earlier: so a commit of our own, once answered, has taken that one
/// along.
void wait_for_standby(PostgresConnection& connection) {
    connection.script("SELECT pg_logical_emit_message(TRUE, 'doorstep', '')");
}

/// Nothing while it is not decided.
std::optional<CommitOutcome> look(PostgresConnection& connection, std::string const& server_run,
                                  std::string const& id) {
    if (connection.server_run() != server_run) return CommitOutcome::unknown;
    auto const status = status_of(connection, id);
    if (status == "committed") {
        wait_for_standby(connection);
        return CommitOutcome::committed;
    }
    if (status == "aborted") return CommitOutcome::rolled_back;
    if (status != "in progress") return CommitOutcome::unknown;
    end_session_of(connection, id);
    return std::nullopt;
}

}  // namespace

CommitOutcome outcome_of_commit(std::string const& connection, std::string const& server_run,
                                std::string const& transaction_id, std::chrono::milliseconds patience) {
    auto const deadline = steady_clock::now() + patience;
    for (; steady_clock::now() < deadline; std::this_thread::sleep_for(pause)) {
        try {
            PostgresConnection fresh(connection);
            if (auto const outcome = look(fresh, server_run, transaction_id)) return *outcome;
        } catch (StorageError const&) {
            // Not reachable yet.
        }
    }
    return CommitOutcome::unknown;
}

}  // namespace doorstep::storage::sql
