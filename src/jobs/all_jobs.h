#pragma once

#include <vector>

#include "jobs/scheduler.h"
#include "usecases/site/site_config.h"

namespace doorstep::jobs {

/// Every job of a site.
std::vector<Job> all_jobs(usecases::SiteConfig const& config);

}  // namespace doorstep::jobs
