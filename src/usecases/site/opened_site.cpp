#include "usecases/site/opened_site.h"

#include <filesystem>

#include "base/log.h"
#include "storage/backup.h"
#include "storage/migrator.h"

namespace doorstep::usecases {
namespace {

std::unique_ptr<storage::sql::Database> opened_and_migrated(SiteConfig const& config, Clock const& clock,
                                                            Migrate migrate) {
    auto database = open_database(config);
    auto const state = storage::migration_state(*database);
    if (state.pending.empty() && state.unknown.empty() && state.changed.empty()) return database;
    if (migrate == Migrate::refuse_older && !state.pending.empty())
        throw StorageError(FailureKind::wrong_version,
                           "The database is older than this program: run doorstep db migrate");
    if (auto const copy = storage::backup_before_migration(*database, config.backups(), clock))
        log::info("The database was copied before it is changed", {{"to", log::Safe{copy->string()}}});
    storage::migrate(*database, clock);
    return database;
}

}  // namespace

std::unique_ptr<storage::sql::Database> open_database(SiteConfig const& config) {
    storage::sql::OpenOptions options;
    options.readers = config.workers + 4;
    if (config.uses_postgres()) return storage::sql::open_postgres(config.database, options);
    std::filesystem::create_directories(config.data);
    return storage::sql::open_sqlite(config.location(), options);
}

OpenedSite::OpenedSite(SiteConfig config, Clock const& clock, Migrate migrate)
    : config_(std::move(config)),
      database_(opened_and_migrated(config_, clock, migrate)),
      ids_(clock),
      site_key_(config_.secrets()),
      vault_(config_.vault()),
      settings_(*database_),
      views_(*database_),
      services_{*database_, clock, ids_, settings_, views_, vault_, site_key_} {}

}  // namespace doorstep::usecases
