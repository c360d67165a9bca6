#include "inputs/plans/agree_plan.h"
#include "inputs/plans/people.h"

namespace doorstep::inputs::plans {

using usecases::plans::AgreementForm;
using usecases::plans::AgreePlan;

forms::Form<AgreePlan> const& agree_plan_form() {
    static auto const form = forms::form<AgreePlan>(
        "agree-plan",
        forms::radios_field(&AgreePlan::with, {.name = "with", .label = "Who agreed the plan?"},
                            {forms::required("Select who agreed the plan")}),
        forms::date_field(&AgreePlan::agreed_on,
                          {.name = "agreed-on",
                           .label = "When was it agreed?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {forms::required("Enter the date it was agreed"),
                           forms::not_in_future("Date it was agreed must be today or in the past")}),
        forms::radios_field(&AgreePlan::how, {.name = "how", .label = "How was it agreed?"},
                            {forms::required("Select how the plan was agreed")}),
        forms::radios_field(&AgreePlan::copy_how,
                            {.name = "copy-how",
                             .label = "Were they given a copy then?",
                             .hint = "Leave empty when not: a copy can be given later"}));
    return form;
}

forms::Choices agreement_choices(AgreementForm const& view) {
    forms::Choices choices;
    choices["with"] = person_choices(view.complainants);
    return choices;
}

}  // namespace doorstep::inputs::plans
