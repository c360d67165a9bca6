#include "web/site/security_headers.h"

#include "pages/layout.h"

namespace doorstep::web {

void add_security_headers(http::Response& response, http::Request const& request) {
    static std::string const policy =
        "default-src 'none'; script-src 'self' " + std::string(pages::js_enabled_script_hash) +
        "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src "
        "'self' blob:; "
        "worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    bool const own_policy = [&] {
        for (auto const& [name, value] : response.headers)
            if (name == "Content-Security-Policy") return true;
        return false;
    }();
    auto& headers = response.headers;
    // A file from the vault brings a stricter one.
    if (!own_policy) headers.emplace_back("Content-Security-Policy", policy);
    headers.emplace_back("Referrer-Policy", "no-referrer");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    headers.emplace_back("Permissions-Policy", "microphone=(self), geolocation=(self), camera=(self)");
    if (request.secure)
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

}  // namespace doorstep::web
