#include "inputs/people/contact_fields.h"
#include "pages/cases/edit_form.h"
#include "pages/people/person_facts.h"
#include "pages/people/person_forms.h"
#include "usecases/people/change_person.h"

namespace doorstep::pages::people {

using forms::at_most;
using namespace inputs::people;
using usecases::people::ChangePerson;
using usecases::people::PeopleView;
using usecases::people::PersonView;
using usecases::people::Purpose;

namespace {

forms::Form<ChangePerson> const& change_person_form() {
    static auto const form = forms::form<ChangePerson>(
        "change-person",
        forms::text_field(&ChangePerson::name,
                          {.name = "name",
                           .label = "Full name",
                           .hint = "Empty while nobody knows who they are",
                           .spellcheck = false},
                          {at_most(200, "Name must be 200 characters or fewer")}),
        telephone_field(&ChangePerson::telephone), email_field(&ChangePerson::email),
        address_field(&ChangePerson::address_text), date_of_birth_field(&ChangePerson::date_of_birth),
        forms::textarea_field(&ChangePerson::description,
                              {.name = "description",
                               .label = "What is known about them?",
                               .hint = "For example, of somebody nobody can name",
                               .rows = 3,
                               .optional = true},
                              {at_most(1000, "What is known must be 1,000 characters or fewer")}),
        anonymous_field(&ChangePerson::anonymous), vulnerabilities_field(&ChangePerson::vulnerabilities));
    return form;
}

ChangePerson as_stored(PersonView const& view) {
    ChangePerson stored;
    if (view.person) {
        stored.name = view.person->name;
        stored.telephone = view.person->telephone;
        stored.email = view.person->email;
        stored.address_text = view.person->address_text;
        stored.date_of_birth = view.person->date_of_birth;
    }
    stored.description = view.part.description;
    stored.anonymous = view.part.anonymous;
    stored.vulnerabilities = view.part.vulnerabilities;
    return stored;
}

/// Of the part and of the person, as one word: "3.1".
std::string version_of(PersonView const& view) {
    return std::to_string(view.part.version) + "." + std::to_string(view.person ? view.person->version : 0);
}

void read_versions(std::string_view typed, ChangePerson& input) {
    auto const dot = typed.find('.');
    if (dot == std::string_view::npos) return;
    input.part_version = cases::version_number(typed.substr(0, dot));
    input.person_version = cases::version_number(typed.substr(dot + 1));
}

cases::EditForm<ChangePerson> edit_of(Visit& visit, PeopleView const& view) {
    auto const& person = view.people.front();
    auto const address = person_address(view.header.reference, person.part.id);
    return {.form = change_person_form(),
            .stored = as_stored(person),
            .version = version_of(person),
            .page = {.reference = view.header.reference,
                     .title = "Change details",
                     .action = address + "/edit",
                     .cancel_href = address},
            .saved_words = "Details saved.",
            .save =
                [&visit, reference = view.header.reference, id = person.part.id](ChangePerson& input,
                                                                                 std::string const& version) {
                    input.reference = reference;
                    input.id = id;
                    read_versions(version, input);
                    return usecases::people::change_person(visit.context, input);
                },
            .who_and_when =
                [&visit, file = view.header.id, id = person.part.id] {
                    return usecases::cases::last_saved_words(visit.context, file, id.text(),
                                                             {"person-changed"});
                }};
}

}  // namespace

http::Response show_edit(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    return cases::show_edit_form(visit, edit_of(visit, *view));
}

http::Response post_edit(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    return cases::post_edit_form(visit, edit_of(visit, *view));
}

}  // namespace doorstep::pages::people
