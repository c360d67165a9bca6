#include "inputs/plans/steps.h"

#include "inputs/plans/people.h"

namespace doorstep::inputs::plans {

using domain::plans::OwnerKind;
using domain::plans::StepState;
using usecases::plans::SaveStep;
using usecases::plans::StepForm;

namespace {

std::vector<forms::Choice> owner_kinds() {
    auto const choice = [](OwnerKind kind, char const* reveals) {
        return forms::Choice{
            .value = std::string(name_of(kind)), .text = std::string(words_of(kind)), .reveals = {reveals}};
    };
    return {choice(OwnerKind::officer, "owner-account"), choice(OwnerKind::complainant, "complainant"),
            choice(OwnerKind::person_complained_about, "complained-about"),
            choice(OwnerKind::partner, "partner-name"), choice(OwnerKind::support_team, "team-name")};
}

}  // namespace

forms::Form<TypedStep> const& step_form() {
    static auto const form = forms::form<TypedStep>(
        "plan-step",
        forms::textarea_field(
            &TypedStep::what,
            {.name = "what",
             .label = "What will be done?",
             .hint = "The person who reported reads this. Name nobody else. For example, “Visit on a Friday "
                     "evening to hear the noise”",
             .rows = 3,
             .character_limit = 1000},
            {forms::required("Enter what will be done"),
             forms::at_most(1000, "What will be done must be 1,000 characters or fewer")}),
        forms::radios_field(&TypedStep::owner_kind,
                            {.name = "owner-kind", .label = "Who will do it?", .choices = owner_kinds()},
                            {forms::required("Select who will do it")}),
        forms::select_field(&TypedStep::officer, {.name = "owner-account", .label = "Which of us?"},
                            {forms::required("Select who will do it")}),
        forms::select_field(&TypedStep::complainant,
                            {.name = "complainant", .label = "Who, of those who reported?"}),
        forms::select_field(&TypedStep::complained_about,
                            {.name = "complained-about", .label = "Who, of those complained about?"}),
        forms::text_field(&TypedStep::partner_name, {.name = "partner-name", .label = "Name of the agency"},
                          {forms::required("Enter the name of the agency")}),
        forms::text_field(&TypedStep::team_name, {.name = "team-name", .label = "Name of the team"},
                          {forms::required("Enter the name of the team")}),
        forms::radios_field(&TypedStep::track, {.name = "track", .label = "What kind of step is it?"},
                            {forms::required("Select what kind of step it is")}),
        forms::date_field(&TypedStep::due_on,
                          {.name = "due-on", .label = "By when?", .hint = "For example, 27 3 2026"},
                          {forms::required("Enter the date it will be done by")}));
    return form;
}

forms::Choices step_choices(StepForm const& view) {
    forms::Choices choices;
    auto& officers = choices["owner-account"];
    for (auto const& officer : view.officers)
        officers.push_back({.value = std::string(officer.id.text()), .text = officer.words});
    choices["complainant"] = person_choices(view.complainants);
    choices["complained-about"] = person_choices(view.complained_about);
    for (auto const* name : {"complainant", "complained-about"})
        choices[name].insert(choices[name].begin(), {.value = "", .text = "Nobody named"});
    return choices;
}

TypedStep typed_step(domain::plans::PlanStep const& step) {
    TypedStep typed{.what = step.what,
                    .track = step.track,
                    .owner_kind = step.owner_kind,
                    .officer = step.owner_account,
                    .complainant = {},
                    .complained_about = {},
                    .partner_name = "",
                    .team_name = "",
                    .due_on = step.due_on};
    if (step.owner_kind == OwnerKind::complainant) typed.complainant = step.owner_person;
    if (step.owner_kind == OwnerKind::person_complained_about) typed.complained_about = step.owner_person;
    if (step.owner_kind == OwnerKind::partner) typed.partner_name = step.owner_name;
    if (step.owner_kind == OwnerKind::support_team) typed.team_name = step.owner_name;
    return typed;
}

SaveStep save_step_input(TypedStep const& typed) {
    SaveStep input;
    input.what = typed.what;
    input.track = typed.track;
    input.owner_kind = typed.owner_kind;
    input.due_on = typed.due_on;
    switch (typed.owner_kind) {
        case OwnerKind::officer:
            input.owner_account = typed.officer;
            break;
        case OwnerKind::complainant:
            input.owner_person = typed.complainant;
            break;
        case OwnerKind::person_complained_about:
            input.owner_person = typed.complained_about;
            break;
        case OwnerKind::partner:
            input.owner_name = typed.partner_name;
            break;
        case OwnerKind::support_team:
            input.owner_name = typed.team_name;
            break;
    }
    return input;
}

forms::Form<TypedEnd> const& end_form() {
    static auto const form = forms::form<TypedEnd>(
        "end-step",
        forms::radios_field(
            &TypedEnd::state,
            {.name = "state",
             .label = "What became of it?",
             .choices = {{.value = std::string(name_of(StepState::done)), .text = "It is done"},
                         {.value = std::string(name_of(StepState::dropped)),
                          .text = "It is dropped",
                          .hint = "After its day it still counts as late"}}},
            {forms::required("Select what became of the step")}),
        forms::date_field(
            &TypedEnd::on,
            {.name = "on", .label = "When?", .hint = "For example, 27 3 2026", .recent_days = true},
            {forms::required("Enter the date"), forms::not_in_future("Date must be today or in the past")}),
        forms::textarea_field(&TypedEnd::result,
                              {.name = "result",
                               .label = "What came of it?",
                               .hint = "Needed when it is dropped: say why",
                               .rows = 4,
                               .character_limit = 1000},
                              {forms::at_most(1000, "Result must be 1,000 characters or fewer")}));
    return form;
}

}  // namespace doorstep::inputs::plans
