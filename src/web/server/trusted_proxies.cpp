#include "web/server/trusted_proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "base/failure.h"
#include "http/header_value.h"

namespace doorstep::web::server {
namespace {

constexpr std::array<std::uint8_t, 12> ipv4_mark{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

/// "192.0.2.1:4711" and "[2001:db8::1]:4711" without their port.
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) {
        auto const bracket = text.find(']');
        return bracket == std::string_view::npos ? text : text.substr(1, bracket - 1);
    }
    auto const colon = text.find(':');
    bool const one_colon =
        colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos;
    return one_colon ? text.substr(0, colon) : text;
}

/// All elements of all headers of this name, in order.
std::vector<std::string_view> elements_of(http::Pairs const& headers, std::string_view name) {
    std::vector<std::string_view> elements;
    for (auto value : headers.all(name)) {
        while (true) {
            auto const comma = value.find(',');
            elements.push_back(http::trim_blanks(value.substr(0, comma)));
            if (comma == std::string_view::npos) break;
            value.remove_prefix(comma + 1);
        }
    }
    return elements;
}

}  // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    std::string const terminated(text);
    IpAddress address;
    if (inet_pton(AF_INET6, terminated.c_str(), address.bytes_.data()) == 1) return address;
    std::copy(ipv4_mark.begin(), ipv4_mark.end(), address.bytes_.begin());
    if (inet_pton(AF_INET, terminated.c_str(), address.bytes_.data() + ipv4_mark.size()) == 1) return address;
    return std::nullopt;
}

bool IpAddress::is_ipv4() const { return std::equal(ipv4_mark.begin(), ipv4_mark.end(), bytes_.begin()); }

std::string IpAddress::text() const {
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    if (is_ipv4())
        inet_ntop(AF_INET, bytes_.data() + ipv4_mark.size(), buffer.data(), buffer.size());
    else
        inet_ntop(AF_INET6, bytes_.data(), buffer.data(), buffer.size());
    return buffer.data();
}

TrustedProxies::TrustedProxies(std::vector<std::string> const& texts) {
    for (auto const& text : texts) {
        auto const slash = text.find('/');
        auto const address = IpAddress::parse(text.substr(0, slash));
        int prefix = 128;
        if (address && slash != std::string::npos) {
            auto const* end = text.data() + text.size();
            auto const [stopped_at, error] = std::from_chars(text.data() + slash + 1, end, prefix);
            bool const is_number = error == std::errc() && stopped_at == end && prefix >= 0;
            if (address->is_ipv4()) prefix += 96;
            if (!is_number) prefix = -1;
        }
        if (!address || prefix < 0 || prefix > 128)
            throw Failure(FailureKind::refused, "not an address or network of a trusted proxy: " + text);
        networks_.push_back({*address, prefix});
    }
}

bool TrustedProxies::trusts(IpAddress const& address) const {
    return std::any_of(networks_.begin(), networks_.end(), [&](Network const& network) {
        auto const whole_bytes = static_cast<std::size_t>(network.prefix / 8);
        auto const& wanted = network.address.bytes();
        if (!std::equal(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(whole_bytes),
                        address.bytes().begin()))
            return false;
        int const bits_left = network.prefix % 8;
        if (bits_left == 0) return true;
        auto const mask = static_cast<std::uint8_t>(0xFF << (8 - bits_left));
        return (wanted[whole_bytes] & mask) == (address.bytes()[whole_bytes] & mask);
    });
}

TrustedProxies::Client TrustedProxies::client_of(IpAddress const& peer, bool encrypted,
                                                 http::Pairs const& headers) const {
    if (!trusts(peer)) return {peer.text(), encrypted};
    auto client = peer;
    auto const forwarded = elements_of(headers, "x-forwarded-for");
    for (auto element = forwarded.rbegin(); element != forwarded.rend() && trusts(client); ++element) {
        auto const address = IpAddress::parse(without_port(*element));
        if (!address) break;
        client = *address;
    }
    // The nearest proxy wrote the last one.
    auto const protocols = elements_of(headers, "x-forwarded-proto");
    bool const secure = protocols.empty() ? encrypted : http::equals_ignoring_case(protocols.back(), "https");
    return {client.text(), secure};
}

}  // namespace doorstep::web::server
