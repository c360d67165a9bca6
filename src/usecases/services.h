#pragma once

#include <memory>

#include "base/clock.h"
#include "base/uuid.h"
#include "storage/sql/database.h"

namespace doorstep::gateways {
class Vault;
class SiteKey;
class Mailer;
}  // namespace doorstep::gateways

namespace doorstep::usecases {

class SettingsSource;
class ViewLog;

/// What use-cases stand on, built once in app/ and shared by every door.
struct Services {
    storage::sql::Database& database;
    Clock const& clock;
    IdSource& ids;
    SettingsSource& settings;     ///< dated lists, standards, wording and question sets, as they stand
    ViewLog& views;               ///< who looked at protected data
    gateways::Vault& vault;       ///< files by hash
    gateways::SiteKey& site_key;  ///< seals secrets kept in the database
    gateways::Mailer& mail;       ///< slow: never inside a change
};

}  // namespace doorstep::usecases
