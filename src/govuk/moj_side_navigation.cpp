#include "govuk/moj_side_navigation.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_list(Html& out, std::vector<MojSideNavigationItem> const& items) {
    out << "<ul class=\"moj-side-navigation__list\">"_html;
    for (auto const& item : items) {
        out << "<li class=\"moj-side-navigation__item"_html;
        if (item.active) out << " moj-side-navigation__item--active"_html;
        out << "\""_html;
        write_attributes(out, item.attributes);
        out << "><a href=\""_html << item.href << "\""_html;
        if (item.active) out << " aria-current=\"location\""_html;
        out << ">"_html;
        write_content(out, item.text, item.html);
        out << "</a></li>"_html;
    }
    out << "</ul>"_html;
}

void append_heading(Html& out, MojSideNavigationHeading const& heading) {
    out << "<h"_html << heading.heading_level << " class=\"moj-side-navigation__title"_html;
    write_classes(out, heading.classes);
    out << "\""_html;
    write_attributes(out, heading.attributes);
    out << ">"_html;
    write_content(out, heading.text, heading.html);
    out << "</h"_html << heading.heading_level << ">"_html;
}

}  // namespace

void append(Html& out, MojSideNavigation const& options) {
    out << "<nav class=\"moj-side-navigation"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attribute(out, " aria-label=\""_html, options.label);
    write_attributes(out, options.attributes);
    out << ">"_html;
    for (auto const& section : options.sections) {
        append_heading(out, section.heading);
        append_list(out, section.items);
    }
    if (options.sections.empty()) append_list(out, options.items);
    out << "</nav>"_html;
}

Html moj_side_navigation(MojSideNavigation const& options) { return built(options, 2048); }

}  // namespace doorstep::govuk
