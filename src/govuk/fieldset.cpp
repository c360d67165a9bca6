#include "govuk/fieldset.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_legend(Html& out, Legend const& legend) {
    if (legend.empty()) return;
    out << "<legend class=\"govuk-fieldset__legend"_html;
    write_classes(out, legend.classes);
    out << "\">"_html;
    if (legend.is_page_heading) out << "<h1 class=\"govuk-fieldset__heading\">"_html;
    write_content(out, legend.text, legend.html);
    if (legend.is_page_heading) out << "</h1>"_html;
    out << "</legend>"_html;
}

}  // namespace

void append_fieldset_start(Html& out, Fieldset const& options, std::string_view described_by,
                           std::string_view role) {
    out << "<fieldset class=\"govuk-fieldset"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attribute(out, " role=\""_html, role);
    write_attribute(out, " aria-describedby=\""_html, described_by);
    write_attributes(out, options.attributes);
    out << ">"_html;
    append_legend(out, options.legend);
}

void append(Html& out, Fieldset const& options) {
    append_fieldset_start(out, options, options.described_by, options.role);
    out << options.html << "</fieldset>"_html;
}

Html fieldset(Fieldset const& options) { return built(options, 256 + options.html.markup().size()); }

}  // namespace doorstep::govuk
