#include "html/html.h"

namespace doorstep {

void append_escaped(std::string& out, std::string_view words) {
    std::size_t start = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view replacement;
        switch (words[i]) {
            case '&': replacement = "&amp;"; break;
            case '<': replacement = "&lt;"; break;
            case '>': replacement = "&gt;"; break;
            case '"': replacement = "&quot;"; break;
            case '\'': replacement = "&#39;"; break;
            default: continue;
        }
        out.append(words, start, i - start);
        out += replacement;
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
        markup += attribute.name;
        markup += "=\"";
        append_escaped(markup, attribute.value);
        markup += '"';
    }
    return Html::trusted(std::move(markup));
}

}  // namespace doorstep
