#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"

namespace doorstep::usecases {

/// Where a site's data is and how it is served: doorstep.toml in the data folder, DOORSTEP_* in the
/// environment over it, options of the command line over both. Every key: docs/admin/configuration.md.
struct SiteConfig {
    std::filesystem::path data = "data";
    std::string database;  ///< a PostgreSQL URL; empty for SQLite in the data folder
    std::string listen = "127.0.0.1:8080";
    std::optional<std::filesystem::path> tls_certificate;
    std::optional<std::filesystem::path> tls_key;
    std::vector<std::string> trusted_proxies;
    int workers = 16;
    bool log_json = false;
    bool verbose = false;
    bool diagnostics = false;

    bool uses_postgres() const { return !database.empty(); }
    /// Path of the SQLite file, or the PostgreSQL URL.
    std::string location() const { return uses_postgres() ? database : (data / "doorstep.db").string(); }
    std::filesystem::path backups() const { return data / "backups"; }
    std::filesystem::path secrets() const { return data / "secrets"; }
    std::filesystem::path vault() const { return data / "vault"; }
};

/// Refused with the line and key when the file is not well made or names a key that does not exist.
Expected<SiteConfig> read_site_config(std::filesystem::path const& data);

}  // namespace doorstep::usecases
