#include "govuk/stat_card.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_inside(Html& out, StatCard const& card) {
    // Both are inside the link, so that its words say what the number is.
    bool const is_number = card.figure.find_first_of("0123456789") != std::string::npos;
    auto const write_words = [&] {
        out << "<span class=\"ds-stat__figure"_html << (is_number ? ""_html : " ds-stat__figure--words"_html)
            << "\">"_html << card.figure << "</span> <span class=\"ds-stat__label\">"_html << card.label
            << "</span>"_html;
    };
    if (card.href.empty()) {
        write_words();
    } else {
        out << "<a class=\"ds-stat__link\" href=\""_html << card.href << "\">"_html;
        write_words();
        out << "</a>"_html;
    }
    if (!card.note.empty()) out << " <span class=\"ds-stat__note\">"_html << card.note << "</span>"_html;
}

}  // namespace

Html stat_card(StatCard const& options) {
    Html out;
    out.reserve(320);
    out << "<div class=\"ds-stat"_html;
    write_classes(out, options.classes);
    out << "\">"_html;
    append_inside(out, options);
    out << "</div>"_html;
    return out;
}

Html stat_cards(std::vector<StatCard> const& cards) {
    Html out;
    out.reserve(64 + 320 * cards.size());
    out << "<ul class=\"ds-stats\">"_html;
    for (auto const& card : cards) {
        out << "<li class=\"ds-stat"_html;
        write_classes(out, card.classes);
        out << "\">"_html;
        append_inside(out, card);
        out << "</li>"_html;
    }
    out << "</ul>"_html;
    return out;
}

}  // namespace doorstep::govuk
