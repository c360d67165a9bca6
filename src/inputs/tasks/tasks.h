#pragma once

#include "forms/form.h"
#include "usecases/tasks/tasks.h"

/// What is asked of a task, and when it is done.
namespace doorstep::inputs::tasks {

forms::Form<usecases::tasks::SaveTask> const& task_form();
forms::Form<usecases::tasks::FinishTask> const& task_done_form();
/// Who may do it.
forms::Choices task_choices(usecases::tasks::TasksView const& view);

}  // namespace doorstep::inputs::tasks
