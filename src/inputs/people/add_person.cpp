#include "inputs/people/add_person.h"
#include "inputs/people/contact_fields.h"

namespace doorstep::inputs::people {

using forms::at_most;
using forms::required;
using usecases::people::AddPerson;

forms::Form<PersonTyped> const& add_person_form() {
    static auto const form = forms::form<PersonTyped>(
        "add-person",
        forms::radios_field(&PersonTyped::part, {.name = "part", .label = "What is their part?"},
                            {required("Select their part in the case")}),
        forms::radios_field(
            &PersonTyped::side,
            {.name = "side",
             .label = "Whose side are they on?",
             .hint = "Only for a supporter or professional. Nothing about one side reaches the "
                     "other",
             .optional = true}),
        forms::yes_no_field(
            &PersonTyped::known,
            {.name = "known",
             .label = "Does anybody know who they are?",
             .choices = {{.value = "yes",
                          .text = "Yes",
                          .reveals = {"name", "telephone", "email", "address", "date-of-birth"}},
                         {.value = "no", .text = "No", .reveals = {"description"}}}},
            {required("Select whether anybody knows who they are")}),
        forms::text_field(
            &PersonTyped::name, {.name = "name", .label = "Full name", .spellcheck = false},
            {required("Enter their name"), at_most(200, "Name must be 200 characters or fewer")}),
        telephone_field(&PersonTyped::telephone), email_field(&PersonTyped::email),
        address_field(&PersonTyped::address), date_of_birth_field(&PersonTyped::date_of_birth),
        forms::textarea_field(&PersonTyped::description,
                              {.name = "description",
                               .label = "What is known about them?",
                               .hint = "For example, a man in his twenties who visits on Fridays",
                               .rows = 3},
                              {required("Describe them as far as anyone can"),
                               at_most(1000, "What is known must be 1,000 characters or fewer")}),
        forms::date_field(&PersonTyped::raised_on,
                          {.name = "raised-on",
                           .label = "When did they first report it?",
                           .hint = "Only for a complainant. Today, when you leave it empty. First contact is "
                                   "counted from this day",
                           .optional = true}),
        anonymous_field(&PersonTyped::anonymous), vulnerabilities_field(&PersonTyped::vulnerabilities));
    return form;
}

AddPerson add_person_input(PersonTyped const& typed, std::string_view reference) {
    return {.reference = std::string(reference),
            .part = typed.part,
            .side = typed.side,
            .is_unknown = typed.known == false,
            .name = typed.name,
            .telephone = typed.telephone,
            .email = typed.email,
            .address_text = typed.address,
            .date_of_birth = typed.date_of_birth,
            .description = typed.description,
            .anonymous = typed.anonymous,
            .vulnerabilities = typed.vulnerabilities,
            .raised_on = typed.raised_on,
            .same_as = PersonId::parse(typed.same_as)};
}

}  // namespace doorstep::inputs::people
