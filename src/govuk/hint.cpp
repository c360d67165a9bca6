#include "govuk/hint.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append_hint(Html& out, Hint const& options, std::string_view id, std::string_view component_class) {
    out << "<div"_html;
    write_attribute(out, " id=\""_html, id);
    out << " class=\"govuk-hint"_html;
    write_classes(out, component_class);
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    write_content(out, options.text, options.html);
    out << "</div>"_html;
}

void append(Html& out, Hint const& options) { append_hint(out, options, options.id); }

Html hint(Hint const& options) { return built(options, 160); }

}  // namespace doorstep::govuk
