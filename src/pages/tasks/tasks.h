#pragma once

#include "pages/visit.h"

namespace doorstep::pages::tasks {

/// C23: GET /cases/{reference}/tasks and /tasks/{task}
http::Response show_tasks(Visit& visit);
http::Response show_task(Visit& visit);
/// POST /cases/{reference}/tasks/{task}: done
http::Response post_task_done(Visit& visit);
/// /cases/{reference}/tasks/new
http::Response show_add_task(Visit& visit);
http::Response post_add_task(Visit& visit);
/// /cases/{reference}/tasks/{task}/edit
http::Response show_edit_task(Visit& visit);
http::Response post_edit_task(Visit& visit);

void add_routes(Routes& routes);

}  // namespace doorstep::pages::tasks
