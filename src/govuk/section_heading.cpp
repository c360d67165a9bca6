#include "govuk/section_heading.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, SectionHeading const& options) {
    out << "<div class=\"ds-section-heading\"><h"_html << options.heading_level
        << " class=\"govuk-heading-m\""_html;
    write_attribute(out, " id=\""_html, options.id);
    out << ">"_html << options.title << "</h"_html << options.heading_level << ">"_html;
    if (!options.action_href.empty())
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""_html << options.action_href
            << "\">"_html << options.action_text << "</a></p>"_html;
    out << "</div>"_html;
}

Html section_heading(SectionHeading const& options) { return built(options, 256); }

}  // namespace doorstep::govuk
