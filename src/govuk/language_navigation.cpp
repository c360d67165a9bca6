#include "govuk/language_navigation.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_current(Html& out, LanguageNavigationItem const& item) {
    out << "<span class=\"govuk-language-navigation__text"_html;
    write_classes(out, item.classes);
    out << "\" aria-current=\"true\""_html;
    write_attribute(out, " lang=\""_html, item.lang);
    write_attribute(out, " dir=\""_html, item.dir);
    write_attributes(out, item.attributes);
    out << ">"_html;
    write_content(out, item.text, item.html);
    out << "</span>"_html;
}

void append_link(Html& out, LanguageNavigationItem const& item) {
    out << "<a class=\"govuk-language-navigation__link"_html;
    write_classes(out, item.classes);
    out << "\" href=\""_html << item.href << "\" rel=\"alternate\""_html;
    write_attribute(out, " lang=\""_html, item.lang);
    write_attribute(out, " hreflang=\""_html, item.href_lang.empty() ? item.lang : item.href_lang);
    write_attribute(out, " dir=\""_html, item.dir);
    write_attributes(out, item.attributes);
    out << ">"_html;
    write_content(out, item.text, item.html);
    if (!item.language_description_text.empty())
        out << "<span class=\"govuk-visually-hidden\"> "_html << item.language_description_text
            << "</span>"_html;
    out << "</a>"_html;
}

}  // namespace

void append(Html& out, LanguageNavigation const& options) {
    out << "<nav class=\"govuk-language-navigation"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << " aria-label=\""_html << options.aria_label
        << "\"><ul class=\"govuk-language-navigation__list\">"_html;
    for (auto const& item : options.items) {
        out << "<li class=\"govuk-language-navigation__list-item\">"_html;
        if (item.current || item.href.empty())
            append_current(out, item);
        else
            append_link(out, item);
        out << "</li>"_html;
    }
    out << "</ul></nav>"_html;
}

Html language_navigation(LanguageNavigation const& options) { return built(options, 512); }

}  // namespace doorstep::govuk
