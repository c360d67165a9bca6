#pragma once

#include <string>
#include <vector>

#include "govuk/content.h"
#include "govuk/tag.h"
#include "html/html.h"

namespace doorstep::govuk {

struct TaskListTitle {
    std::string text;
    Html html;
    std::string classes;
};

/// Words ("Completed"), or a tag where something is still to be done.
struct TaskListStatus {
    std::string text;
    Html html;
    Tag tag;
    std::string classes;
};

/// Without `href` it cannot be started yet.
struct TaskListItem {
    TaskListTitle title;
    Content hint;
    TaskListStatus status;
    std::string href;
    std::string classes;
};

/// What there is to do, and how far each is.
struct TaskList {
    std::vector<TaskListItem> items;
    std::string id_prefix = "task-list";
    std::string classes;
    Attributes attributes;
};

Html task_list(TaskList const& options);
void append(Html& out, TaskList const& options);

}  // namespace doorstep::govuk
