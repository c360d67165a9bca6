#include "govuk/link_row.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, LinkRow const& options) {
    out << "<nav class=\"ds-link-row\" aria-label=\""_html << options.label
        << "\"><ul class=\"ds-link-row__list\">"_html;
    for (auto const& item : options.items) {
        out << "<li><a class=\"govuk-link govuk-link--no-visited-state\""_html;
        if (item.current) out << " aria-current=\"true\""_html;
        out << " href=\""_html << item.href << "\">"_html << item.text << "</a></li>"_html;
    }
    out << "</ul></nav>"_html;
}

Html link_row(LinkRow const& options) { return built(options, 128 + 128 * options.items.size()); }

}  // namespace doorstep::govuk
