#pragma once

#include <memory>

#include "base/clock.h"
#include "base/uuid.h"
#include "gateways/mail.h"
#include "gateways/secrets.h"
#include "gateways/vault.h"
#include "storage/sql/database.h"
#include "usecases/services.h"
#include "usecases/settings.h"
#include "usecases/site/site_config.h"
#include "usecases/view_log.h"

namespace doorstep::usecases {

enum class Migrate {
    automatically,  ///< after a backup, when the database is older
    refuse_older,   ///< for commands that only look; they make no site either
};

/// A site's data, opened: everything that use-cases stand on. Closes in order, writing what waits.
class OpenedSite {
  public:
    /// StorageError when the database cannot be opened or is newer than this program.
    OpenedSite(SiteConfig config, Clock const& clock, Migrate migrate = Migrate::automatically);

    SiteConfig const& config() const { return config_; }
    storage::sql::Database& database() { return *database_; }
    Services& services() { return services_; }

  private:
    SiteConfig config_;
    std::unique_ptr<storage::sql::Database> database_;
    RandomIdSource ids_;
    gateways::SiteKey site_key_;
    gateways::FolderVault vault_;
    SettingsSource settings_;
    ViewLog views_;
    std::unique_ptr<gateways::Mailer> mail_;
    Services services_;
};

/// The mail server or the folder that the configuration names.
std::unique_ptr<gateways::Mailer> make_mailer(SiteConfig const& config);

enum class IfMissing { make, refuse };

/// SQLite or PostgreSQL, as the configuration says. A SQLite file that is not there is made, or refused with
/// words (StorageError): a mistyped folder must not become a site.
std::unique_ptr<storage::sql::Database> open_database(SiteConfig const& config,
                                                      IfMissing if_missing = IfMissing::make);

}  // namespace doorstep::usecases
