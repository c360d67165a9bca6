#include "web/server/framing.h"

#include <algorithm>
#include <charconv>

#include "http/header_value.h"

namespace doorstep::web::server {
namespace {

using http::equals_ignoring_case;
using http::trim_blanks;

FramingResult refuse(int status) { return {{}, status}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A name or address with an optional port, by its characters only: we never look it up.
bool is_host(std::string_view host) {
    auto const is_host_character = [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("-._~:[]").find(c) != std::string_view::npos;
    };
    return !host.empty() && host.size() <= 260 && std::all_of(host.begin(), host.end(), is_host_character);
}

/// Whether a comma-separated list, such as Connection, has a token.
bool lists(std::vector<std::string_view> const& values, std::string_view token) {
    for (auto value : values) {
        while (!value.empty()) {
            auto const comma = std::min(value.find(','), value.size());
            if (equals_ignoring_case(trim_blanks(value.substr(0, comma)), token)) return true;
            value.remove_prefix(std::min(comma + 1, value.size()));
        }
    }
    return false;
}

}  // namespace

FramingResult read_framing(http::Pairs const& headers, HttpVersion version) {
    Framing framing;
    auto const codings = headers.all("transfer-encoding");
    auto const lengths = headers.all("content-length");
    if (!codings.empty()) {
        if (!lengths.empty() || version == HttpVersion::one_zero) return refuse(400);
        if (codings.size() > 1 || !equals_ignoring_case(codings.front(), "chunked")) return refuse(501);
        framing.chunked = true;
    }
    if (lengths.size() > 1) return refuse(400);
    if (!lengths.empty()) {
        auto const digits = lengths.front();
        if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return refuse(400);
        auto const parsed =
            std::from_chars(digits.data(), digits.data() + digits.size(), framing.content_length);
        if (parsed.ec != std::errc()) return refuse(413);
    }

    auto const hosts = headers.all("host");
    if (hosts.size() != 1 || !is_host(hosts.front())) return refuse(400);

    auto const expectations = headers.all("expect");
    if (!expectations.empty() && version == HttpVersion::one_one) {
        if (expectations.size() > 1 || !equals_ignoring_case(expectations.front(), "100-continue"))
            return refuse(417);
        framing.expects_continue = true;
    }
    framing.keep_alive = version == HttpVersion::one_one && !lists(headers.all("connection"), "close");
    return {framing, std::nullopt};
}

}  // namespace doorstep::web::server
