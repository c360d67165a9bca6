#include "govuk/inset_text.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, InsetText const& options) {
    out << "<div"_html;
    write_attribute(out, " id=\""_html, options.id);
    out << " class=\"govuk-inset-text"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    write_content(out, options.text, options.html);
    out << "</div>"_html;
}

Html inset_text(InsetText const& options) { return built(options, 128 + options.html.markup().size()); }

}  // namespace doorstep::govuk
