#include "govuk/details.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, Details const& options) {
    out << "<details"_html;
    write_attribute(out, " id=\""_html, options.id);
    out << " class=\"govuk-details"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    if (options.open) out << " open"_html;
    out << "><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">"_html;
    write_content(out, options.summary_text, options.summary_html);
    out << "</span></summary><div class=\"govuk-details__text\">"_html;
    write_content(out, options.text, options.html);
    out << "</div></details>"_html;
}

Html details(Details const& options) { return built(options, 256 + options.html.markup().size()); }

}  // namespace doorstep::govuk
