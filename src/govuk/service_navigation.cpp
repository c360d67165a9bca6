#include "govuk/service_navigation.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_name(Html& out, ServiceNavigation const& options) {
    if (options.service_name.empty()) return;
    out << "<span class=\"govuk-service-navigation__service-name\">"_html;
    if (options.service_url.empty())
        out << "<span class=\"govuk-service-navigation__text\">"_html << options.service_name
            << "</span>"_html;
    else
        out << "<a href=\""_html << options.service_url << "\" class=\"govuk-service-navigation__link\">"_html
            << options.service_name << "</a>"_html;
    out << "</span>"_html;
}

void append_item(Html& out, ServiceNavigationItem const& item) {
    bool const is_marked = item.active || item.current;
    auto const write_current = [&] {
        if (item.current)
            out << " aria-current=\"page\""_html;
        else if (item.active)
            out << " aria-current=\"true\""_html;
    };
    auto const write_words = [&] {
        // Strong, so that people who set their own colours still see which it is.
        if (is_marked) out << "<strong class=\"govuk-service-navigation__active-fallback\">"_html;
        write_content(out, item.text, item.html);
        if (is_marked) out << "</strong>"_html;
    };
    out << "<li class=\"govuk-service-navigation__item"_html;
    if (is_marked) out << " govuk-service-navigation__item--active"_html;
    out << "\">"_html;
    if (!item.href.empty()) {
        out << "<a class=\"govuk-service-navigation__link\" href=\""_html << item.href << "\""_html;
        write_current();
        write_attributes(out, item.attributes);
        out << ">"_html;
        write_words();
        out << "</a>"_html;
    } else if (!item.text.empty() || !item.html.empty()) {
        out << "<span class=\"govuk-service-navigation__text\""_html;
        write_current();
        out << ">"_html;
        write_words();
        out << "</span>"_html;
    }
    out << "</li>"_html;
}

void append_navigation(Html& out, ServiceNavigation const& options) {
    auto const& slots = options.slots;
    if (options.navigation.empty() && slots.navigation_start.empty() && slots.navigation_end.empty()) return;
    out << "<nav aria-label=\""_html
        << (options.navigation_label.empty() ? options.menu_button_text : options.navigation_label)
        << "\" class=\"govuk-service-navigation__wrapper"_html;
    write_classes(out, options.navigation_classes);
    out << "\">"_html;
    if (options.collapse_navigation_on_mobile.value_or(options.navigation.size() > 1)) {
        out << "<button type=\"button\" class=\"govuk-service-navigation__toggle "
               "govuk-js-service-navigation-toggle\" aria-controls=\""_html
            << options.navigation_id << "\""_html;
        if (options.menu_button_label != options.menu_button_text)
            write_attribute(out, " aria-label=\""_html, options.menu_button_label);
        out << " hidden aria-hidden=\"true\">"_html << options.menu_button_text << "</button>"_html;
    }
    out << "<ul class=\"govuk-service-navigation__list\" id=\""_html << options.navigation_id << "\">"_html
        << slots.navigation_start;
    for (auto const& item : options.navigation) append_item(out, item);
    out << slots.navigation_end << "</ul></nav>"_html;
}

}  // namespace

void append(Html& out, ServiceNavigation const& options) {
    // With a service name it is a landmark of its own; without, the nav inside is enough.
    bool const is_section =
        !options.service_name.empty() || !options.slots.start.empty() || !options.slots.end.empty();
    if (is_section)
        out << "<section aria-label=\""_html << options.aria_label << "\""_html;
    else
        out << "<div"_html;
    out << " class=\"govuk-service-navigation"_html;
    write_classes(out, options.classes);
    out << "\" data-module=\"govuk-service-navigation\""_html;
    write_attributes(out, options.attributes);
    out << "><div class=\"govuk-width-container"_html;
    if (options.slots.end_is_inline) out << " govuk-service-navigation__inlining-container"_html;
    out << "\">"_html << options.slots.start << "<div class=\"govuk-service-navigation__container\">"_html;
    append_name(out, options);
    append_navigation(out, options);
    out << "</div>"_html << options.slots.end << "</div>"_html;
    if (is_section)
        out << "</section>"_html;
    else
        out << "</div>"_html;
}

Html service_navigation(ServiceNavigation const& options) {
    return built(options, 768 + 192 * options.navigation.size());
}

}  // namespace doorstep::govuk
