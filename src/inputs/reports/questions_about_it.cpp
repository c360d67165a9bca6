#include <algorithm>

#include "base/text.h"
#include "inputs/reports/questions.h"

namespace doorstep::inputs::reports {

using forms::required;

forms::Choice choice(std::string value, Words text, Words hint) {
    return {.value = std::move(value),
            .text = std::string(text.english),
            .text_welsh = std::string(text.welsh),
            .hint = std::string(hint.english),
            .hint_welsh = std::string(hint.welsh)};
}

forms::Choice after_or(forms::Choice made) {
    made.divider_before = "or";
    made.divider_before_welsh = "neu";
    return made;
}

forms::Check<std::vector<std::string>> alone(std::string none, Words message) {
    return forms::holds<std::vector<std::string>>(
        [none](std::vector<std::string> const& values) {
            return values.size() == 1 || std::find(values.begin(), values.end(), none) == values.end();
        },
        message);
}

std::vector<forms::Choice> yes_or_no(Words yes, Words no) { return {choice("yes", yes), choice("no", no)}; }

forms::Check<std::string> no_longer_than(std::size_t limit) {
    return {.problem = [limit](std::string const& value,
                               forms::CheckFacts const& facts) -> std::optional<std::string> {
                if (text::length(value) <= limit) return std::nullopt;
                auto const number = text::thousands(static_cast<long long>(limit));
                return facts.language == http::Language::welsh
                           ? "Rhaid i’ch ateb fod yn " + number + " nod neu lai"
                           : "Your answer must be " + number + " characters or fewer";
            },
            .missing = {}};
}

Question const& danger_question() {
    static auto const form = forms::form<Answers>(
        "danger",
        forms::radios_field(&Answers::danger,
                            {.name = "danger",
                             .label = {"Are you or someone else in danger now?",
                                       "Ydych chi neu rywun arall mewn perygl ar hyn o bryd?"},
                             .choices = yes_or_no({"Yes", "Ydw, neu mae rhywun arall"}, {"No", "Nac ydw"})},
                            {required({"Select yes if someone is in danger now",
                                       "Dewiswch a oes rhywun mewn perygl ar hyn o bryd"})}));
    return form;
}

Question const& kind_question() {
    static auto const form = forms::form<Answers>(
        "kind",
        forms::checkboxes_field(&Answers::kinds,
                                {.name = "kinds",
                                 .label = {"What is the problem?", "Beth yw’r broblem?"},
                                 .hint = {"Select all that apply", "Dewiswch bob un sy’n berthnasol"}},
                                {required({"Select what the problem is, or ‘I do not know’",
                                           "Dewiswch beth yw’r broblem, neu ‘Dydw i ddim yn gwybod’"})}));
    return form;
}

Question const& who_for_question() {
    static auto const form = [] {
        auto someone_else = choice("someone-else", {"Someone else, and I am telling you for them",
                                                    "Rhywun arall, ac rwy’n dweud wrthych ar eu rhan"});
        someone_else.reveals = {"consent"};
        return forms::form<Answers>(
            "who-for",
            forms::radios_field(
                &Answers::who_for,
                {.name = "who-for",
                 .label = {"Who did it happen to?", "I bwy y digwyddodd?"},
                 .choices = {choice("me", {"Me or my household", "Fi neu fy nghartref"}),
                             std::move(someone_else),
                             choice("witness", {"I saw or heard it happen to others",
                                                "Gwelais neu clywais ef yn digwydd i eraill"}),
                             choice("staff", {"It happened to me at work for this landlord",
                                              "Digwyddodd i mi wrth weithio i’r landlord hwn"}),
                             choice("professional",
                                    {"I am telling you as part of my job, for someone I work with",
                                     "Rwy’n dweud wrthych fel rhan o’m swydd, ar ran rhywun rwy’n gweithio "
                                     "gyda nhw"})}},
                {required({"Select who it happened to, or ‘I do not want to say’",
                           "Dewiswch i bwy y digwyddodd, neu ‘Dydw i ddim am ddweud’"})}),
            forms::radios_field(
                &Answers::consent,
                {.name = "consent",
                 .label = {"Do they agree to you telling us?", "Ydyn nhw’n cytuno i chi ddweud wrthym?"},
                 .choices = yes_or_no({"Yes", "Ydyn"},
                                      {"No, or I have not asked", "Nac ydyn, neu dydw i ddim wedi gofyn"})},
                {required({"Select whether they agree", "Dewiswch a ydyn nhw’n cytuno"})}));
    }();
    return form;
}

Question const& place_question() {
    static auto const form = forms::form<Answers>(
        "place",
        forms::text_field(
            &Answers::postcode,
            {.name = "postcode",
             .label = {"Postcode", "Cod post"},
             .hint = {"For example, MK9 3XS. Leave this empty if you do not know it",
                      "Er enghraifft, MK9 3XS. Gadewch hwn yn wag os nad ydych yn ei wybod"},
             .classes = "govuk-input--width-10",
             .spellcheck = false},
            {forms::holds<std::string>(
                [](std::string const& typed) { return !text::postcode(typed).empty(); },
                {"Enter a full postcode, like MK9 3XS", "Rhowch god post llawn, fel MK9 3XS"})}),
        forms::textarea_field(
            &Answers::place,
            {.name = "place",
             .label = {"Describe the place", "Disgrifiwch y lle"},
             .hint = {"For example, the stairs by flat 12, or the play area behind the shops",
                      "Er enghraifft, y grisiau ger fflat 12, neu’r man chwarae y tu ôl i’r siopau"},
             .autocomplete = "off",
             .rows = 3},
            {no_longer_than(500)}));
    return form;
}

Question const& address_question() {
    static auto const form = forms::form<Answers>(
        "address",
        forms::select_field(&Answers::address,
                            {.name = "address", .label = {"Which address was it?", "Pa gyfeiriad oedd e?"}},
                            {required({"Select an address, or ‘It is not in this list’",
                                       "Dewiswch gyfeiriad, neu ‘Nid yw yn y rhestr hon’"})}));
    return form;
}

Question const& when_question() {
    static auto const form = forms::form<Answers>(
        "when",
        forms::date_field(
            &Answers::happened_on,
            {.name = "happened-on",
             .label = {"Date", "Dyddiad"},
             .hint = {"If it has happened more than once, the latest time. For example, 27 3 2026",
                      "Os yw wedi digwydd fwy nag unwaith, y tro diwethaf. Er enghraifft, 27 3 2026"}},
            {forms::not_in_future({"The date it happened must be today or in the past",
                                   "Rhaid i’r dyddiad y digwyddodd fod heddiw neu yn y gorffennol"})}),
        forms::text_field(
            &Answers::happened_about,
            {.name = "happened-about",
             .label = {"Time", "Amser"},
             .hint = {"About when is fine. For example, about 11pm, or most nights after midnight",
                      "Mae amser bras yn iawn. Er enghraifft, tua 11pm, neu ar ôl hanner nos gan amlaf"},
             .autocomplete = "off"},
            {no_longer_than(200)}),
        forms::radios_field(&Answers::still_happening,
                            {.name = "still-happening",
                             .label = {"Is it still going on?", "Ydy e’n dal i ddigwydd?"},
                             .choices = {choice("yes", {"Yes", "Ydy"}), choice("no", {"No", "Nac ydy"}),
                                         choice("not-known", {"I do not know", "Dydw i ddim yn gwybod"})}}),
        forms::radios_field(
            &Answers::how_often,
            {.name = "how-often",
             .label = {"How often does it happen?", "Pa mor aml mae’n digwydd?"},
             .choices = {choice("once", {"It has happened once", "Mae wedi digwydd unwaith"}),
                         choice("now-and-then", {"Now and then", "Bob hyn a hyn"}),
                         choice("every-week", {"Every week", "Bob wythnos"}),
                         choice("most-days", {"Most days", "Y rhan fwyaf o ddyddiau"}),
                         choice("most-nights", {"Most nights", "Y rhan fwyaf o nosweithiau"})}}));
    return form;
}

Question const& what_question() {
    static auto const form = forms::form<Answers>(
        "what",
        forms::textarea_field(
            &Answers::what,
            {.name = "what",
             .label = {"What happened?", "Beth ddigwyddodd?"},
             .hint = {"Use your own words. Tell us what you saw and heard. Spelling does not matter",
                      "Defnyddiwch eich geiriau eich hun. Dywedwch beth welsoch a beth glywsoch. Does dim "
                      "ots am y sillafu"},
             .autocomplete = "off",
             .rows = 10,
             .character_limit = 5000},
            {required({"Enter what happened", "Rhowch wybod beth ddigwyddodd"}), no_longer_than(5000)}));
    return form;
}

Question const& people_question() {
    static auto const form = forms::form<Answers>(
        "people",
        forms::radios_field(
            &Answers::people_known,
            {.name = "people-known",
             .label = {"Do you know who did it?", "Ydych chi’n gwybod pwy wnaeth hyn?"},
             .choices = {choice("known", {"Yes, I know who it was", "Ydw, rwy’n gwybod pwy oedd e"}),
                         choice("seen", {"I saw or heard them, but I do not know who they are",
                                         "Gwelais neu clywais nhw, ond dydw i ddim yn gwybod pwy ydyn nhw"}),
                         choice("unknown", {"No, and that is fine: you can still tell us",
                                            "Nac ydw, ac mae hynny’n iawn: gallwch ddweud wrthym o hyd"})}}),
        forms::textarea_field(
            &Answers::people,
            {.name = "people",
             .label = {"What can you tell us about them?", "Beth allwch chi ei ddweud wrthym amdanyn nhw?"},
             .hint =
                 {"For example, a name, where they live, or what they look like. We do not tell them who "
                  "told us, unless you agree or a court orders it",
                  "Er enghraifft, enw, lle maen nhw’n byw, neu sut olwg sydd arnyn nhw. Nid ydym yn dweud "
                  "wrthynt pwy ddywedodd wrthym, oni bai eich bod yn cytuno neu fod llys yn gorchymyn hynny"},
             .autocomplete = "off",
             .rows = 5,
             .optional = true},
            {no_longer_than(2000)}));
    return form;
}

}  // namespace doorstep::inputs::reports
