#include "usecases/upkeep/site_health.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "gateways/mail.h"
#include "gateways/vault.h"
#include "legal/calendar.h"
#include "legal/standard_ids.h"
#include "storage/settings.h"
#include "usecases/settings.h"

namespace doorstep::usecases::upkeep {
namespace {

constexpr std::string_view backup_job = "nightly-backup";
/// A nightly copy that was missed twice.
constexpr std::int64_t late_backup_seconds = 2 * 24 * 3600;
/// A twentieth of the disk: time left to act in, also on a small one.
constexpr std::uint64_t full_disk_part = 20;
constexpr int loads_looked_at = 50;

void look_at_disk(SiteHealth& health, gateways::Vault const& vault) {
    std::error_code failed;
    auto const space = std::filesystem::space(vault.upload_folder(), failed);
    if (failed) return;
    health.disk_free = space.available;
    health.disk_size = space.capacity;
    if (health.disk_free < health.disk_size / full_disk_part)
        health.problems.emplace_back(
            "The disk is nearly full. Nothing more can be saved when it is: make room, or give it a larger "
            "one");
}

std::vector<storage::places::DataLoad> newest_of_each_kind(std::vector<storage::places::DataLoad> loads) {
    std::vector<storage::places::DataLoad> newest;
    for (auto& load : loads)
        if (std::ranges::none_of(newest, [&](auto const& other) { return other.kind == load.kind; }))
            newest.push_back(std::move(load));
    return newest;
}

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
    look_at_disk(health, context.services.vault);
    health.emails_reach_people = context.services.mail.reaches_people();
    if (!health.emails_reach_people)
        health.problems.emplace_back(
            "No mail server is set. E-mails reach nobody: they are kept in a folder of the data. "
            "Set \"mail\" in doorstep.toml");
    health.loads = newest_of_each_kind(storage::places::loads(tx, loads_looked_at));
    for (auto const& row : health.messages)
        if (row.failed > 0)
            health.problems.push_back(text::count_of(row.failed, "message", "messages") + " by " +
                                      row.channel + " could not be sent");
    auto const& settings = context.settings();
    auto const known_until = legal::working_days(settings.site().division).known_until();
    auto const enough =
        settings.standards()
            .deadline(legal::standard_ids::bank_holiday_warning, context.today, {}, settings.site().division)
            .by;
    if (known_until < enough)
        health.problems.push_back("Bank holidays are known until " + date_words(known_until) +
                                  " only, and days after that count without them. Install a newer version");
    auto const standards = storage::settings::standards(tx);
    health.proposals_waiting = static_cast<int>(std::count_if(
        standards.begin(), standards.end(), [](auto const& stored) { return stored.state == "proposed"; }));
    return health;
}

}  // namespace doorstep::usecases::upkeep
