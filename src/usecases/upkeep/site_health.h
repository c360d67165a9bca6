#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/jobs.h"
#include "storage/outbox.h"
#include "storage/places.h"
#include "usecases/context.h"

namespace doorstep::usecases::upkeep {

/// How the site stands (A01): for those who may see_settings.
struct SiteHealth {
    std::vector<storage::jobs::JobRow> jobs;
    std::vector<storage::outbox::Waiting> messages;
    std::string schema;                     ///< the newest migration
    std::optional<Instant> last_backup_at;  ///< of the last nightly copy that went well
    std::optional<Instant> next_backup_at;
    bool backup_is_late = false;                   ///< none for two days
    bool emails_reach_people = false;              ///< false while they are only written to a folder
    std::uint64_t disk_free = 0;                   ///< bytes, where files are kept
    std::uint64_t disk_size = 0;                   ///< bytes; 0 where the system does not say
    std::vector<storage::places::DataLoad> loads;  ///< the newest of each kind
    std::vector<std::string> problems;             ///< in sentences, the worst first
    int proposals_waiting = 0;
};
Expected<SiteHealth> view_site_health(Context& context);

}  // namespace doorstep::usecases::upkeep
