#include "usecases/site/opened_site.h"

#include <filesystem>
#include <fstream>

#include "base/log.h"
#include "storage/backup.h"
#include "storage/migrator.h"

namespace doorstep::usecases {
namespace {

std::unique_ptr<storage::sql::Database> opened_and_migrated(SiteConfig const& config, Clock const& clock,
                                                            Migrate migrate) {
    auto database =
        open_database(config, migrate == Migrate::refuse_older ? IfMissing::refuse : IfMissing::make);
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

/// The first line of the file.
std::string password_in(std::optional<std::filesystem::path> const& path) {
    std::string password;
    if (!path) return password;
    std::ifstream file(*path);
    if (!std::getline(file, password))
        throw GatewayError(FailureKind::refused, "The mail password cannot be read from " + path->string());
    while (!password.empty() && password.back() == '\r') password.pop_back();
    return password;
}

}  // namespace

std::unique_ptr<storage::sql::Database> open_database(SiteConfig const& config, IfMissing if_missing) {
    storage::sql::OpenOptions options;
    options.readers = config.workers + 4;
    if (config.uses_postgres()) return storage::sql::open_postgres(config.database, options);
    if (if_missing == IfMissing::refuse && !std::filesystem::exists(config.location()))
        throw StorageError(FailureKind::refused,
                           "There is no site in " + config.data.string() + ": name its folder with --data");
    std::filesystem::create_directories(config.data);
    return storage::sql::open_sqlite(config.location(), options);
}

std::unique_ptr<gateways::Mailer> make_mailer(SiteConfig const& config) {
    if (config.mail == "folder") return std::make_unique<gateways::FolderMailer>(config.mail_folder());
    return std::make_unique<gateways::SmtpMailer>(
        gateways::SmtpSettings{.url = config.mail,
                               .from_address = config.mail_from,
                               .user = config.mail_user,
                               .password = password_in(config.mail_password_file),
                               .requires_tls = config.mail_tls,
                               .trusted_certificates = config.mail_certificates});
}

OpenedSite::OpenedSite(SiteConfig config, Clock const& clock, Migrate migrate)
    : config_(std::move(config)),
      database_(opened_and_migrated(config_, clock, migrate)),
      ids_(clock),
      site_key_(config_.secrets()),
      vault_(config_.vault(), config_.scanner.empty() ? gateways::NewFiles::are_given_at_once
                                                      : gateways::NewFiles::wait_for_scanner),
      settings_(*database_),
      views_(*database_),
      mail_(make_mailer(config_)),
      services_{*database_, clock, ids_, settings_, views_, vault_, site_key_, *mail_} {}

}  // namespace doorstep::usecases
