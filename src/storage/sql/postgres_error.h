#pragma once

#include <libpq-fe.h>

#include <string>
#include <string_view>

#include "base/failure.h"

namespace doorstep::storage::sql {

/// The connection is of no further use, and what was begun on it did not commit, unless COMMIT was under way.
class ConnectionLost : public StorageError {
  public:
    explicit ConnectionLost(std::string const& what) : StorageError(FailureKind::unavailable, what) {}
};

/// What an error code of PostgreSQL (its manual, appendix A) asks of the caller.
FailureKind postgres_failure_kind(std::string_view sqlstate);
/// The server has ended, or will end, this session.
bool ends_session(std::string_view sqlstate);

std::string_view sqlstate_of(PGresult const* result);
/// Throws the StorageError or ConnectionLost for a failed result. Never repeats data: neither the detail of a
/// broken constraint, nor a value that could not be read.
[[noreturn]] void throw_postgres(PGresult const* result, std::string const& doing);

}  // namespace doorstep::storage::sql
