#pragma once

#include <string>

#include "forms/form.h"
#include "pages/cases/case_form.h"
#include "usecases/incidents/view_incidents.h"

/// The fields of an incident, the same whether it is written down or put right.
namespace doorstep::pages::incidents {

inline std::string incidents_address(std::string_view reference) {
    return cases::case_address(reference) + "/incidents";
}

inline forms::Choices incident_choices(usecases::incidents::IncidentFormView const& view) {
    forms::Choices choices;
    choices["person"].push_back({.value = "", .text = "Nobody in particular"});
    for (auto const& [id, name] : view.people)
        choices["person"].push_back({.value = std::string(id.text()), .text = name});
    for (auto const& [code, label] : view.categories)
        choices["category"].push_back({.value = code, .text = label});
    return choices;
}

template <class Input>
forms::Form<Input> const& incident_form() {
    static auto const form = forms::form<Input>(
        "incident",
        forms::date_field(&Input::happened_on,
                          {.name = "happened-on",
                           .label = "When did it happen?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {forms::required("Enter the date it happened"),
                           forms::not_in_future("Date it happened must be today or in the past")}),
        forms::time_field(&Input::happened_time, {.name = "happened-time",
                                                  .label = "What time did it begin?",
                                                  .hint = "For example, 11:30pm",
                                                  .optional = true}),
        forms::select_field(&Input::category, {.name = "category", .label = "What kind was it?"},
                            {forms::required("Select the kind")}),
        forms::text_field(&Input::place_text,
                          {.name = "place", .label = "Where did it happen?", .optional = true},
                          {forms::at_most(300, "Where it happened must be 300 characters or fewer")}),
        forms::textarea_field(
            &Input::description,
            {.name = "description",
             .label = "What happened?",
             .hint = "What was seen and heard, how long it lasted, and what it did to people",
             .character_limit = 5000},
            {forms::required("Enter what happened"),
             forms::at_most(5000, "What happened must be 5,000 characters or fewer")}),
        forms::radios_field(&Input::source, {.name = "source", .label = "Who told us?"},
                            {forms::required("Select who told us")}),
        forms::select_field(&Input::person,
                            {.name = "person", .label = "Which person on the case?", .optional = true}));
    return form;
}

}  // namespace doorstep::pages::incidents
