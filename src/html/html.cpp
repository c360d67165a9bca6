#include "html/html.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace doorstep {

namespace {

/// What replaces a byte; empty for the bytes that stay.
constexpr auto replacements = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}();

constexpr auto is_replaced = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = !replacements[byte].empty();
    return table;
}();

constexpr std::uint64_t every_byte(unsigned char byte) { return 0x0101010101010101ULL * byte; }

/// Not zero when one of the eight bytes is `byte`.
constexpr std::uint64_t has_byte(std::uint64_t eight, unsigned char byte) {
    auto const difference = eight ^ every_byte(byte);
    return (difference - every_byte(0x01)) & ~difference & every_byte(0x80);
}

/// Not zero when one of the eight bytes is replaced. & and ' differ in one bit, and so do < and >.
constexpr std::uint64_t has_replaced_byte(std::uint64_t eight) {
    return has_byte(eight | every_byte('&' ^ '\''), '\'') | has_byte(eight | every_byte('<' ^ '>'), '>') |
           has_byte(eight, '"');
}

std::uint64_t eight_bytes_at(char const* at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    return eight;
}

/// The first position from `i` on whose byte is replaced, or the end.
std::size_t next_replaced(std::string_view words, std::size_t i) {
    // Most text has nothing to replace: look at eight bytes at a time.
    for (; i + 8 <= words.size(); i += 8)
        if (has_replaced_byte(eight_bytes_at(words.data() + i)) != 0) break;
    for (; i < words.size(); ++i)
        if (is_replaced[static_cast<unsigned char>(words[i])]) return i;
    return words.size();
}

}  // namespace

void append_escaped(std::string& out, std::string_view words) {
    std::size_t start = 0;
    while (true) {
        auto const found = next_replaced(words, start);
        out.append(words.data() + start, found - start);
        if (found == words.size()) return;
        out += replacements[static_cast<unsigned char>(words[found])];
        start = found + 1;
    }
}

Html Html::text(std::string_view words) {
    Html html;
    html.markup_.reserve(words.size() + words.size() / 8);
    append_escaped(html.markup_, words);
    return html;
}

Html& Html::operator<<(std::string_view words) {
    append_escaped(markup_, words);
    return *this;
}

Html attributes(Attributes const& list) {
    std::string markup;
    for (auto const& attribute : list) {
        markup += ' ';
        append_escaped(markup, attribute.name);
        markup += "=\"";
        append_escaped(markup, attribute.value);
        markup += '"';
    }
    return Html::trusted(std::move(markup));
}

}  // namespace doorstep
