#include "govuk/warning_text.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, WarningText const& options) {
    out << "<div class=\"govuk-warning-text"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << "><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>"
           "<strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">"_html
        << options.icon_fallback_text << "</span> "_html;
    write_content(out, options.text, options.html);
    out << "</strong></div>"_html;
}

Html warning_text(WarningText const& options) { return built(options, 288 + options.html.markup().size()); }

}  // namespace doorstep::govuk
