#include "html/html.h"

#include <array>

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

}  // namespace

void append_escaped(std::string& out, std::string_view words) {
    std::size_t start = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const byte = static_cast<unsigned char>(words[i]);
        if (!is_replaced[byte]) continue;
        out.append(words, start, i - start);
        out += replacements[byte];
        start = i + 1;
    }
    out.append(words, start, words.size() - start);
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
