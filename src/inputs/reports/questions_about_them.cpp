#include "inputs/reports/questions.h"

namespace doorstep::inputs::reports {

using forms::required;

Question const& effect_question() {
    static auto const form = forms::form<Answers>(
        "effect",
        forms::radios_field(&Answers::effect,
                            {.name = "effect",
                             .label = {"How much does it affect you?", "Faint mae’n effeithio arnoch chi?"},
                             .choices = {choice("little", {"A little", "Ychydig"}),
                                         choice("some", {"Quite a bit", "Cryn dipyn"}),
                                         choice("a-lot", {"A lot", "Llawer"})}}),
        forms::checkboxes_field(
            &Answers::effect_on,
            {.name = "effect-on",
             .label = {"Does it affect any of these?", "Ydy e’n effeithio ar unrhyw un o’r rhain?"},
             .hint = {"Select all that apply", "Dewiswch bob un sy’n berthnasol"},
             .choices =
                 {choice("health", {"My health", "Fy iechyd"}), choice("sleep", {"My sleep", "Fy nghwsg"}),
                  choice("children", {"Children in my home", "Plant yn fy nghartref"}),
                  choice("support", {"Someone in my home who has care or support needs",
                                     "Rhywun yn fy nghartref ag anghenion gofal neu gymorth"}),
                  choice("work", {"My work, school or study", "Fy ngwaith, ysgol neu astudiaethau"}),
                  choice("fear",
                         {"I am afraid at home or to go out", "Mae arna i ofn gartref neu i fynd allan"}),
                  choice("self-harm", {"I have thought about hurting myself or ending my life",
                                       "Rwyf wedi meddwl am niweidio fy hun neu roi diwedd ar fy mywyd"})}}),
        forms::textarea_field(&Answers::effect_text,
                              {.name = "effect-text",
                               .label = {"Anything else about how it affects you",
                                         "Unrhyw beth arall am sut mae’n effeithio arnoch chi"},
                               .autocomplete = "off",
                               .rows = 4,
                               .optional = true},
                              {no_longer_than(2000)}));
    return form;
}

Question const& motive_question() {
    static auto const form = forms::form<Answers>(
        "motive",
        forms::checkboxes_field(
            &Answers::motives,
            {.name = "motives",
             .label =
                 {"Do you, or anyone else, think it was done because of who someone is?",
                  "Ydych chi, neu unrhyw un arall, yn meddwl bod hyn wedi’i wneud oherwydd pwy yw rhywun?"},
             .hint = {"What you think is enough. You do not have to prove it. We ask because we act faster "
                      "when it is",
                      "Mae’r hyn rydych chi’n ei feddwl yn ddigon. Does dim rhaid i chi ei brofi. Rydym yn "
                      "gofyn gan "
                      "ein bod yn gweithredu’n gyflymach os felly"},
             .choices = {choice("disability", {"Disability", "Anabledd"}),
                         choice("race", {"Race, colour or nationality", "Hil, lliw neu genedligrwydd"}),
                         choice("religion", {"Religion or belief", "Crefydd neu gred"}),
                         choice("sexual-orientation", {"Sexual orientation", "Cyfeiriadedd rhywiol"}),
                         choice("transgender", {"Transgender identity", "Hunaniaeth drawsryweddol"}),
                         choice("age", {"Age", "Oedran"}),
                         choice("sex", {"Being a woman or a man", "Bod yn fenyw neu’n ddyn"}),
                         choice("other", {"Something else about them", "Rhywbeth arall amdanyn nhw"}),
                         after_or(choice("none", {"No", "Nac ydw"}))}},
            {required({"Select what it was because of, ‘No’, or ‘I do not want to say’",
                       "Dewiswch yr hyn oedd y rheswm, ‘Nac ydw’, neu ‘Dydw i ddim am ddweud’"}),
             alone("none", {"Select ‘No’ alone, or what it was because of",
                            "Dewiswch ‘Nac ydw’ yn unig, neu’r hyn oedd y rheswm"})}));
    return form;
}

Question const& told_before_question() {
    static auto const form = forms::form<Answers>(
        "before", forms::radios_field(&Answers::told_before,
                                      {.name = "told-before",
                                       .label = {"Have you told anyone about this before?",
                                                 "Ydych chi wedi dweud wrth unrhyw un am hyn o’r blaen?"},
                                       .hint = {"For example us, the police or the council. It counts if you "
                                                "ever ask for a review of what was "
                                                "done",
                                                "Er enghraifft ni, yr heddlu neu’r cyngor. Mae’n cyfrif os "
                                                "byddwch byth yn gofyn am adolygiad "
                                                "o’r hyn a wnaed"},
                                       .choices = yes_or_no({"Yes", "Ydw"}, {"No", "Nac ydw"})},
                                      {required({"Select yes if you have told anyone before",
                                                 "Dewiswch a ydych wedi dweud wrth unrhyw un o’r blaen"})}));
    return form;
}

Question const& told_question() {
    static auto const form = forms::form<Answers>(
        "told",
        forms::radios_field(&Answers::told,
                            {.name = "told",
                             .label = {"Who did you tell?", "Wrth bwy y dywedoch chi?"},
                             .choices = {choice("us", {"This landlord", "Y landlord hwn"}),
                                         choice("police", {"The police", "Yr heddlu"}),
                                         choice("council", {"The council", "Y cyngor"}),
                                         choice("other", {"Someone else", "Rhywun arall"})}},
                            {required({"Select who you told", "Dewiswch wrth bwy y dywedoch chi"})}),
        forms::date_field(
            &Answers::told_on,
            {.name = "told-on",
             .label = {"When?", "Pryd?"},
             .hint = {"For example, 27 3 2026", "Er enghraifft, 27 3 2026"},
             .optional = true},
            {forms::not_in_future({"The date you told them must be today or in the past",
                                   "Rhaid i’r dyddiad y dywedoch wrthynt fod heddiw neu yn y gorffennol"})}),
        forms::text_field(&Answers::told_reference,
                          {.name = "told-reference",
                           .label = {"Their reference, if they gave you one", "Eu cyfeirnod, os cawsoch un"},
                           .classes = "govuk-input--width-20",
                           .autocomplete = "off",
                           .spellcheck = false,
                           .optional = true},
                          {no_longer_than(100)}));
    return form;
}

Question const& wish_question() {
    static auto const form = forms::form<Answers>(
        "wish", forms::textarea_field(
                    &Answers::wish,
                    {.name = "wish",
                     .label = {"What would help?", "Beth fyddai’n helpu?"},
                     .hint = {"Tell us what you would like to happen. We cannot promise it, but we will say "
                              "what we can and "
                              "cannot do",
                              "Dywedwch wrthym beth hoffech chi iddo ddigwydd. Ni allwn ei addo, ond byddwn "
                              "yn dweud beth y "
                              "gallwn ac na allwn ei wneud"},
                     .autocomplete = "off",
                     .rows = 5},
                    {required({"Enter what would help, or select ‘I do not want to say’",
                               "Rhowch wybod beth fyddai’n helpu, neu dewiswch ‘Dydw i ddim am ddweud’"}),
                     no_longer_than(2000)}));
    return form;
}

}  // namespace doorstep::inputs::reports
