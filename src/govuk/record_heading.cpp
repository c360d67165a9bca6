#include "govuk/record_heading.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, RecordHeading const& options) {
    out << "<div class=\"ds-record-heading\">"_html;
    if (!options.caption.empty())
        out << "<span class=\"govuk-caption-l\">"_html << options.caption << "</span>"_html;
    out << "<h"_html << options.heading_level << " class=\"govuk-heading-l\">"_html << options.title
        << "</h"_html << options.heading_level << ">"_html;
    if (!options.tags.empty()) out << tags(options.tags);
    out << "</div>"_html;
}

Html record_heading(RecordHeading const& options) { return built(options, 256 + 96 * options.tags.size()); }

}  // namespace doorstep::govuk
