#include "pages/cases/edit_case.h"

#include "pages/cases/edit_form.h"
#include "usecases/cases/edit_case.h"

namespace doorstep::pages::cases {

using forms::at_most;
using forms::required;
using usecases::cases::CaseFormView;
using usecases::cases::EditCase;

namespace {

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

EditForm<EditCase> edit_of(Visit& visit, CaseFormView const& view) {
    auto const address = case_address(view.header.reference);
    EditForm<EditCase> edit{
        .form = edit_case_form(),
        .stored = view.stored,
        .version = std::to_string(view.stored.version),
        .page = {.reference = view.header.reference,
                 .title = "Change case details",
                 .action = address + "/edit",
                 .cancel_href = address},
        .saved_words = "Case details saved.",
        .save =
            [&visit, reference = view.header.reference](EditCase& input, std::string const& version) {
                input.reference = reference;
                input.version = version_number(version);
                return usecases::cases::edit_case(visit.context, input);
            },
        .who_and_when =
            [&visit, file = view.header.id] {
                return usecases::cases::last_saved_words(visit.context, file, file.text(), {"case-edited"});
            }};
    auto& choices = edit.page.choices;
    for (auto const& [code, label] : view.categories)
        choices["category"].push_back({.value = code, .text = label});
    choices["subcategory"].push_back({.value = "", .text = "None"});
    for (auto const& [code, label] : view.subcategories)
        choices["subcategory"].push_back({.value = code, .text = label});
    choices["housing-officer"].push_back({.value = "", .text = "None"});
    for (auto const& account : view.housing_officers)
        choices["housing-officer"].push_back({.value = std::string(account.id.text()), .text = account.name});
    return edit;
}

}  // namespace

http::Response show_edit_case(Visit& visit) {
    auto const view = usecases::cases::view_case_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return show_edit_form(visit, edit_of(visit, *view));
}

http::Response post_edit_case(Visit& visit) {
    auto const view = usecases::cases::view_case_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return post_edit_form(visit, edit_of(visit, *view));
}

}  // namespace doorstep::pages::cases
