#include "api/tasks/tasks.h"

#include "inputs/tasks/tasks.h"
#include "usecases/cases/open_case.h"

namespace doorstep::api::tasks {
namespace {

using domain::access::Action;
using domain::tasks::TaskId;
using http::Access;
using http::Method;
using storage::tasks::ListedTask;
using usecases::tasks::SaveTask;
using usecases::tasks::TasksView;

Resource<ListedTask> const& task_resource() {
    using T = ListedTask;
    static Resource<T> const resource{
        "Task",
        {
            member<T>("id", "Its id", [](T const& t) { return t.task.id; }),
            member<T>("what", "What has to be done", [](T const& t) { return t.task.what; }),
            member<T>("owner", "Account of who does it", [](T const& t) { return t.task.owner; }),
            member<T>("owner-name", "Their name", [](T const& t) { return t.owner_name; }),
            member<T>("due-on", "By when", [](T const& t) { return t.task.due_on; }),
            member<T>("done-on", "Null while it is open", [](T const& t) { return t.task.done_on; }),
            member<T>("result", "What came of it", [](T const& t) { return t.task.result; }),
            member<T>("version", "Raised by every change; the ETag begins with it",
                      [](T const& t) { return t.task.version; }),
        }};
    return resource;
}

struct TaskMade {
    TaskId id;
};
Resource<TaskMade> const& task_made_resource() {
    static Resource<TaskMade> const resource{
        "TaskMade", {member<TaskMade>("id", "Its id", [](TaskMade const& t) { return t.id; })}};
    return resource;
}

Expected<TasksView> task_of_call(Call& call) {
    return usecases::tasks::view_task(call.context, call.parameter("reference"), call.parameter("task"));
}

http::Response list_tasks(Call& call) {
    auto const page = page_of_cursor(call);
    if (!page) return call.refused(page.error());
    auto const view = usecases::tasks::view_tasks(call.context, call.parameter("reference"), *page);
    if (!view) return call.refused(view.error());
    return call.found_page(task_resource(), view->tasks, cursor_after(view->page, view->pages));
}

http::Response get_task(Call& call) {
    auto const view = task_of_call(call);
    if (!view) return call.refused(view.error());
    return call.found(task_resource(), view->tasks.front(), view->tasks.front().task.version);
}

http::Response create_task(Call& call) {
    auto const view = usecases::tasks::view_task_form(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    auto input = call.parse(inputs::tasks::task_form(), inputs::tasks::task_choices(*view));
    if (!input) return call.refused(input.error());
    input->reference = view->header.reference;
    auto const address = "/api/v1/cases/" + view->header.reference + "/tasks/";
    return call.make<TaskId>([&] { return usecases::tasks::save_task(call.context, *input); },
                             [address](TaskId const& id) {
                                 return Call::made(task_made_resource(), TaskMade{id},
                                                   address + std::string(id.text()));
                             });
}

http::Response edit_task(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const view = task_of_call(call);
    if (!view) return call.refused(view.error());
    auto const& task = view->tasks.front().task;
    SaveTask stored;
    stored.what = task.what;
    stored.owner = task.owner;
    stored.due_on = task.due_on;
    auto input = call.parse_change(inputs::tasks::task_form(), stored, inputs::tasks::task_choices(*view));
    if (!input) return call.refused(input.error());
    input->reference = view->header.reference;
    input->task = task.id;
    input->version = *version;
    auto const saved = usecases::tasks::save_task(call.context, *input);
    if (!saved) return call.refused(saved.error());
    return get_task(call);
}

http::Response finish_task(Call& call) {
    auto const version = call.seen_version();
    if (!version) return call.refused(version.error());
    auto const view = task_of_call(call);
    if (!view) return call.refused(view.error());
    if (view->tasks.front().task.version != *version)
        return call.refused(usecases::cases::changed_meanwhile());
    auto input = call.parse(inputs::tasks::task_done_form());
    if (!input) return call.refused(input.error());
    input->reference = view->header.reference;
    input->task = view->tasks.front().task.id;
    auto const done = usecases::tasks::finish_task(call.context, *input);
    if (!done) return call.refused(done.error());
    return get_task(call);
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    std::string const list = "/api/v1/cases/{reference}/tasks";
    endpoints.push_back({.method = Method::get,
                         .pattern = list,
                         .access = Access::to(Action::see_protected_details),
                         .operation = "listTasks",
                         .summary = "Tasks of a case: open ones first, in order of their day",
                         .handler = list_tasks,
                         .answer = page_of(task_resource(), "A page of 25 tasks"),
                         .query = {cursor_parameter()}});
    endpoints.push_back({.method = Method::post,
                         .pattern = list,
                         .access = Access::to(Action::work_case),
                         .operation = "createTask",
                         .summary = "Something one of us does by a day, beside the plan",
                         .handler = create_task,
                         .answer = made(task_made_resource(), "Its owner finds it in My work"),
                         .body = body_of(inputs::tasks::task_form),
                         .needs = Needs::idempotency_key});
    endpoints.push_back({.method = Method::get,
                         .pattern = list + "/{task}",
                         .access = Access::to(Action::see_protected_details),
                         .operation = "getTask",
                         .summary = "One task",
                         .handler = get_task,
                         .answer = one_with_etag(task_resource(), "The task")});
    endpoints.push_back({.method = Method::patch,
                         .pattern = list + "/{task}",
                         .access = Access::to(Action::work_case),
                         .operation = "editTask",
                         .summary = "Changes an open task. What is left out stays as it is",
                         .handler = edit_task,
                         .answer = one_with_etag(task_resource(), "The task as it is now"),
                         .body = changes_of(inputs::tasks::task_form),
                         .needs = Needs::if_match});
    endpoints.push_back({.method = Method::post,
                         .pattern = list + "/{task}/done",
                         .access = Access::to(Action::work_case),
                         .operation = "finishTask",
                         .summary = "Marks a task as done",
                         .handler = finish_task,
                         .answer = one_with_etag(task_resource(), "The task as it is now"),
                         .body = body_of(inputs::tasks::task_done_form),
                         .needs = Needs::if_match});
}

}  // namespace doorstep::api::tasks
