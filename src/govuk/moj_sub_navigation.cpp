#include "govuk/moj_sub_navigation.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, MojSubNavigation const& options) {
    out << "<nav class=\"moj-sub-navigation"_html;
    write_classes(out, options.classes);
    out << "\" aria-label=\""_html << options.label << "\""_html;
    write_attributes(out, options.attributes);
    out << "><ul class=\"moj-sub-navigation__list\">"_html;
    for (auto const& item : options.items) {
        out << "<li class=\"moj-sub-navigation__item"_html;
        write_classes(out, item.classes);
        out << "\"><a class=\"moj-sub-navigation__link\""_html;
        if (item.active) out << " aria-current=\"page\""_html;
        out << " href=\""_html << item.href << "\""_html;
        write_attributes(out, item.attributes);
        out << ">"_html;
        write_content(out, item.text, item.html);
        out << "</a></li>"_html;
    }
    out << "</ul></nav>"_html;
}

Html moj_sub_navigation(MojSubNavigation const& options) {
    return built(options, 160 + 128 * options.items.size());
}

}  // namespace doorstep::govuk
