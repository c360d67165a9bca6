#include "usecases/upkeep/site_health.h"

#include <algorithm>

#include "base/text.h"
#include "storage/settings.h"

namespace doorstep::usecases::upkeep {
namespace {

constexpr std::string_view backup_job = "nightly-backup";
/// A nightly copy that was missed twice.
constexpr std::int64_t late_backup_seconds = 2 * 24 * 3600;

}  // namespace

Expected<SiteHealth> view_site_health(Context& context) {
    if (auto const may = context.require(domain::access::Action::see_settings); !may)
        return refuse(may.error());
    auto& tx = context.read();
    SiteHealth health;
    health.jobs = storage::jobs::list(tx);
    health.messages = storage::outbox::waiting(tx);
    health.schema = context.services.database.health().schema;
    bool first_copy_is_to_come = false;
    for (auto const& job : health.jobs) {
        if (job.name == backup_job) {
            if (job.failures == 0) health.last_backup_at = job.last_ended_at;
            first_copy_is_to_come = !job.last_ended_at && job.next_at > context.now;
            health.next_backup_at = job.next_at;
        }
        if (job.failures > 0)
            health.problems.push_back("The job " + job.name + " failed " +
                                      text::count_of(job.failures, "time", "times") + ": " + job.last_error);
    }
    health.backup_is_late =
        !first_copy_is_to_come &&
        (!health.last_backup_at || *health.last_backup_at < context.now.plus_seconds(-late_backup_seconds));
    if (health.backup_is_late)
        health.problems.emplace_back("There is no nightly copy of the last two days. Copy the data yourself");
    for (auto const& row : health.messages)
        if (row.failed > 0)
            health.problems.push_back(text::count_of(row.failed, "message", "messages") + " by " +
                                      row.channel + " could not be sent");
    auto const standards = storage::settings::standards(tx);
    health.proposals_waiting = static_cast<int>(std::count_if(
        standards.begin(), standards.end(), [](auto const& stored) { return stored.state == "proposed"; }));
    return health;
}

}  // namespace doorstep::usecases::upkeep
