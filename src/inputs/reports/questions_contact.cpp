#include <algorithm>

#include "base/text.h"
#include "inputs/reports/questions.h"

namespace doorstep::inputs::reports {

using forms::required;

Question const& name_question() {
    static auto const form = [] {
        auto named = choice("yes", {"Yes", "Ydw"});
        named.reveals = {"name"};
        auto anonymous =
            choice("no", {"No, I want to stay anonymous", "Nac ydw, rwyf am aros yn ddienw"},
                   {"We will still look into it. We may be able to do less, and may not be able to tell "
                    "you what we did",
                    "Byddwn yn dal i edrych ar y mater. Efallai y gallwn wneud llai, ac efallai na "
                    "allwn ddweud wrthych beth wnaethom"});
        return forms::form<Answers>(
            "name",
            forms::radios_field(
                &Answers::named,
                {.name = "named",
                 .label = {"Do you want to give your name?", "Ydych chi am roi eich enw?"},
                 .hint = {"We never tell the person complained about who told us, unless you agree "
                          "or a court orders it",
                          "Fyddwn ni byth yn dweud wrth y sawl y cwynir amdano pwy ddywedodd wrthym, oni "
                          "bai eich bod yn cytuno neu fod llys yn gorchymyn hynny"},
                 .choices = {std::move(named), std::move(anonymous)}},
                {required({"Select yes if you want to give your name", "Dewiswch a ydych am roi eich enw"})}),
            forms::text_field(&Answers::name,
                              {.name = "name",
                               .label = {"Your name", "Eich enw"},
                               .autocomplete = "name",
                               .spellcheck = false},
                              {required({"Enter your name, or select that you want to stay anonymous",
                                         "Rhowch eich enw, neu dewiswch eich bod am aros yn ddienw"}),
                               no_longer_than(200)}));
    }();
    return form;
}

Question const& contact_question() {
    static auto const form = forms::form<Answers>(
        "contact",
        forms::checkboxes_field(
            &Answers::contact_ways,
            {.name = "contact-ways",
             .label = {"How can we contact you safely?", "Sut gallwn ni gysylltu â chi’n ddiogel?"},
             .hint = {"Only choose ways that nobody else can see or hear. We will use no others",
                      "Dewiswch ffyrdd na all neb arall eu gweld neu eu clywed yn unig. Ni fyddwn yn "
                      "defnyddio rhai "
                      "eraill"},
             .choices = {choice("telephone", {"Telephone call", "Galwad ffôn"}),
                         choice("text", {"Text message", "Neges destun"}),
                         choice("email", {"E-mail", "E-bost"}),
                         choice("letter", {"Letter, in a plain envelope", "Llythyr, mewn amlen blaen"}),
                         choice("visit", {"A visit to my home", "Ymweliad â’m cartref"}),
                         after_or(
                             choice("will-contact-us", {"None of these: I will contact you",
                                                        "Dim un o’r rhain: byddaf i’n cysylltu â chi"}))}},
            {required({"Select at least one way, or ‘I will contact you’",
                       "Dewiswch o leiaf un ffordd, neu ‘byddaf i’n cysylltu â chi’"}),
             alone("will-contact-us",
                   {"Select ‘I will contact you’ alone, or the ways that are safe",
                    "Dewiswch ‘byddaf i’n cysylltu â chi’ yn unig, neu’r ffyrdd sy’n ddiogel"})}));
    return form;
}

Question const& telephone_question() {
    static auto const form = forms::form<Answers>(
        "telephone",
        forms::text_field(&Answers::telephone,
                          {.name = "telephone",
                           .label = {"What is your telephone number?", "Beth yw eich rhif ffôn?"},
                           .classes = "govuk-input--width-20",
                           .autocomplete = "tel",
                           .input_type = "tel",
                           .spellcheck = false},
                          {required({"Enter a telephone number", "Rhowch rif ffôn"}),
                           forms::holds<std::string>(
                               [](std::string const& typed) {
                                   auto const digits = std::count_if(typed.begin(), typed.end(), [](char c) {
                                       return c >= '0' && c <= '9';
                                   });
                                   return digits >= 10 && digits <= 15 && text::length(typed) <= 40;
                               },
                               {"Enter a telephone number, like 01632 960 001 or 07700 900 982",
                                "Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982"})}));
    return form;
}

Question const& voicemail_question() {
    static auto const form = forms::form<Answers>(
        "voicemail",
        forms::radios_field(
            &Answers::voicemail,
            {.name = "voicemail",
             .label = {"If you do not answer, may we leave a voicemail?",
                       "Os na fyddwch yn ateb, gawn ni adael neges llais?"},
             .hint = {"It would say only that we rang", "Byddai ond yn dweud ein bod wedi ffonio"},
             .choices = yes_or_no({"Yes", "Cewch"}, {"No", "Na chewch"})},
            {required({"Select yes if we may leave a voicemail", "Dewiswch a gawn ni adael neges llais"})}));
    return form;
}

Question const& email_question() {
    static auto const form = forms::form<Answers>(
        "email",
        forms::text_field(&Answers::email,
                          {.name = "email",
                           .label = {"What is your e-mail address?", "Beth yw eich cyfeiriad e-bost?"},
                           .hint = {"Our messages have a neutral subject and say nothing about this",
                                    "Mae gan ein negeseuon bwnc niwtral ac nid ydynt yn sôn am hyn"},
                           .autocomplete = "email",
                           .input_type = "email",
                           .spellcheck = false},
                          {required({"Enter an e-mail address", "Rhowch gyfeiriad e-bost"}),
                           forms::holds<std::string>(
                               [](std::string const& typed) {
                                   auto const address = text::trim(typed);
                                   auto const at = address.find('@');
                                   return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
                                          address.find(' ') == std::string_view::npos &&
                                          text::length(address) <= 254;
                               },
                               {"Enter an e-mail address, like name@example.com",
                                "Rhowch gyfeiriad e-bost, fel enw@example.com"})}));
    return form;
}

Question const& letter_question() {
    static auto const form = forms::form<Answers>(
        "letter",
        forms::textarea_field(&Answers::letter_address,
                              {.name = "letter-address",
                               .label = {"Where should letters go?", "I ble dylai llythyrau fynd?"},
                               .hint = {"Your address with the postcode. It can be another safe address",
                                        "Eich cyfeiriad gyda’r cod post. Gall fod yn gyfeiriad diogel arall"},
                               .autocomplete = "street-address",
                               .rows = 4,
                               .spellcheck = false},
                              {required({"Enter the address letters should go to",
                                         "Rhowch y cyfeiriad y dylai llythyrau fynd iddo"}),
                               no_longer_than(500)}));
    return form;
}

Question const& contact_help_question() {
    static auto const form = [] {
        auto interpreter = choice("interpreter", {"An interpreter", "Cyfieithydd ar y pryd"});
        interpreter.reveals = {"interpreter"};
        auto other = choice("other", {"Something else", "Rhywbeth arall"});
        other.reveals = {"adjustments"};
        return forms::form<Answers>(
            "contact-help",
            forms::text_field(
                &Answers::best_times,
                {.name = "best-times",
                 .label = {"Best days and times", "Y dyddiau a’r amseroedd gorau"},
                 .hint = {"For example, weekdays before 3pm", "Er enghraifft, dyddiau’r wythnos cyn 3pm"},
                 .autocomplete = "off",
                 .optional = true},
                {no_longer_than(200)}),
            forms::text_field(&Answers::name_to_use,
                              {.name = "name-to-use",
                               .label = {"What should we call you?", "Beth ddylen ni eich galw?"},
                               .classes = "govuk-input--width-20",
                               .autocomplete = "off",
                               .spellcheck = false,
                               .optional = true},
                              {no_longer_than(200)}),
            forms::text_field(&Answers::someone_else,
                              {.name = "someone-else",
                               .label = {"Someone who may answer or speak for you",
                                         "Rhywun a gaiff ateb neu siarad ar eich rhan"},
                               .hint = {"Their name and how to reach them", "Eu henw a sut i gysylltu â nhw"},
                               .autocomplete = "off",
                               .optional = true},
                              {no_longer_than(200)}),
            forms::checkboxes_field(
                &Answers::needs,
                {.name = "needs",
                 .label = {"Would any of these help?", "Fyddai unrhyw un o’r rhain yn helpu?"},
                 .choices = {std::move(interpreter),
                             choice("sign-language", {"British Sign Language", "Iaith Arwyddion Prydain"}),
                             choice("large-print", {"Large print", "Print bras"}), std::move(other)},
                 .optional = true}),
            forms::text_field(&Answers::interpreter,
                              {.name = "interpreter",
                               .label = {"Which language?", "Pa iaith?"},
                               .classes = "govuk-input--width-20",
                               .autocomplete = "off"},
                              {required({"Enter which language", "Rhowch pa iaith"}), no_longer_than(100)}),
            forms::text_field(&Answers::adjustments,
                              {.name = "adjustments",
                               .label = {"What would help?", "Beth fyddai’n helpu?"},
                               .autocomplete = "off"},
                              {required({"Enter what would help", "Rhowch wybod beth fyddai’n helpu"}),
                               no_longer_than(500)}));
    }();
    return form;
}

}  // namespace doorstep::inputs::reports
