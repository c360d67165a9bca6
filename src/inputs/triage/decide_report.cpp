#include "inputs/triage/decide_report.h"
#include "base/text.h"

namespace doorstep::inputs::triage {

using domain::triage::Path;
using usecases::triage::DecideReport;
using usecases::triage::DecisionForm;

namespace {

forms::Choice path_choice(Path path, std::string hint, std::vector<std::string> reveals) {
    return {.value = std::string(name_of(path)),
            .text = std::string(words_of(path)),
            .text_welsh = "",
            .hint = std::move(hint),
            .hint_welsh = "",
            .reveals = std::move(reveals)};
}

std::vector<forms::Choice> list_choices(legal::List const& list, Date today, std::string empty) {
    std::vector<forms::Choice> choices;
    if (!empty.empty()) choices.push_back({.value = "", .text = std::move(empty)});
    for (auto const* entry : list.in_use(today))
        choices.push_back({.value = entry->code, .text = entry->label});
    return choices;
}

/// "Noise: Loud music or television", in the order of the kinds.
std::vector<forms::Choice> closer_kinds(usecases::Settings const& settings, Date today) {
    std::vector<forms::Choice> choices{{.value = "", .text = "Not said"}};
    for (auto const* kind : settings.list("categories").in_use(today))
        for (auto const* entry : settings.list("subcategories").in_use(today))
            if (entry->detail("parent") == kind->code)
                choices.push_back({.value = entry->code, .text = kind->label + ": " + entry->label});
    return choices;
}

std::vector<forms::Choice> link_choices() {
    std::vector<forms::Choice> choices{{.value = "", .text = "Not linked"}};
    for (auto const& kind : all_of<domain::cases::LinkKind>())
        choices.push_back({.value = std::string(kind.name), .text = std::string(kind.words)});
    return choices;
}

std::vector<forms::Choice> owner_choices(DecisionForm const& view) {
    std::vector<forms::Choice> choices;
    if (view.owners.empty()) choices.push_back({.value = "", .text = "Nobody yet"});
    for (auto const& owner : view.owners)
        choices.push_back({.value = std::string(owner.id.text()),
                           .text = owner.why.empty() ? owner.name : owner.name + " (" + owner.why + ")"});
    return choices;
}

std::vector<forms::Choice> reporter_choices(DecisionForm const& view) {
    std::vector<forms::Choice> choices;
    for (auto const& person : view.reporters) {
        std::vector<std::string> why;
        for (auto const reason : person.reasons)
            why.push_back(why.empty() ? std::string(words_of(reason)) : text::lower_ascii(words_of(reason)));
        if (!person.parts.empty())
            why.push_back("in " + person.parts.front().reference + ", " + person.parts.front().title);
        choices.push_back({.value = std::string(person.id.text()),
                           .text = person.name,
                           .text_welsh = "",
                           .hint = text::join(why, "; ")});
    }
    if (choices.empty()) return choices;
    choices.push_back({.value = "",
                       .text = "Somebody new",
                       .text_welsh = "",
                       .hint = "",
                       .hint_welsh = "",
                       .reveals = {},
                       .divider_before = "or"});
    return choices;
}

}  // namespace

forms::Form<DecideReport> const& decision_form() {
    using forms::required;
    static auto const form = forms::form<DecideReport>(
        "decide-report", forms::hidden_field(&DecideReport::version, {.name = "version"}),
        forms::yes_no_field(
            &DecideReport::is_asb,
            {.name = "is-asb",
             .label = "Is it anti-social behaviour?",
             .hint = "Conduct that has caused, or is likely to cause, harassment, alarm or distress, "
                     "or housing-related nuisance or annoyance (Anti-social Behaviour, Crime and "
                     "Policing Act 2014, section 2)"},
            {required("Select yes if it is anti-social behaviour")}),
        forms::radios_field(
            &DecideReport::path,
            {.name = "path",
             .label = "What happens to the report?",
             .choices = {path_choice(Path::open_case, "",
                                     {"kind", "closer-kind", "title", "owner", "complained-about",
                                      "complained-about-described", "linked-case", "link-kind"}),
                         path_choice(Path::add_to_case, "The reporter is put on it with a clock of their own",
                                     {"case"}),
                         path_choice(
                             Path::everyday_noise,
                             "Doors, footsteps, children: nobody’s fault, and help is owed all the same",
                             {"step"}),
                         path_choice(Path::signpost, "", {"signpost"}),
                         path_choice(Path::duplicate, "The same person telling us the same thing again",
                                     {"duplicate-of"})}},
            {required("Select what happens to the report")}),
        forms::select_field(&DecideReport::kind, {.name = "kind", .label = "Kind"},
                            {required("Select what kind of behaviour it is")}),
        forms::select_field(&DecideReport::closer_kind,
                            {.name = "closer-kind", .label = "Closer kind", .optional = true}),
        forms::text_field(
            &DecideReport::title,
            {.name = "title",
             .label = "Name of the case",
             .hint = "No names of people. Left empty it is made from kind and place, such as “Loud "
                     "music, Acre Court”",
             .optional = true},
            {forms::at_most(100, "Name of the case must be 100 characters or fewer")}),
        forms::select_field(
            &DecideReport::owner,
            {.name = "owner", .label = "Owner", .hint = "Suggested by area and kind; you can change it"}),
        forms::text_field(&DecideReport::complained_about,
                          {.name = "complained-about",
                           .label = "Name of the person complained about",
                           .hint = "Leave it empty when nobody knows: the case is as good",
                           .optional = true},
                          {forms::at_most(200, "The name must be 200 characters or fewer")}),
        forms::textarea_field(&DecideReport::complained_about_described,
                              {.name = "complained-about-described",
                               .label = "What is known of them",
                               .rows = 2,
                               .optional = true},
                              {forms::at_most(500, "What is known of them must be 500 characters or fewer")}),
        forms::text_field(&DecideReport::linked_case, {.name = "linked-case",
                                                       .label = "Link it with case",
                                                       .hint = "Each keeps its people, clocks and file",
                                                       .classes = "govuk-input--width-10",
                                                       .optional = true}),
        forms::select_field(&DecideReport::link_kind,
                            {.name = "link-kind", .label = "How they belong together", .optional = true}),
        forms::text_field(&DecideReport::case_reference, {.name = "case",
                                                          .label = "Reference of the case",
                                                          .hint = "For example, ASB-26-00142",
                                                          .classes = "govuk-input--width-10"}),
        forms::radios_field(&DecideReport::step, {.name = "step", .label = "What happens next?"}),
        forms::select_field(&DecideReport::signpost, {.name = "signpost", .label = "Who can help?"}),
        forms::text_field(&DecideReport::duplicate_of, {.name = "duplicate-of",
                                                        .label = "Reference of the other report",
                                                        .hint = "For example, R-26-00311",
                                                        .classes = "govuk-input--width-10"}),
        forms::radios_field(&DecideReport::reporter,
                            {.name = "reporter",
                             .label = "Do we know the person who reported it?",
                             .hint = "Chosen, their earlier cases and this one are seen together"}),
        forms::textarea_field(&DecideReport::reason,
                              {.name = "reason",
                               .label = "Why?",
                               .hint = "For us: one or two sentences that would convince a colleague",
                               .rows = 3,
                               .character_limit = 2000},
                              {forms::at_most(2000, "The reason must be 2,000 characters or fewer")}),
        forms::textarea_field(
            &DecideReport::explanation,
            {.name = "explanation",
             .label = "What the person who reported it is told",
             .hint = "What we will do, or why it is not for us and who can help. It goes out in "
                     "these words",
             .rows = 5,
             .character_limit = 4000},
            {forms::at_most(4000, "What they are told must be 4,000 characters or fewer")}));
    return form;
}

forms::Choices decision_choices(usecases::Settings const& settings, Date today, DecisionForm const& view) {
    forms::Choices choices;
    choices["kind"] = list_choices(settings.list("categories"), today, "");
    choices["closer-kind"] = closer_kinds(settings, today);
    choices["owner"] = owner_choices(view);
    choices["signpost"] = list_choices(settings.list("signposts"), today, "Select a service");
    choices["link-kind"] = link_choices();
    choices["reporter"] = reporter_choices(view);
    return choices;
}

}  // namespace doorstep::inputs::triage
