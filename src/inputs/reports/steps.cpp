#include "inputs/reports/steps.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "inputs/reports/kinds.h"

namespace doorstep::inputs::reports {
namespace {

bool is_chosen(Pairs const& answers, std::string_view field, std::string_view value) {
    return has(answers, field, value);
}

Words const tell_us_something{"Tell us what you can, or select ‘I do not know’",
                              "Dywedwch yr hyn y gallwch, neu dewiswch ‘Dydw i ddim yn gwybod’"};
Words const say_something{"Tell us what you can, or select ‘I do not want to say’",
                          "Dywedwch yr hyn y gallwch, neu dewiswch ‘Dydw i ddim am ddweud’"};

// In the order they are asked.
std::array const table{
    Step{.name = "danger", .title = {}, .question = danger_question},
    Step{.name = "emergency",
         .title = {"Call 999 now", "Ffoniwch 999 nawr"},
         .applies = [](Pairs const& a, Facts const&) { return is_chosen(a, "danger", "yes"); }},
    Step{.name = "kind", .title = {}, .question = kind_question, .skip = Skip::do_not_know},
    Step{.name = "support",
         .title = {"Getting help safely", "Cael help yn ddiogel"},
         .applies = [](Pairs const& a, Facts const& f) { return needs_support(a, f.settings, f.today); }},
    Step{.name = "signpost",
         .title = {"Someone else may be able to help", "Efallai y gall rhywun arall helpu"},
         .applies = [](Pairs const& a,
                       Facts const& f) { return !others_who_help(a, f.settings, f.today).empty(); }},
    Step{.name = "who-for", .title = {}, .question = who_for_question, .skip = Skip::do_not_want_to_say},
    Step{.name = "place",
         .title = {"Where did it happen?", "Ble digwyddodd?"},
         .question = place_question,
         .skip = Skip::do_not_know,
         .nothing_given = {"Enter a postcode or describe the place, or select ‘I do not know’",
                           "Rhowch god post neu disgrifiwch y lle, neu dewiswch ‘Dydw i ddim yn gwybod’"}},
    Step{
        .name = "address",
        .title = {"Which address was it?", "Pa gyfeiriad oedd e?"},
        .question = address_question,
        .applies = [](Pairs const& a, Facts const&) { return !text::postcode(a.value("postcode")).empty(); }},
    Step{.name = "when",
         .title = {"When did it happen?", "Pryd digwyddodd?"},
         .question = when_question,
         .skip = Skip::do_not_know,
         .nothing_given = tell_us_something},
    Step{.name = "what", .title = {}, .question = what_question},
    Step{.name = "people",
         .title = {"Who was involved?", "Pwy oedd yn rhan o hyn?"},
         .question = people_question,
         .skip = Skip::do_not_want_to_say,
         .nothing_given = say_something},
    Step{.name = "effect",
         .title = {"How does it affect you?", "Sut mae’n effeithio arnoch chi?"},
         .question = effect_question,
         .skip = Skip::do_not_want_to_say,
         .section = Section::how_it_affects_you,
         .nothing_given = say_something,
         .intro =
             {"We ask so that we know how fast to act and what support to offer. If you are telling us for "
              "someone else, say how it affects them.",
              "Rydym yn gofyn er mwyn gwybod pa mor gyflym i weithredu a pha gymorth i’w gynnig. Os ydych yn "
              "dweud wrthym ar ran rhywun arall, dywedwch sut mae’n effeithio arnyn nhw."}},
    Step{.name = "safe",
         .title = {"Help for you now", "Help i chi nawr"},
         .section = Section::how_it_affects_you,
         .applies = [](Pairs const& a, Facts const&) { return is_chosen(a, "effect-on", "self-harm"); }},
    Step{.name = "motive",
         .title = {},
         .question = motive_question,
         .skip = Skip::do_not_want_to_say,
         .section = Section::how_it_affects_you},
    Step{.name = "before",
         .title = {},
         .question = told_before_question,
         .skip = Skip::do_not_want_to_say,
         .section = Section::how_it_affects_you},
    Step{.name = "told",
         .title = {"Who did you tell?", "Wrth bwy y dywedoch chi?"},
         .section = Section::how_it_affects_you,
         .applies = [](Pairs const& a, Facts const&) { return is_chosen(a, "told-before", "yes"); }},
    Step{.name = "evidence",
         .title = {"Photos, recordings and documents", "Lluniau, recordiadau a dogfennau"},
         .section = Section::how_it_affects_you},
    Step{.name = "wish",
         .title = {},
         .question = wish_question,
         .skip = Skip::do_not_want_to_say,
         .section = Section::how_it_affects_you},
    Step{.name = "name", .title = {}, .question = name_question, .section = Section::you},
    Step{.name = "contact", .title = {}, .question = contact_question, .section = Section::you},
    Step{.name = "telephone",
         .title = {},
         .question = telephone_question,
         .section = Section::you,
         .applies =
             [](Pairs const& a, Facts const&) {
                 return is_chosen(a, "contact-ways", "telephone") || is_chosen(a, "contact-ways", "text");
             }},
    Step{.name = "voicemail",
         .title = {},
         .question = voicemail_question,
         .section = Section::you,
         .applies = [](Pairs const& a, Facts const&) { return is_chosen(a, "contact-ways", "telephone"); }},
    Step{.name = "email",
         .title = {},
         .question = email_question,
         .section = Section::you,
         .applies = [](Pairs const& a, Facts const&) { return is_chosen(a, "contact-ways", "email"); }},
    Step{.name = "letter",
         .title = {},
         .question = letter_question,
         .section = Section::you,
         .applies = [](Pairs const& a, Facts const&) { return is_chosen(a, "contact-ways", "letter"); }},
    Step{.name = "contact-help",
         .title = {"What would help us talk to you?", "Beth fyddai’n ein helpu i siarad â chi?"},
         .question = contact_help_question,
         .section = Section::you,
         .intro = {"Leave anything empty that you do not need.",
                   "Gadewch unrhyw beth nad oes ei angen arnoch yn wag."}},
};

std::ptrdiff_t position_of(Step const& step) { return &step - table.data(); }

std::vector<std::string> names_of(forms::FieldShape const& shape) {
    auto const& name = shape.spec.name;
    if (shape.control == forms::Control::date) return {name, name + "-day", name + "-month", name + "-year"};
    return {name};
}

bool field_has_value(Pairs const& typed, forms::FieldShape const& shape) {
    for (auto const& name : names_of(shape))
        for (auto const value : typed.all(name))
            if (!text::trim(value).empty()) return true;
    return false;
}

}  // namespace

std::span<Step const> steps() { return table; }

Step const* find_step(std::string_view name) {
    auto const found =
        std::find_if(table.begin(), table.end(), [&](Step const& step) { return step.name == name; });
    return found == table.end() ? nullptr : &*found;
}

bool applies(Step const& step, Pairs const& answers, Facts const& facts) {
    return !step.applies || step.applies(answers, facts);
}

bool question_is_heading(Step const& step) { return step.question && step.title.empty(); }

Words heading_of(Step const& step) {
    return question_is_heading(step) ? step.question().fields.front().shape.spec.label : step.title;
}

bool is_done(Step const& step, Pairs const& answers) {
    return has(answers, done_name, step.name) || has(answers, skipped_name, step.name);
}

Step const* next_step(Step const& from, Pairs const& answers, Facts const& facts) {
    for (auto n = position_of(from) + 1; n < std::ssize(table); ++n)
        if (applies(table[static_cast<std::size_t>(n)], answers, facts))
            return &table[static_cast<std::size_t>(n)];
    return nullptr;
}

Step const* previous_step(Step const& from, Pairs const& answers, Facts const& facts) {
    for (auto n = position_of(from) - 1; n >= 0; --n)
        if (applies(table[static_cast<std::size_t>(n)], answers, facts))
            return &table[static_cast<std::size_t>(n)];
    return nullptr;
}

std::vector<Step const*> steps_left(Pairs const& answers, Facts const& facts) {
    std::vector<Step const*> left;
    for (auto const& step : table)
        if (applies(step, answers, facts) && !is_done(step, answers)) left.push_back(&step);
    return left;
}

bool has_value(Question const& question, Pairs const& typed) {
    auto const shapes = question.shapes();
    return std::any_of(shapes.begin(), shapes.end(),
                       [&](auto const& shape) { return field_has_value(typed, shape); });
}

void take_answers(Pairs& answers, Step const& step, Pairs const& typed) {
    if (!step.question) return;
    auto const postcode_before = text::postcode(answers.value("postcode"));
    for (auto const& shape : step.question().shapes())
        for (auto const& name : names_of(shape)) {
            answers.remove(name);
            if (!forms::detail::is_open(shape, typed)) continue;
            for (auto const value : typed.all(name))
                if (!value.empty()) answers.add(name, std::string(value));
        }
    // An address belongs to its postcode.
    if (step.name == "place" && text::postcode(answers.value("postcode")) != postcode_before) {
        answers.remove("address");
        take_away(answers, done_name, "address");
    }
}

void mark_done(Pairs& answers, Step const& step) {
    take_away(answers, skipped_name, step.name);
    add_once(answers, done_name, step.name);
}

void mark_skipped(Pairs& answers, Step const& step) {
    take_answers(answers, step, {});
    take_away(answers, done_name, step.name);
    add_once(answers, skipped_name, step.name);
}

std::vector<Problem> read_step(Answers& into, Step const& step, Pairs const& typed,
                               forms::ParseOptions const& options) {
    if (!step.question) return {};
    auto const& question = step.question();
    if (!step.nothing_given.empty() && !has_value(question, typed))
        return {
            {question.fields.front().shape.spec.name, std::string(step.nothing_given.in(options.language))}};
    return forms::parse_into(into, question, typed, options);
}

}  // namespace doorstep::inputs::reports
