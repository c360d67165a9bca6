#include "govuk/facts_line.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, FactsLine const& options) {
    if (options.facts.empty()) return;
    out << "<ul class=\"ds-facts\">"_html;
    for (auto const& fact : options.facts)
        out << "<li><span class=\"ds-facts__label\">"_html << fact.label << ":</span> "_html << fact.value
            << "</li>"_html;
    out << "</ul>"_html;
}

Html facts_line(FactsLine const& options) { return built(options, 32 + 80 * options.facts.size()); }

}  // namespace doorstep::govuk
