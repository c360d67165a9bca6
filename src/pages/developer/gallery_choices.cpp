#include "govuk/checkboxes.h"
#include "govuk/input.h"
#include "govuk/radios.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

namespace {

Html still_happening(Speaker const& say) {
    return govuk::radios({
        .fieldset = {.legend = {.text = say("Is it still happening?", "A yw'n dal i ddigwydd?"),
                                .classes = "govuk-fieldset__legend--s"}},
        .error_message = {.text = say("Say whether it is still happening", "Dywedwch a yw'n dal i ddigwydd"),
                          .visually_hidden_text = std::string(say.words().error)},
        .name = "still",
        .items = {{.text = say("Yes", "Ydy"), .value = "yes"}, {.text = say("No", "Nac ydy"), .value = "no"}},
        .classes = "govuk-radios--inline",
    });
}

Html who_for(Speaker const& say) {
    return govuk::radios({
        .fieldset = {.legend = {.text =
                                    say("Who are you reporting for?", "Dros bwy ydych chi'n rhoi gwybod?"),
                                .classes = "govuk-fieldset__legend--s"}},
        .name = "who-for",
        .items = {{.text = say("Myself", "Fi fy hun"), .value = "self"},
                  {.text = say("Someone else", "Rhywun arall"),
                   .value = "other",
                   .hint = {.text = say("Ask them first, if it is safe to",
                                        "Gofynnwch iddynt yn gyntaf, os yw'n ddiogel")},
                   .checked = true,
                   .conditional = {.html = govuk::input({.name = "who-name",
                                                         .label = {.text = say("Their name", "Eu henw")},
                                                         .autocomplete = "off"})}},
                  {.divider = say("or", "neu")},
                  {.text = say("I do not want to say", "Nid wyf am ddweud"), .value = "unsaid"}},
    });
}

Html safe_ways(Speaker const& say) {
    return govuk::checkboxes({
        .fieldset = {.legend = {.text = say("How may we contact you?", "Sut gallwn ni gysylltu â chi?"),
                                .classes = "govuk-fieldset__legend--s"}},
        .hint = {.text = say("Choose every way that is safe", "Dewiswch bob ffordd sy'n ddiogel")},
        .name = "ways",
        .items = {{.text = say("Text message", "Neges destun"), .value = "text"},
                  {.text = say("Telephone", "Ffôn"),
                   .value = "telephone",
                   .conditional = {.html = govuk::input(
                                       {.name = "ways-number",
                                        .type = "tel",
                                        .label = {.text = say("Telephone number", "Rhif ffôn")}})}},
                  {.divider = say("or", "neu")},
                  {.text = say("I will contact you", "Byddaf i'n cysylltu â chi"),
                   .value = "none",
                   .behaviour = "exclusive"}},
        .values = {"text"},
    });
}

}  // namespace

Html choices_section(Speaker const& say) {
    Html out = html::h2(say("Choices", "Dewisiadau"));
    out << example("Radios in a row, with an error", still_happening(say))
        << example("Radios with a hint, an opening field and a divider", who_for(say))
        << example("Checkboxes, one that clears the others", safe_ways(say));
    out << example("Small checkboxes (filters)",
                   govuk::checkboxes({
                       .fieldset = {.legend = {.text = "Risk", .classes = "govuk-fieldset__legend--s"}},
                       .name = "risk",
                       .items = {{.text = "High", .value = "high"}, {.text = "Medium", .value = "medium"}},
                       .classes = "govuk-checkboxes--small",
                   }));
    return out;
}

}  // namespace doorstep::pages::developer
