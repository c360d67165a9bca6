#include "govuk/phase_banner.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, PhaseBanner const& options) {
    out << "<div class=\"govuk-phase-banner govuk-width-container"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << "><p class=\"govuk-phase-banner__content\">"_html;
    // The component gives its tag no attributes.
    append_tag(out, Tag{.text = options.tag.text, .html = options.tag.html, .classes = options.tag.classes},
               "govuk-phase-banner__content__tag");
    out << " <span class=\"govuk-phase-banner__text\">"_html;
    write_content(out, options.text, options.html);
    out << "</span></p></div>"_html;
}

Html phase_banner(PhaseBanner const& options) { return built(options, 320); }

}  // namespace doorstep::govuk
