#include "govuk/skip_link.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, SkipLink const& options) {
    out << "<a href=\""_html << options.href << "\" class=\"govuk-skip-link"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << " data-module=\"govuk-skip-link\">"_html;
    write_content(out, options.text, options.html);
    out << "</a>"_html;
}

Html skip_link(SkipLink const& options) { return built(options, 128); }

}  // namespace doorstep::govuk
