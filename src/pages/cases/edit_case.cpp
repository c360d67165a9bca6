#include "pages/cases/edit_case.h"

#include "inputs/cases/edit_case.h"
#include "pages/cases/edit_form.h"
#include "usecases/cases/edit_case.h"

namespace doorstep::pages::cases {

using inputs::cases::edit_case_form;
using usecases::cases::CaseFormView;
using usecases::cases::EditCase;

namespace {

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
    edit.page.choices = inputs::cases::edit_case_choices(view);
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
