#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"

namespace doorstep::domain::tasks {

using TaskId = StrongId<struct TaskIdTag>;

/// Something one of our staff has to do on a case by a day, beside the action plan.
struct Task {
    TaskId id;
    CaseFileId case_file;
    std::string what;
    AccountId owner;
    Date due_on;
    std::optional<Date> done_on;
    std::string result;
    std::optional<AccountId> created_by;
    Instant created_at;
    std::int64_t version = 1;
};

/// Refused: nothing to do, or due in the past. The due day of a task that is only edited may lie in the past
/// when it did before.
Expected<Done> check_task(Task const& task, Date today, std::optional<Date> due_before = {});

}  // namespace doorstep::domain::tasks
