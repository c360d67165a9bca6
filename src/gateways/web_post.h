#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"

struct sockaddr;

/// Messages to other programs' web addresses.
namespace doorstep::gateways {

struct WebPost {
    std::string address;  ///< checked by domain::webhooks::check_webhook
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;  ///< JSON
};

struct WebAnswer {
    std::optional<int> status;  ///< nothing when there was no answer
    std::string problem;        ///< why not, for colleagues; empty when it was taken

    /// Any 2xx: Standard Webhooks 1.0.
    bool was_taken() const { return status && *status >= 200 && *status < 300; }
};

class WebPoster {
  public:
    virtual ~WebPoster() = default;
    /// Never throws for what the other side does. May take up to fifteen seconds: not inside a transaction.
    virtual WebAnswer post(WebPost const& post) = 0;
};

/// By libcurl: http and https only, certificates checked, no redirects, no proxy, at most fifteen seconds.
///
/// Whoever may set an address must not reach what only this machine can (OWASP: server-side request forgery).
/// The address actually connected to is looked at, after names are resolved, so that a name which points
/// inside does not help either.
class CurlPoster : public WebPoster {
  public:
    /// Internal addresses that are meant: "10.1.2.3", "10.1.0.0/16", "::1".
    explicit CurlPoster(std::vector<std::string> allowed_internal) : allowed_(std::move(allowed_internal)) {}
    WebAnswer post(WebPost const& post) override;

  private:
    std::vector<std::string> allowed_;
};

/// Loopback, private, link-local, shared, documentation, multicast and the like (IANA special-purpose address
/// registries, RFC 6890), also where an IPv6 address holds an IPv4 one.
bool is_internal_address(sockaddr const& address);
/// Whether a list of addresses and networks holds this one.
bool is_among(std::vector<std::string> const& networks, sockaddr const& address);

/// "whsec_" and 32 random bytes in base 64.
std::string new_webhook_secret();
/// "v1,..." of the header webhook-signature: HMAC-SHA256 over "id.timestamp.body" with the bytes of the
/// secret (Standard Webhooks 1.0). `seconds` is Unix time, as in the header webhook-timestamp.
std::string webhook_signature(std::string_view secret, std::string_view id, std::int64_t seconds,
                              std::string_view body);

}  // namespace doorstep::gateways
