#include "html/elements.h"

namespace doorstep::html {

namespace {

Html wrapped(MarkupLiteral opening, std::string_view words, MarkupLiteral closing) {
    Html out;
    out.reserve(opening.view().size() + words.size() + words.size() / 8 + closing.view().size());
    out << opening << words << closing;
    return out;
}

Html wrapped(MarkupLiteral opening, Html const& content, MarkupLiteral closing) {
    Html out;
    out.reserve(opening.view().size() + content.markup().size() + closing.view().size());
    out << opening << content << closing;
    return out;
}

Html items_between(MarkupLiteral opening, std::vector<Html> const& items, MarkupLiteral closing) {
    Html out;
    out << opening;
    for (auto const& item : items) out << "<li>"_html << item << "</li>"_html;
    out << closing;
    return out;
}

}  // namespace

Html p(Html const& content) { return wrapped("<p class=\"govuk-body\">"_html, content, "</p>"_html); }
Html p(std::string_view words) { return wrapped("<p class=\"govuk-body\">"_html, words, "</p>"_html); }

Html h1(std::string_view words) {
    return wrapped("<h1 class=\"govuk-heading-l\">"_html, words, "</h1>"_html);
}
Html h2(std::string_view words) {
    return wrapped("<h2 class=\"govuk-heading-m\">"_html, words, "</h2>"_html);
}
Html h3(std::string_view words) {
    return wrapped("<h3 class=\"govuk-heading-s\">"_html, words, "</h3>"_html);
}

Html list(std::vector<Html> const& items) {
    return items_between("<ul class=\"govuk-list govuk-list--bullet\">"_html, items, "</ul>"_html);
}

Html numbered_list(std::vector<Html> const& items) {
    return items_between("<ol class=\"govuk-list govuk-list--number\">"_html, items, "</ol>"_html);
}

Html a(std::string_view href, std::string_view words) {
    Html out;
    out << "<a class=\"govuk-link\" href=\""_html << href << "\">"_html << words << "</a>"_html;
    return out;
}

Html strong(std::string_view words) { return wrapped("<strong>"_html, words, "</strong>"_html); }
Html hint(std::string_view words) { return wrapped("<p class=\"govuk-hint\">"_html, words, "</p>"_html); }

Html hidden(std::string_view words) {
    return wrapped("<span class=\"govuk-visually-hidden\">"_html, words, "</span>"_html);
}

Html time(std::string_view machine, std::string_view words) {
    Html out;
    out << "<time datetime=\""_html << machine << "\">"_html << words << "</time>"_html;
    return out;
}

namespace {

void append_typed_text(Html& out, std::string_view words) {
    out << "<span class=\"ds-typed-text\">"_html;
    std::size_t start = 0;
    while (true) {
        auto const end = words.find('\n', start);
        auto line = words.substr(start, end == std::string_view::npos ? end : end - start);
        if (line.ends_with('\r')) line.remove_suffix(1);
        out << line;
        if (end == std::string_view::npos) break;
        // An element rather than a style sheet's rule, so that documents made from the page keep the lines
        // too.
        out << "<br>"_html;
        start = end + 1;
    }
    out << "</span>"_html;
}

}  // namespace

Html typed_text(std::string_view words) {
    Html out;
    out.reserve(words.size() + words.size() / 8 + 48);
    append_typed_text(out, words);
    return out;
}

void append_typed_paragraph(Html& out, std::string_view words) {
    out << "<p class=\"govuk-body\">"_html;
    append_typed_text(out, words);
    out << "</p>"_html;
}

Html lines(std::vector<Html> const& parts) {
    Html out;
    for (auto const& part : parts) {
        if (!out.empty()) out << "<br>"_html;
        out << part;
    }
    return out;
}

Html div(std::string_view css_class, Html const& content) {
    Html out;
    out.reserve(css_class.size() + content.markup().size() + 32);
    out << "<div class=\""_html << css_class << "\">"_html << content << "</div>"_html;
    return out;
}

Html section(std::string_view css_class, std::string_view label, Html const& content) {
    Html out;
    out.reserve(css_class.size() + label.size() + content.markup().size() + 48);
    out << "<section class=\""_html << css_class << "\" aria-label=\""_html << label << "\">"_html << content
        << "</section>"_html;
    return out;
}

Html two_thirds(Html const& content) {
    return wrapped("<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"_html, content,
                   "</div></div>"_html);
}

Html two_columns(Html const& main, Html const& side) {
    Html out;
    out.reserve(main.markup().size() + side.markup().size() + 128);
    out << "<div class=\"ds-columns\"><div class=\"ds-columns__main\">"_html << main
        << "</div><div class=\"ds-columns__side\">"_html << side << "</div></div>"_html;
    return out;
}

Html nowrap(std::string_view words) {
    return wrapped("<span class=\"ds-nowrap\">"_html, words, "</span>"_html);
}

Html hidden_field(std::string_view name, std::string_view value) {
    Html out;
    out << "<input type=\"hidden\" name=\""_html << name << "\" value=\""_html << value << "\">"_html;
    return out;
}

Html image(std::string_view src, std::string_view alt, std::string_view css_class) {
    Html out;
    out << "<img src=\""_html << src << "\" alt=\""_html << alt << "\" class=\""_html << css_class
        << "\">"_html;
    return out;
}

Html codes(std::vector<std::string> const& codes) {
    Html out;
    out << "<ul class=\"govuk-list ds-codes\">"_html;
    for (auto const& code : codes) out << "<li><code>"_html << code << "</code></li>"_html;
    out << "</ul>"_html;
    return out;
}

Html print_button(std::string_view words) {
    Html out;
    out << "<button type=\"button\" class=\"govuk-button govuk-button--secondary\" data-print hidden>"_html
        << words << "</button>"_html;
    return out;
}

Html join(std::vector<Html> const& parts, std::string_view separator) {
    Html out;
    bool first = true;
    for (auto const& part : parts) {
        if (!first) out << separator;
        out << part;
        first = false;
    }
    return out;
}

}  // namespace doorstep::html
