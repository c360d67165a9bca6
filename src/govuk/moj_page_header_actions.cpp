#include "govuk/moj_page_header_actions.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, MojPageHeaderActions const& options) {
    auto const& heading = options.heading;
    out << "<div class=\"moj-page-header-actions"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << "><div class=\"moj-page-header-actions__title\"><h"_html << heading.level << " class=\""_html
        << heading.classes << "\">"_html;
    write_content(out, heading.text, heading.html);
    out << "</h"_html << heading.level << "></div>"_html;
    if (!options.items.empty()) {
        out << "<div class=\"moj-page-header-actions__actions\">"
               "<div class=\"moj-button-group moj-button-group--inline\">"_html;
        for (auto const& item : options.items) append(out, item);
        out << "</div></div>"_html;
    }
    out << "</div>"_html;
}

Html moj_page_header_actions(MojPageHeaderActions const& options) {
    return built(options, 256 + 160 * options.items.size());
}

}  // namespace doorstep::govuk
