#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "storage/sql/database.h"

/// Scheduled work, one row each, with a lease so that two servers never run the same job at once.
namespace doorstep::storage::jobs {

/// Makes the row when there is none; a job's next time is never moved by a restart.
void ensure(sql::Write& tx, std::string_view name, Instant first_at);
/// True when the job was due, nobody held it, and it is now this holder's until `until`.
bool claim(sql::Write& tx, std::string_view name, std::string_view holder, Instant now, Instant until);
/// Ends this holder's lease and sets the next time. False when the lease was lost meanwhile.
bool finish(sql::Write& tx, std::string_view name, std::string_view holder, Instant now, Instant next_at,
            std::string_view result, std::string_view error);

struct JobRow {
    std::string name;
    Instant next_at;
    std::optional<Instant> last_started_at;
    std::optional<Instant> last_ended_at;
    std::string last_result;
    std::string last_error;
    std::int64_t failures = 0;  ///< since the last success
};
/// By name.
std::vector<JobRow> list(sql::Read& tx);
/// Names of jobs whose time has come.
std::vector<std::string> due(sql::Read& tx, Instant now);

}  // namespace doorstep::storage::jobs
