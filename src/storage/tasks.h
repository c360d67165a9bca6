#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/tasks/task.h"
#include "storage/sql/database.h"

namespace doorstep::storage::tasks {

using domain::tasks::Task;
using domain::tasks::TaskId;

void insert(sql::Write& tx, Task const& task);
/// False when someone else changed it first.
bool update(sql::Write& tx, Task& task);

struct ListedTask {
    Task task;
    std::string owner_name;
};
/// A page of a case's tasks: open ones in order of their day, then those done, newest first.
std::vector<ListedTask> of_case(sql::Read& tx, CaseFileId file, int limit, int offset);
int count_of_case(sql::Read& tx, CaseFileId file);
/// One of this case.
std::optional<ListedTask> find(sql::Read& tx, CaseFileId file, TaskId id);

}  // namespace doorstep::storage::tasks
