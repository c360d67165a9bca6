#include "govuk/error_message.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append_error_message(Html& out, ErrorMessage const& options, std::string_view id) {
    out << "<p"_html;
    write_attribute(out, " id=\""_html, id);
    out << " class=\"govuk-error-message"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    if (!options.visually_hidden_text.empty())
        out << "<span class=\"govuk-visually-hidden\">"_html << options.visually_hidden_text
            << ":</span> "_html;
    write_content(out, options.text, options.html);
    out << "</p>"_html;
}

void append(Html& out, ErrorMessage const& options) { append_error_message(out, options, options.id); }

Html error_message(ErrorMessage const& options) { return built(options, 192); }

}  // namespace doorstep::govuk
