#pragma once

#include <string>
#include <vector>

#include "domain/tasks/task.h"
#include "storage/sql/database.h"

/// What the policy on violence and aggression asked after an incident against staff (M-58).
namespace doorstep::storage::staff_safety {

void insert(sql::Write& tx, IncidentId incident, std::string_view code, domain::tasks::TaskId task);

struct Step {
    std::string code;
    domain::tasks::TaskId task;
    std::string what;
    std::string owner_name;
    Date due_on;
    std::optional<Date> done_on;
    std::string result;  ///< what was done
};
/// In order of their day.
std::vector<Step> steps(sql::Read& tx, IncidentId incident);

}  // namespace doorstep::storage::staff_safety
