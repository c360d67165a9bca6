#include "domain/tasks/task.h"

#include "base/text.h"

namespace doorstep::domain::tasks {

Expected<Done> check_task(Task const& task, Date today, std::optional<Date> due_before) {
    if (text::trim(task.what).empty())
        return refuse_field("what-missing", "what", "Enter what has to be done");
    if (task.due_on < today && task.due_on != due_before)
        return refuse_field("due-in-past", "due-on", "The day it is due must be today or in the future");
    return Done{};
}

}  // namespace doorstep::domain::tasks
