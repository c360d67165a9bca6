#include "inputs/tasks/tasks.h"

namespace doorstep::inputs::tasks {

using forms::at_most;
using forms::required;
using usecases::tasks::FinishTask;
using usecases::tasks::SaveTask;
using usecases::tasks::TasksView;

forms::Form<SaveTask> const& task_form() {
    static auto const form = forms::form<SaveTask>(
        "task",
        forms::textarea_field(&SaveTask::what, {.name = "what", .label = "What has to be done?", .rows = 3},
                              {required("Enter what has to be done"),
                               at_most(500, "What has to be done must be 500 characters or fewer")}),
        forms::select_field(&SaveTask::owner, {.name = "owner", .label = "Who will do it?"},
                            {required("Select who will do it")}),
        forms::date_field(&SaveTask::due_on,
                          {.name = "due-on", .label = "By when?", .hint = "For example, 27 3 2027"},
                          {required("Enter the day it is due")}));
    return form;
}

forms::Form<FinishTask> const& task_done_form() {
    static auto const form = forms::form<FinishTask>(
        "task-done",
        forms::date_field(&FinishTask::done_on,
                          {.name = "done-on",
                           .label = "When was it done?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {required("Enter the day it was done"),
                           forms::not_in_future("The day it was done must be today or in the past")}),
        forms::textarea_field(&FinishTask::result,
                              {.name = "result", .label = "What came of it?", .rows = 3, .optional = true},
                              {at_most(1000, "What came of it must be 1,000 characters or fewer")}));
    return form;
}

forms::Choices task_choices(TasksView const& view) {
    forms::Choices choices;
    for (auto const& account : view.may_own)
        choices["owner"].push_back({.value = std::string(account.id.text()), .text = account.name});
    return choices;
}

}  // namespace doorstep::inputs::tasks
