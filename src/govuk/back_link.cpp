#include "govuk/back_link.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, BackLink const& options) {
    out << "<a href=\""_html << options.href << "\" class=\"govuk-back-link"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    write_content(out, options.text, options.html);
    out << "</a>"_html;
}

Html back_link(BackLink const& options) { return built(options, 128); }

}  // namespace doorstep::govuk
