#include "govuk/moj_badge.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, MojBadge const& options) {
    out << "<span class=\"moj-badge"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    write_content(out, options.text, options.html);
    out << "</span>"_html;
}

Html moj_badge(MojBadge const& options) { return built(options, 96); }

}  // namespace doorstep::govuk
