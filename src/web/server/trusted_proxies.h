#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

namespace doorstep::web::server {

/// An IPv4 or IPv6 address; IPv4 is kept in its IPv6 form (::ffff:a.b.c.d), so that one client has one
/// address whichever socket it came by.
class IpAddress {
  public:
    static std::optional<IpAddress> parse(std::string_view text);
    /// "192.0.2.1", "2001:db8::1"
    std::string text() const;
    std::array<std::uint8_t, 16> const& bytes() const { return bytes_; }
    bool is_ipv4() const;
    bool operator==(IpAddress const&) const = default;

  private:
    std::array<std::uint8_t, 16> bytes_{};
};

/// The proxies whose X-Forwarded-For and X-Forwarded-Proto are believed.
class TrustedProxies {
  public:
    /// Addresses ("10.0.0.7", "::1") or networks ("10.0.0.0/8"); throws Failure for anything else.
    explicit TrustedProxies(std::vector<std::string> const& texts);

    bool trusts(IpAddress const& address) const;

    struct Client {
        std::string address;
        bool secure;
    };
    /// Who is at the far end. Reads X-Forwarded-For from the right and stops at the first address that is not
    /// a trusted proxy, because everything left of it is what the client itself may have written.
    Client client_of(IpAddress const& peer, bool encrypted, http::Pairs const& headers) const;

  private:
    struct Network {
        IpAddress address;
        int prefix;  ///< bits of the IPv6 form
    };
    std::vector<Network> networks_;
};

}  // namespace doorstep::web::server
