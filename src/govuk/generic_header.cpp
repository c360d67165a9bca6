#include "govuk/generic_header.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, GenericHeader const& options) {
    out << "<div class=\"govuk-generic-header"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << "><div class=\"govuk-generic-header__container "_html << options.container_classes
        << "\"><div class=\"govuk-generic-header__logo\"><a href=\""_html << options.url
        << "\" class=\"govuk-generic-header__homepage-link\">"_html;
    write_content(out, options.logo_text, options.logo_html);
    out << "</a></div></div></div>"_html;
}

Html generic_header(GenericHeader const& options) { return built(options, 320); }

}  // namespace doorstep::govuk
