#include "http/decode.h"

#include <algorithm>
#include <cstdint>

namespace doorstep::http {
namespace {

int hexadecimal_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// A stretch at the start of a text: one whole character, or the bytes that stand for one broken character.
struct Sequence {
    std::size_t length;
    bool valid;
};

/// Table 3-7 of the Unicode Standard: which second bytes each first byte allows.
Sequence first_sequence(std::string_view text) {
    auto const byte_at = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    auto const first = byte_at(0);
    if (first < 0x80) return {1, true};
    if (first < 0xC2 || first > 0xF4) return {1, false};
    std::size_t const length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint8_t lowest = 0x80;
    std::uint8_t highest = 0xBF;
    if (first == 0xE0) lowest = 0xA0;
    if (first == 0xED) highest = 0x9F;
    if (first == 0xF0) lowest = 0x90;
    if (first == 0xF4) highest = 0x8F;
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= text.size() || byte_at(i) < lowest || byte_at(i) > highest) return {i, false};
        lowest = 0x80;
        highest = 0xBF;
    }
    return {length, true};
}

bool is_plain(char c) { return c > 0 && static_cast<unsigned char>(c) < 0x80; }

}  // namespace

std::string percent_decode(std::string_view text, PlusSign plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c == '%' && i + 2 < text.size()) {
            int const high = hexadecimal_digit(text[i + 1]);
            int const low = hexadecimal_digit(text[i + 2]);
            if (high >= 0 && low >= 0) {
                decoded += static_cast<char>(high * 16 + low);
                i += 2;
                continue;
            }
        }
        decoded += c == '+' && plus == PlusSign::means_space ? ' ' : c;
    }
    return decoded;
}

bool is_clean_utf8(std::string_view text) {
    while (!text.empty()) {
        if (is_plain(text.front())) {
            text.remove_prefix(1);
            continue;
        }
        auto const sequence = first_sequence(text);
        if (!sequence.valid || text.front() == '\0') return false;
        text.remove_prefix(sequence.length);
    }
    return true;
}

std::string clean_utf8(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        auto const sequence = first_sequence(text);
        if (!sequence.valid)
            clean += "\xEF\xBF\xBD";
        else if (text.front() != '\0')
            clean += text.substr(0, sequence.length);
        text.remove_prefix(sequence.length);
    }
    return clean;
}

}  // namespace doorstep::http
