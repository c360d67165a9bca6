#include "pages/developer/component_gallery.h"

#include "govuk/error_summary.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

Html example(std::string_view name, Html const& component) {
    Html out = html::h3(name);
    out << component;
    return html::div("ds-gallery__example", out);
}

Html component_gallery(http::Language language) {
    Speaker const say(language);
    Html out = govuk::error_summary({
        .title_text = std::string(say.words().there_is_a_problem),
        .error_list = {{.text = say("Enter the date it happened", "Nodwch y dyddiad y digwyddodd"),
                        .href = "#happened-day"},
                       {.text = say("Say whether it is still happening", "Dywedwch a yw'n dal i ddigwydd"),
                        .href = "#still"}},
        .disable_auto_focus = true,
    });
    out << html::h1(say("Components", "Cydrannau"));
    for (auto const& section :
         {words_section(say), navigation_section(say), fields_section(say), choices_section(say),
          facts_section(say), casework_section(), charts_section()})
        out << section;
    return out;
}

}  // namespace doorstep::pages::developer
