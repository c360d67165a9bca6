#include "inputs/contacts/record_contact.h"

namespace doorstep::inputs::contacts {

using forms::required;
using usecases::contacts::ContactFormView;
using usecases::contacts::RecordContact;

forms::Form<RecordContact> const& record_contact_form() {
    static auto const form = forms::form<RecordContact>(
        "record-contact",
        forms::radios_field(&RecordContact::person, {.name = "person", .label = "Who was it with?"},
                            {required("Select who you were in contact with")}),
        forms::date_field(&RecordContact::made_on,
                          {.name = "made-on",
                           .label = "When was the contact?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {required("Enter the date of the contact"),
                           forms::not_in_future("Date of the contact must be today or in the past")}),
        forms::time_field(&RecordContact::made_time, {.name = "made-time",
                                                      .label = "What time?",
                                                      .hint = "For example, 9am or 5:30pm",
                                                      .optional = true}),
        forms::radios_field(&RecordContact::method, {.name = "method", .label = "How was it made?"},
                            {required("Select how the contact was made")}),
        forms::radios_field(
            &RecordContact::result,
            {.name = "result",
             .label = "What happened?",
             .hint =
                 "Only a conversation meets our promise to keep in touch. A try or a message left does not "
                 "move the date of the next contact"},
            {required("Select what happened")}),
        forms::textarea_field(&RecordContact::summary,
                              {.name = "summary",
                               .label = "What was said?",
                               .hint = "Facts, what was agreed, and anything that changes the risk",
                               .character_limit = 5000},
                              {required("Enter what was said"),
                               forms::at_most(5000, "What was said must be 5,000 characters or fewer")}),
        forms::yes_no_field(&RecordContact::still_safe, {.name = "still-safe",
                                                         .label = "Is this still a safe way to contact them?",
                                                         .hint = "Ask each time"}));
    return form;
}

forms::Choices contact_choices(ContactFormView const& view) {
    forms::Choices choices;
    for (auto const& person : view.people)
        choices["person"].push_back(
            {.value = std::string(person.id.text()), .text = person.words, .hint = person.safe_contact});
    return choices;
}

}  // namespace doorstep::inputs::contacts
