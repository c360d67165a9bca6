#include "govuk/feedback.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, Feedback const& options) {
    out << "<div class=\"govuk-feedback govuk-width-container"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << "><div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\"><h"_html
        << options.heading_level << " class=\"govuk-feedback__title\">"_html;
    write_content(out, options.title_text, options.title_html);
    out << "</h"_html << options.heading_level << ">"_html;
    if (!options.html.empty())
        out << "<div class=\"govuk-feedback__body\">"_html << options.html << "</div>"_html;
    else if (!options.text.empty())
        out << "<div class=\"govuk-feedback__body\"><p class=\"govuk-body\">"_html << options.text
            << "</p></div>"_html;
    out << "</div></div></div>"_html;
}

Html feedback(Feedback const& options) { return built(options, 320 + options.html.markup().size()); }

}  // namespace doorstep::govuk
