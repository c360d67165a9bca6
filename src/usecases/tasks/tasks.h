#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/accounts/account.h"
#include "storage/tasks.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

/// What staff have to do on a case, beside its plan (C23).
namespace doorstep::usecases::tasks {

using domain::tasks::TaskId;

struct SaveTask {
    std::string reference;       ///< of the case
    std::optional<TaskId> task;  ///< nothing for a new one
    std::int64_t version = 0;    ///< as the form saw it
    std::string what;
    AccountId owner;
    Date due_on;
};
/// For a use-case that finds something to do on the case it has open: in My work of the owner, whoever that
/// is. The caller saves the case and records its own event.
void put_task(Change& change, domain::cases::CaseFile const& file, domain::tasks::Task const& task);

/// Adds a task, or changes an open one; its owner finds it in My work. Refused: nothing to do, due in the
/// past, somebody who may not open the case, a task that is done, changed meanwhile.
Expected<TaskId> save_task(Context& context, SaveTask const& input);

struct FinishTask {
    std::string reference;
    TaskId task;
    Date done_on;
    std::string result;
};
/// Refused: a day in the future, done already.
Expected<Done> finish_task(Context& context, FinishTask const& input);

struct TasksView {
    cases::CaseHeader header;
    std::vector<storage::tasks::ListedTask> tasks;   ///< open ones first, in order of their day
    std::vector<domain::accounts::Account> may_own;  ///< for the form of one task
    int total = 0;
    int page = 1;
    int pages = 1;
};
/// A page of 25.
Expected<TasksView> view_tasks(Context& context, std::string_view reference, int page);
/// One of them, with who may do it when the viewer may change it.
Expected<TasksView> view_task(Context& context, std::string_view reference, std::string_view task);
/// For a new one: no tasks, but who may do it.
Expected<TasksView> view_task_form(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::tasks
