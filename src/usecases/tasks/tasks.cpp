#include "usecases/tasks/tasks.h"

#include <algorithm>

#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/cases/who_may.h"

namespace doorstep::usecases::tasks {

using domain::access::Action;
using domain::cases::CaseFile;
using domain::events::Detail;
using domain::tasks::Task;

namespace {

constexpr int tasks_per_page = 25;

tl::unexpected<Refusal> task_unknown() {
    return refuse(RefusalKind::not_found, "task-unknown", "There is no such task on this case");
}

Expected<storage::tasks::ListedTask> task_to_change(storage::sql::Read& tx, CaseFileId file, TaskId id) {
    auto found = storage::tasks::find(tx, file, id);
    if (!found) return task_unknown();
    if (found->task.done_on)
        return refuse(RefusalKind::conflict, "done-already", "This task is done already");
    return std::move(*found);
}

Expected<std::string> name_of_owner(storage::sql::Read& tx, CaseFile const& file, AccountId owner) {
    for (auto const& account : cases::who_may(tx, file, Action::work_case))
        if (account.id == owner) return account.name;
    return refuse_field("owner-unknown", "owner", "Select who will do it");
}

/// The case follows, so that two changes of one case never pass each other unseen.
Expected<Done> save_around(Change& change, CaseFile& file) {
    if (auto saved = cases::save_case(change, file); !saved) return refuse(saved.error());
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, file.id, *change.viewer.account, change.now);
    return Done{};
}

void put_work_item(Change& change, CaseFile const& file, Task const& task) {
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = task.owner,
                              .kind = domain::work::Kind::task,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(task.id.text()),
                              .due_on = task.due_on,
                              .high_risk = file.is_high_risk()},
                             change.now);
}

Expected<TaskId> add(Change& change, CaseFile& file, SaveTask const& input) {
    auto const owner = name_of_owner(change.tx, file, input.owner);
    if (!owner) return refuse(owner.error());
    Task const task{.id = change.new_id<TaskId>(),
                    .case_file = file.id,
                    .what = input.what,
                    .owner = input.owner,
                    .due_on = input.due_on,
                    .done_on = {},
                    .result = {},
                    .created_by = change.viewer.account,
                    .created_at = change.now};
    if (auto checked = domain::tasks::check_task(task, change.today); !checked)
        return refuse(checked.error());
    put_task(change, file, task);
    if (auto saved = save_around(change, file); !saved) return refuse(saved.error());
    change.record(file.id, domain::events::task_added, task.id.text(),
                  Detail().set("due_on", task.due_on).set("whose", *owner).personal("task", task.what));
    return task.id;
}

}  // namespace

void put_task(Change& change, CaseFile const& file, Task const& task) {
    storage::tasks::insert(change.tx, task);
    put_work_item(change, file, task);
}

Expected<TaskId> save_task(Context& context, SaveTask const& input) {
    return context.change([&](Change& change) -> Expected<TaskId> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        if (!input.task) return add(change, *file, input);
        auto found = task_to_change(change.tx, file->id, *input.task);
        if (!found) return refuse(found.error());
        auto& task = found->task;
        auto const before = task;
        auto const owner = name_of_owner(change.tx, *file, input.owner);
        if (!owner) return refuse(owner.error());
        task.what = input.what;
        task.owner = input.owner;
        task.due_on = input.due_on;
        if (auto checked = domain::tasks::check_task(task, change.today, before.due_on); !checked)
            return refuse(checked.error());
        if (task.version != input.version || !storage::tasks::update(change.tx, task))
            return refuse(cases::changed_meanwhile());
        put_work_item(change, *file, task);
        if (auto saved = save_around(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::task_changed, task.id.text(),
                      Detail()
                          .personal_change("task", before.what, task.what)
                          .change("due_on", before.due_on, task.due_on)
                          .change("whose", found->owner_name, *owner));
        return task.id;
    });
}

Expected<Done> finish_task(Context& context, FinishTask const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto found = task_to_change(change.tx, file->id, input.task);
        if (!found) return refuse(found.error());
        if (input.done_on > change.today)
            return refuse_field("date-in-future", "done-on",
                                "The day it was done must be today or in the past");
        auto& task = found->task;
        task.done_on = input.done_on;
        task.result = input.result;
        if (!storage::tasks::update(change.tx, task)) return refuse(cases::changed_meanwhile());
        storage::work_items::finish(change.tx, domain::work::Kind::task, task.id.text(), change.now);
        if (auto saved = save_around(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::task_done, task.id.text(),
                      Detail()
                          .set("done_on", input.done_on)
                          .personal("task", task.what)
                          .personal("note", input.result));
        return Done{};
    });
}

Expected<TasksView> view_tasks(Context& context, std::string_view reference, int page) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    TasksView view;
    view.header = std::move(opened->header);
    view.total = storage::tasks::count_of_case(context.read(), view.header.id);
    view.pages = std::max(1, (view.total + tasks_per_page - 1) / tasks_per_page);
    view.page = std::clamp(page, 1, view.pages);
    view.tasks = storage::tasks::of_case(context.read(), view.header.id, tasks_per_page,
                                         (view.page - 1) * tasks_per_page);
    context.note_view("case", view.header.id, view.header.id.text());
    return view;
}

Expected<TasksView> view_task(Context& context, std::string_view reference, std::string_view task) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto const id = TaskId::parse(task);
    auto found = id ? storage::tasks::find(context.read(), opened->header.id, *id) : std::nullopt;
    if (!found) return task_unknown();
    TasksView view;
    view.header = std::move(opened->header);
    view.total = 1;
    if (view.header.may_work && !found->task.done_on)
        view.may_own = cases::who_may(context.read(), opened->file, Action::work_case);
    view.tasks.push_back(std::move(*found));
    context.note_view("case", view.header.id, task);
    return view;
}

Expected<TasksView> view_task_form(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_form(context, reference, Action::work_case);
    if (!opened) return refuse(opened.error());
    TasksView view;
    view.header = std::move(opened->header);
    view.may_own = cases::who_may(context.read(), opened->file, Action::work_case);
    return view;
}

}  // namespace doorstep::usecases::tasks
