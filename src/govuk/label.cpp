#include "govuk/label.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append_label(Html& out, Label const& options, std::string_view for_id,
                  std::string_view component_class) {
    if (options.empty()) return;
    if (options.is_page_heading) out << "<h1 class=\"govuk-label-wrapper\">"_html;
    out << "<label class=\"govuk-label"_html;
    write_classes(out, component_class);
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    write_attribute(out, " for=\""_html, for_id);
    out << ">"_html;
    write_content(out, options.text, options.html);
    out << "</label>"_html;
    if (options.is_page_heading) out << "</h1>"_html;
}

void append(Html& out, Label const& options) { append_label(out, options, options.for_id); }

Html label(Label const& options) { return built(options, 160); }

}  // namespace doorstep::govuk
