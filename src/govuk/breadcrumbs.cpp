#include "govuk/breadcrumbs.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, Breadcrumbs const& options) {
    out << "<nav class=\"govuk-breadcrumbs"_html;
    write_classes(out, options.classes);
    if (options.collapse_on_mobile) out << " govuk-breadcrumbs--collapse-on-mobile"_html;
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << " aria-label=\""_html << options.label_text << "\"><ol class=\"govuk-breadcrumbs__list\">"_html;
    for (auto const& item : options.items) {
        out << "<li class=\"govuk-breadcrumbs__list-item\""_html;
        if (item.href.empty()) {
            out << " aria-current=\"page\">"_html;
            write_content(out, item.text, item.html);
        } else {
            out << "><a class=\"govuk-breadcrumbs__link\" href=\""_html << item.href << "\""_html;
            write_attributes(out, item.attributes);
            out << ">"_html;
            write_content(out, item.text, item.html);
            out << "</a>"_html;
        }
        out << "</li>"_html;
    }
    out << "</ol></nav>"_html;
}

Html breadcrumbs(Breadcrumbs const& options) { return built(options, 160 + 128 * options.items.size()); }

}  // namespace doorstep::govuk
