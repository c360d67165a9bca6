#include <algorithm>
#include <array>

#include "http/decode.h"
#include "http/request.h"

namespace doorstep::http {
namespace {

/// RFC 3986, 2.3: unreserved characters.
bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string decode_component(std::string_view encoded) {
    return clean_utf8(percent_decode(encoded, PlusSign::means_space));
}

}  // namespace

std::size_t count_form_fields(std::string_view encoded) {
    if (encoded.empty()) return 0;
    return 1 + static_cast<std::size_t>(std::count(encoded.begin(), encoded.end(), '&'));
}

Pairs parse_form(std::string_view encoded) {
    Pairs pairs;
    for (std::size_t fields = 0; !encoded.empty() && fields < form_field_limit; ++fields) {
        auto const ampersand = std::min(encoded.find('&'), encoded.size());
        auto const field = encoded.substr(0, ampersand);
        encoded.remove_prefix(std::min(ampersand + 1, encoded.size()));
        if (field.empty()) continue;
        auto const equals = std::min(field.find('='), field.size());
        auto const value = field.substr(std::min(equals + 1, field.size()));
        pairs.add(decode_component(field.substr(0, equals)), decode_component(value));
    }
    return pairs;
}

std::string percent_encode(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (char const c : text) {
        if (is_unreserved(c)) {
            encoded += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return encoded;
}

std::string encode_form(Pairs const& pairs) {
    std::string encoded;
    for (auto const& [name, value] : pairs) {
        if (!encoded.empty()) encoded += '&';
        encoded += percent_encode(name);
        encoded += '=';
        encoded += percent_encode(value);
    }
    return encoded;
}

}  // namespace doorstep::http
