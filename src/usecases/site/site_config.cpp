#include "usecases/site/site_config.h"

#include <toml++/toml.h>
#include <cstdlib>
#include <functional>
#include <map>

#include "base/text.h"
#include "domain/messages/email_address.h"

namespace doorstep::usecases {
namespace {

using Setter = std::function<bool(SiteConfig&, std::string const&)>;

bool set_flag(bool& flag, std::string const& text) {
    flag = text == "true";
    return text == "true" || text == "false";
}

std::map<std::string, Setter, std::less<>> const& setters() {
    static std::map<std::string, Setter, std::less<>> const all{
        {"database",
         [](SiteConfig& c, std::string const& v) {
             c.database = v;
             return v.empty() || v.starts_with("postgres");
         }},
        {"listen",
         [](SiteConfig& c, std::string const& v) {
             c.listen = v;
             return v.find(':') != std::string::npos;
         }},
        {"tls_cert",
         [](SiteConfig& c, std::string const& v) {
             c.tls_certificate = v;
             return true;
         }},
        {"tls_key",
         [](SiteConfig& c, std::string const& v) {
             c.tls_key = v;
             return true;
         }},
        {"trusted_proxies",
         [](SiteConfig& c, std::string const& v) {
             c.trusted_proxies.clear();
             for (auto const part : text::split(v, ','))
                 if (!text::trim(part).empty()) c.trusted_proxies.emplace_back(text::trim(part));
             return true;
         }},
        {"workers",
         [](SiteConfig& c, std::string const& v) {
             c.workers = std::atoi(v.c_str());
             return c.workers > 0 && c.workers <= 256;
         }},
        {"mail",
         [](SiteConfig& c, std::string const& v) {
             c.mail = v;
             return v == "folder" || v.starts_with("smtp://") || v.starts_with("smtps://");
         }},
        {"mail_from",
         [](SiteConfig& c, std::string const& v) {
             c.mail_from = v;
             return domain::messages::is_email_address(v);
         }},
        {"mail_user",
         [](SiteConfig& c, std::string const& v) {
             c.mail_user = v;
             return true;
         }},
        {"mail_password_file",
         [](SiteConfig& c, std::string const& v) {
             c.mail_password_file = v;
             return std::filesystem::exists(v);
         }},
        {"mail_certificates",
         [](SiteConfig& c, std::string const& v) {
             c.mail_certificates = v;
             return std::filesystem::exists(v);
         }},
        {"mail_tls", [](SiteConfig& c, std::string const& v) { return set_flag(c.mail_tls, v); }},
        {"webhook_networks",
         [](SiteConfig& c, std::string const& v) {
             c.webhook_networks.clear();
             for (auto const part : text::split(v, ','))
                 if (!text::trim(part).empty()) c.webhook_networks.emplace_back(text::trim(part));
             return true;
         }},
        {"scanner",
         [](SiteConfig& c, std::string const& v) {
             c.scanner = v;
             return v.empty() || v.starts_with('/') || v.find(':') != std::string::npos;
         }},
        {"log_json", [](SiteConfig& c, std::string const& v) { return set_flag(c.log_json, v); }},
        {"verbose", [](SiteConfig& c, std::string const& v) { return set_flag(c.verbose, v); }},
        {"diagnostics", [](SiteConfig& c, std::string const& v) { return set_flag(c.diagnostics, v); }},
    };
    return all;
}

std::optional<std::string> text_of(toml::node const& node) {
    if (auto const* text = node.as_string()) return text->get();
    if (auto const* number = node.as_integer()) return std::to_string(number->get());
    if (auto const* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    if (auto const* list = node.as_array()) {
        std::string joined;
        for (auto const& item : *list) joined += item.value_or(std::string()) + ",";
        return joined;
    }
    return std::nullopt;
}

}  // namespace

Expected<SiteConfig> read_site_config(std::filesystem::path const& data) {
    SiteConfig config;
    config.data = data;
    auto const path = data / "doorstep.toml";
    if (std::filesystem::exists(path)) {
        toml::table table;
        try {
            table = toml::parse_file(path.string());
        } catch (toml::parse_error const& error) {
            return refuse(RefusalKind::invalid, "bad-config",
                          path.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
                              std::string(error.description()));
        }
        for (auto const& [key, value] : table) {
            auto const setter = setters().find(key.str());
            auto const text = text_of(value);
            auto const where = path.string() + ", line " + std::to_string(value.source().begin.line) + ": ";
            if (setter == setters().end())
                return refuse(RefusalKind::invalid, "bad-config",
                              where + "there is no setting called " + std::string(key.str()));
            if (!text || !setter->second(config, *text))
                return refuse(RefusalKind::invalid, "bad-config",
                              where + std::string(key.str()) + " has a value that cannot be used");
        }
    }
    for (auto const& [key, setter] : setters()) {
        std::string variable = "DOORSTEP_";
        for (char c : key) variable += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
        if (char const* value = std::getenv(variable.c_str()))
            if (!setter(config, value))
                return refuse(RefusalKind::invalid, "bad-config",
                              "The environment variable " + variable + " has a value that cannot be used");
    }
    if (config.mail != "folder" && config.mail_from.empty())
        return refuse(RefusalKind::invalid, "bad-config",
                      "A mail server is set but not mail_from, the address that e-mails come from");
    return config;
}

}  // namespace doorstep::usecases
