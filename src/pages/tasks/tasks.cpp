#include "pages/tasks/tasks.h"

#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "inputs/tasks/tasks.h"
#include "pages/cases/edit_form.h"
#include "pages/paging.h"
#include "usecases/tasks/tasks.h"

namespace doorstep::pages::tasks {

using domain::tasks::Task;
using inputs::tasks::task_choices;
using inputs::tasks::task_done_form;
using inputs::tasks::task_form;
using usecases::tasks::SaveTask;
using usecases::tasks::TasksView;

namespace {

std::string tasks_address(std::string_view reference) { return cases::case_address(reference) + "/tasks"; }

std::string task_address(std::string_view reference, Task const& task) {
    return tasks_address(reference) + "/" + std::string(task.id.text());
}

cases::CaseForm add_page(TasksView const& view) {
    return {.reference = view.header.reference,
            .title = "Add a task",
            .action = tasks_address(view.header.reference) + "/new",
            .save_words = "Save task",
            .cancel_href = tasks_address(view.header.reference),
            .choices = task_choices(view)};
}

/// Facts of one task and, while it is open, the form that marks it done.
http::Response task_page(Visit& visit, TasksView const& view, http::Pairs typed,
                         std::vector<Problem> const& problems) {
    auto const& listed = view.tasks.front();
    auto const& task = listed.task;
    auto const address = task_address(view.header.reference, task);
    bool const is_open = view.header.may_work && !task.done_on;
    govuk::SummaryList facts;
    facts.rows.push_back({.key = {.text = "What"}, .value = {.html = html::typed_text(task.what)}});
    facts.rows.push_back({.key = {.text = "Who"}, .value = {.text = listed.owner_name}});
    facts.rows.push_back(
        {.key = {.text = "Due"},
         .value = {.text = task.done_on ? date_words(task.due_on)
                                        : cases::due_sentence(task.due_on, visit.context.today)}});
    if (task.done_on) {
        facts.rows.push_back({.key = {.text = "Done"}, .value = {.text = date_words(*task.done_on)}});
        facts.rows.push_back({.key = {.text = "What came of it"},
                              .value = {.html = task.result.empty() ? Html::text("Nothing written")
                                                                    : html::typed_text(task.result)}});
    }
    Html body = forms::problem_summary(problems, task_done_form().shapes(), visit.language());
    append(body, facts);
    if (is_open) {
        body << html::p(html::a(address + "/edit", "Change this task"));
        body << html::h2("Mark as done");
        Html fields =
            forms::render_fields(task_done_form(), {.typed = std::move(typed), .problems = problems});
        fields << govuk::button({.text = "Mark done"});
        body << visit.form(address, fields);
    }
    body << html::p(html::a(tasks_address(view.header.reference), "All tasks"));
    return visit.page(cases::section_page({.reference = view.header.reference,
                                           .section = cases::Section::action,
                                           .title = "Task",
                                           .body = std::move(body),
                                           .has_errors = !problems.empty(),
                                           .narrow = true,
                                           .part = "/tasks"},
                                          view.header.counts),
                      problems.empty() ? 200 : 422);
}

/// The refusal of a task that nobody may change any more.
std::optional<Refusal> no_longer_open(TasksView const& view) {
    if (view.header.is_closed()) return usecases::cases::case_is_closed();
    if (view.tasks.front().task.done_on)
        return Refusal(RefusalKind::conflict, "done-already", "This task is done already");
    return std::nullopt;
}

Expected<TasksView> task_of(Visit& visit) {
    return usecases::tasks::view_task(visit.context, visit.request.parameter("reference"),
                                      visit.request.parameter("task"));
}

cases::EditForm<SaveTask> edit_of(Visit& visit, TasksView const& view) {
    auto const& task = view.tasks.front().task;
    auto const address = task_address(view.header.reference, task);
    SaveTask stored;
    stored.what = task.what;
    stored.owner = task.owner;
    stored.due_on = task.due_on;
    return {.form = task_form(),
            .stored = std::move(stored),
            .version = std::to_string(task.version),
            .page = {.reference = view.header.reference,
                     .title = "Change a task",
                     .action = address + "/edit",
                     .cancel_href = address,
                     .choices = task_choices(view)},
            .saved_words = "Task saved.",
            .save = [&visit, reference = view.header.reference, id = task.id](
                        SaveTask& input, std::string const& version) -> Expected<Done> {
                input.reference = reference;
                input.task = id;
                input.version = cases::version_number(version);
                auto saved = usecases::tasks::save_task(visit.context, input);
                if (!saved) return refuse(saved.error());
                return Done{};
            },
            .who_and_when =
                [&visit, file = view.header.id, id = task.id] {
                    return usecases::cases::last_saved_words(visit.context, file, id.text(),
                                                             {"task-changed"});
                }};
}

}  // namespace

http::Response show_tasks(Visit& visit) {
    auto const view = usecases::tasks::view_tasks(visit.context, visit.request.parameter("reference"),
                                                  page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const address = tasks_address(view->header.reference);
    Html body;
    if (view->tasks.empty()) {
        append(body,
               govuk::EmptyState{.title = "No tasks yet",
                                 .text = "A task is something one of us does by a day, beside the plan.",
                                 .action_text = view->header.may_work ? "Add a task" : "",
                                 .action_href = view->header.may_work ? address + "/new" : ""});
    } else {
        if (view->header.may_work)
            append(body, govuk::Button{.text = "Add a task", .href = address + "/new"});
        govuk::TableWrap wrap;
        wrap.table.caption = "Tasks, open ones first";
        wrap.table.caption_classes = "govuk-table__caption--m";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {{.text = "What"}, {.text = "Who"}, {.text = "Due"}, {.text = "Done"}};
        for (auto const& listed : view->tasks)
            wrap.table.rows.push_back(
                {{.html = html::a(task_address(view->header.reference, listed.task), listed.task.what)},
                 {.text = listed.owner_name},
                 {.text = listed.task.done_on ? date_words(listed.task.due_on)
                                              : cases::due_sentence(listed.task.due_on, visit.context.today)},
                 {.text = listed.task.done_on ? date_words(*listed.task.done_on) : "Not yet"}});
        append(body, wrap);
    }
    Paging const paging{
        .path = address, .query = {}, .page = view->page, .pages = view->pages, .total = view->total};
    if (view->pages > 1) body << html::p(showing_words(paging)) << page_links(paging);
    auto page = cases::section_page({.reference = view->header.reference,
                                     .section = cases::Section::action,
                                     .title = "Tasks",
                                     .body = std::move(body),
                                     .part = "/tasks"},
                                    view->header.counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

http::Response show_task(Visit& visit) {
    auto const view = task_of(visit);
    if (!view) return visit.refused(view.error());
    return task_page(visit, *view, {}, {});
}

http::Response post_task_done(Visit& visit) {
    auto const view = task_of(visit);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(task_done_form());
    if (!parsed.ok()) return task_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.task = view->tasks.front().task.id;
    auto const done = usecases::tasks::finish_task(visit.context, parsed.input);
    if (done) return visit.done(tasks_address(view->header.reference), "Task done.");
    if (is_about_the_form(done.error()))
        return task_page(visit, *view, std::move(parsed.typed), problems_of(done.error()));
    return visit.refused(done.error());
}

http::Response show_add_task(Visit& visit) {
    auto const view = usecases::tasks::view_task_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    if (visit.context.viewer.account) typed.set("owner", std::string(visit.context.viewer.account->text()));
    return cases::case_form_page(visit, add_page(*view), task_form().shapes(), std::move(typed), {});
}

http::Response post_add_task(Visit& visit) {
    auto const view = usecases::tasks::view_task_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const shapes = task_form().shapes();
    auto page = add_page(*view);
    auto parsed = visit.parse(task_form(), page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    auto const saved = usecases::tasks::save_task(visit.context, parsed.input);
    if (saved) return visit.done(page.cancel_href, "Task saved.");
    if (is_about_the_form(saved.error()))
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     problems_of(saved.error()));
    return visit.refused(saved.error());
}

http::Response show_edit_task(Visit& visit) {
    auto const view = task_of(visit);
    if (!view) return visit.refused(view.error());
    if (auto const refusal = no_longer_open(*view)) return visit.refused(*refusal);
    return cases::show_edit_form(visit, edit_of(visit, *view));
}

http::Response post_edit_task(Visit& visit) {
    auto const view = task_of(visit);
    if (!view) return visit.refused(view.error());
    if (auto const refusal = no_longer_open(*view)) return visit.refused(*refusal);
    return cases::post_edit_form(visit, edit_of(visit, *view));
}

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    auto const get = [&](char const* pattern, Action action, Handler handler) {
        routes.push_back({Method::get, pattern, Access::to(action), std::move(handler)});
    };
    auto const post = [&](char const* pattern, Handler handler) {
        routes.push_back(
            {Method::post, pattern, Access::to(Action::work_case), std::move(handler), http::Body::form});
    };
    get("/cases/{reference}/tasks", Action::see_protected_details, show_tasks);
    get("/cases/{reference}/tasks/new", Action::work_case, show_add_task);
    post("/cases/{reference}/tasks/new", post_add_task);
    get("/cases/{reference}/tasks/{task}", Action::see_protected_details, show_task);
    post("/cases/{reference}/tasks/{task}", post_task_done);
    get("/cases/{reference}/tasks/{task}/edit", Action::work_case, show_edit_task);
    post("/cases/{reference}/tasks/{task}/edit", post_edit_task);
}

}  // namespace doorstep::pages::tasks
