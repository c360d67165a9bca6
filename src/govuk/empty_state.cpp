#include "govuk/empty_state.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, EmptyState const& options) {
    out << "<div class=\"ds-empty\"><h"_html << options.heading_level << " class=\"govuk-heading-s\">"_html
        << options.title << "</h"_html << options.heading_level << ">"_html;
    if (!options.html.empty())
        out << options.html;
    else if (!options.text.empty())
        out << "<p class=\"govuk-body\">"_html << options.text << "</p>"_html;
    if (!options.action_href.empty())
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""_html << options.action_href
            << "\">"_html << options.action_text << "</a></p>"_html;
    out << "</div>"_html;
}

Html empty_state(EmptyState const& options) { return built(options, 384); }

}  // namespace doorstep::govuk
