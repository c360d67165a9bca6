#include "govuk/character_count.h"
#include "govuk/date_input.h"
#include "govuk/fieldset.h"
#include "govuk/file_upload.h"
#include "govuk/input.h"
#include "govuk/moj_date_picker.h"
#include "govuk/password_input.h"
#include "govuk/select.h"
#include "govuk/textarea.h"
#include "html/elements.h"
#include "pages/developer/gallery_sections.h"

namespace doorstep::pages::developer {

namespace {

govuk::ErrorMessage error(Speaker const& say, std::string_view english, std::string_view welsh) {
    return {.text = say(english, welsh), .visually_hidden_text = std::string(say.words().error)};
}

Html inputs(Speaker const& say) {
    Html out = govuk::input({.name = "postcode",
                             .label = {.text = say("Postcode", "Cod post")},
                             .hint = {.text = say("For example, MK9 1AA", "Er enghraifft, MK9 1AA")},
                             .classes = "govuk-input--width-10",
                             .autocomplete = "postal-code"});
    out << govuk::input({.name = "telephone",
                         .type = "tel",
                         .value = "01632 96",
                         .label = {.text = say("Telephone number", "Rhif ffôn")},
                         .error_message = error(say, "Enter a telephone number like 01632 960 001",
                                                "Nodwch rif ffôn fel 01632 960 001"),
                         .classes = "govuk-input--width-20"});
    out << govuk::input({.name = "cost",
                         .inputmode = "decimal",
                         .label = {.text = say("Cost", "Cost")},
                         .prefix = {.text = "£"},
                         .suffix = {.text = say("a month", "y mis")},
                         .classes = "govuk-input--width-5"});
    return out;
}

Html dates(Speaker const& say) {
    auto const& words = say.words();
    return govuk::date_input({
        .id = "happened",
        .name_prefix = "happened",
        .values = {.month = "6", .year = "2026"},
        .day = {.label = std::string(words.day), .error = true},
        .month = {.label = std::string(words.month)},
        .year = {.label = std::string(words.year)},
        .hint = {.text = say("For example, 3 6 2026", "Er enghraifft, 3 6 2026")},
        .error_message = error(say, "Enter the date it happened", "Nodwch y dyddiad y digwyddodd"),
        .fieldset = {.legend = {.text = say("When did it happen?", "Pryd digwyddodd hyn?"),
                                .classes = "govuk-fieldset__legend--s"}},
    });
}

Html long_answers(Speaker const& say) {
    Html out =
        govuk::textarea({.name = "wish",
                         .label = {.text = say("What would help?", "Beth fyddai'n helpu?")},
                         .hint = {.text = say("You can leave this empty", "Gallwch adael hwn yn wag")}});
    out << govuk::character_count({
        .name = "what",
        .maxlength = 5000,
        .label = {.text = say("What happened?", "Beth ddigwyddodd?")},
        .hint = {.text = say("Use your own words", "Defnyddiwch eich geiriau eich hun")},
        .textarea_description_text = std::string(say.words().characters_allowed),
    });
    return out;
}

}  // namespace

Html fields_section(Speaker const& say) {
    Html out = html::h2(say("Fields", "Meysydd"));
    out << example("Text input", inputs(say)) << example("Date input with an error", dates(say))
        << example("Textarea and character count", long_answers(say));
    out << example("Select",
                   govuk::select({
                       .name = "address",
                       .items = {{.value = "", .text = say("4 addresses found", "Canfuwyd 4 cyfeiriad")},
                                 {.value = "1", .text = "1 Acre Court"},
                                 {.value = "2", .text = "2 Acre Court"}},
                       .value = "2",
                       .label = {.text = say("Choose the address", "Dewiswch y cyfeiriad")},
                   }));
    out << example(
        "File upload",
        govuk::file_upload({
            .name = "photos",
            .multiple = true,
            .label = {.text = say("Photos and recordings", "Lluniau a recordiadau")},
            .hint = {.text = say("Each must be smaller than 200MB", "Rhaid i bob un fod yn llai na 200MB")},
            .attributes = {{.name = "accept", .value = "image/*,audio/*,video/*"}},
        }));
    out << example("File upload with an error",
                   govuk::file_upload({
                       .name = "sheet",
                       .label = {.text = say("Diary sheet", "Taflen ddyddiadur")},
                       .error_message = error(say, "The photo must be smaller than 20MB",
                                              "Rhaid i'r llun fod yn llai na 20MB"),
                   }));
    out << example(
        "Password input",
        govuk::password_input({.name = "password", .label = {.text = say("Password", "Cyfrinair")}}));
    out << example(
        "Fieldset",
        govuk::fieldset(
            {.legend = {.text = say("Someone else we may talk to", "Rhywun arall y gallwn siarad â nhw"),
                        .classes = "govuk-fieldset__legend--m"},
             .html = govuk::input(
                 {.name = "other-name", .label = {.text = say("Name", "Enw")}, .autocomplete = "off"})}));
    out << example("Date picker (staff only)",
                   govuk::moj_date_picker({.id = "due",
                                           .name = "due",
                                           .label = {.text = "When is it due?"},
                                           .hint = {.text = "For example, 14/11/2026"}}));
    return html::section("ds-gallery__section", say("Fields", "Meysydd"), out);
}

}  // namespace doorstep::pages::developer
