#include "storage/sql/postgres_error.h"

#include <algorithm>
#include <array>

namespace doorstep::storage::sql {
namespace {

struct KindRow {
    std::string_view start;  ///< of the code: a class, or all of it
    FailureKind kind;
};

// The first that fits counts.
constexpr std::array kinds{
    KindRow{"40001", FailureKind::retry},        // serialization_failure
    KindRow{"40P01", FailureKind::retry},        // deadlock_detected
    KindRow{"55P03", FailureKind::retry},        // lock_not_available
    KindRow{"53100", FailureKind::full},         // disk_full
    KindRow{"53", FailureKind::unavailable},     // too many connections, out of memory
    KindRow{"08", FailureKind::unavailable},     // connection exceptions
    KindRow{"57", FailureKind::unavailable},     // shutdown, cancelled, cannot connect now
    KindRow{"58", FailureKind::unavailable},     // errors of the operating system
    KindRow{"25006", FailureKind::unavailable},  // read-only: a standby, until it takes over
    KindRow{"25P03", FailureKind::unavailable},  // idle too long in a transaction
    KindRow{"3D000", FailureKind::unavailable},  // no such database
    KindRow{"28", FailureKind::refused},         // may not sign in
    KindRow{"42501", FailureKind::refused},      // insufficient_privilege
    KindRow{"XX001", FailureKind::corrupt},      // data_corrupted
    KindRow{"XX002", FailureKind::corrupt},      // index_corrupted
};

}  // namespace

FailureKind postgres_failure_kind(std::string_view sqlstate) {
    auto const found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](KindRow const& row) { return sqlstate.starts_with(row.start); });
    return found == kinds.end() ? FailureKind::bug : found->kind;
}

bool ends_session(std::string_view sqlstate) {
    return sqlstate.empty() || sqlstate.starts_with("08") || sqlstate.starts_with("57P") ||
           sqlstate == "25P03";
}

std::string_view sqlstate_of(PGresult const* result) {
    auto const* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state ? std::string_view(state) : std::string_view();
}

void throw_postgres(PGresult const* result, std::string const& doing) {
    auto const state = sqlstate_of(result);
    auto const* const primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    std::string what = doing + ": ";
    // Class 22 is "data exception": its messages repeat the data.
    if (state.starts_with("22"))
        what += "a value that the database cannot take";
    else
        what += primary ? primary : PQresultErrorMessage(result);
    if (!state.empty()) what += " (" + std::string(state) + ")";
    if (ends_session(state)) throw ConnectionLost(what);
    throw StorageError(postgres_failure_kind(state), what);
}

}  // namespace doorstep::storage::sql
