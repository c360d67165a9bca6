#include "inputs/cases/edit_case.h"

namespace doorstep::inputs::cases {

using forms::at_most;
using forms::required;
using usecases::cases::CaseFormView;
using usecases::cases::EditCase;

forms::Form<EditCase> const& edit_case_form() {
    static auto const form = forms::form<EditCase>(
        "edit-case",
        forms::text_field(&EditCase::title,
                          {.name = "title",
                           .label = "Title",
                           .hint = "The kind and the place, and nobody's name: Loud music, Acre Court"},
                          {required("Enter a title: the kind and the place"),
                           at_most(120, "Title must be 120 characters or fewer")}),
        forms::select_field(&EditCase::category, {.name = "category", .label = "What kind is it?"},
                            {required("Select the kind")}),
        forms::select_field(&EditCase::subcategory,
                            {.name = "subcategory", .label = "Which closer kind?", .optional = true}),
        forms::tick_field(&EditCase::hate, {.name = "hate",
                                            .label = "Hate",
                                            .hint = "Somebody believes it happens because of who they are"}),
        forms::text_field(&EditCase::place_text,
                          {.name = "place", .label = "Where does it happen?", .optional = true},
                          {at_most(300, "Where it happens must be 300 characters or fewer")}),
        forms::select_field(&EditCase::housing_officer, {.name = "housing-officer",
                                                         .label = "Housing officer",
                                                         .hint = "Complainants are told when this changes",
                                                         .optional = true}));
    return form;
}

forms::Choices edit_case_choices(CaseFormView const& view) {
    forms::Choices choices;
    for (auto const& [code, label] : view.categories)
        choices["category"].push_back({.value = code, .text = label});
    choices["subcategory"].push_back({.value = "", .text = "None"});
    for (auto const& [code, label] : view.subcategories)
        choices["subcategory"].push_back({.value = code, .text = label});
    choices["housing-officer"].push_back({.value = "", .text = "None"});
    for (auto const& account : view.housing_officers)
        choices["housing-officer"].push_back({.value = std::string(account.id.text()), .text = account.name});
    return choices;
}

}  // namespace doorstep::inputs::cases
