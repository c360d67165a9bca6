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
    /// "folder": e-mails are written to the data folder and none leaves. Else a mail server,
    /// "smtp://mail.example:587" (with STARTTLS) or "smtps://mail.example".
    std::string mail = "folder";
    std::string mail_from;  ///< the address e-mails come from
    std::string mail_user;
    std::optional<std::filesystem::path> mail_password_file;
    /// Certificates to trust besides the system's own, for a mail server inside the house.
    std::optional<std::filesystem::path> mail_certificates;
    /// False only for a relay on the same machine: e-mails then travel unencrypted.
    bool mail_tls = true;
    /// Networks inside the house that webhooks may reach: "10.1.0.0/16", "127.0.0.1". Without: none.
    std::vector<std::string> webhook_networks;
    /// Where ClamAV's clamd listens, "127.0.0.1:3310" or the path of its socket: files that arrive wait for
    /// it. Empty: they are not looked at.
    std::string scanner;
    bool log_json = false;
    bool verbose = false;
    bool diagnostics = false;

    bool uses_postgres() const { return !database.empty(); }
    /// Path of the SQLite file, or the PostgreSQL URL.
    std::string location() const { return uses_postgres() ? database : (data / "doorstep.db").string(); }
    std::filesystem::path backups() const { return data / "backups"; }
    std::filesystem::path secrets() const { return data / "secrets"; }
    std::filesystem::path vault() const { return data / "vault"; }
    std::filesystem::path mail_folder() const { return data / "mail"; }
};

/// Refused with the line and key when the file is not well made or names a key that does not exist.
Expected<SiteConfig> read_site_config(std::filesystem::path const& data);

}  // namespace doorstep::usecases
