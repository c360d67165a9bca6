#pragma once

#include <chrono>
#include <string>

namespace doorstep::storage::sql {

enum class CommitOutcome { committed, rolled_back, unknown };

/// What became of a COMMIT whose answer was lost. PostgreSQL tells by transaction id (pg_xact_status), and
/// the answer counts only from the same run of the same server: after a restart, a crash or a change to a
/// standby, an id that never reached the disk may be another transaction's. A session that still holds the
/// transaction is ended first, so that the answer is final. `server_run` is PostgresConnection's, of the lost
/// connection.
CommitOutcome outcome_of_commit(std::string const& connection, std::string const& server_run,
                                std::string const& transaction_id, std::chrono::milliseconds patience);

}  // namespace doorstep::storage::sql
