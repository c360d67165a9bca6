#include "usecases/people/change_person.h"

#include "base/text.h"
#include "domain/people/check_person.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/people/officers_told.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::people {

using domain::access::Action;
using domain::events::Detail;
using domain::people::CasePerson;
using domain::people::Person;

namespace {

void write_person(Person& person, ChangePerson const& input, Detail& detail) {
    detail.personal_change("name", person.name, input.name)
        .personal_change("telephone", person.telephone, input.telephone)
        .personal_change("email", person.email, input.email)
        .personal_change("address", person.address_text, input.address_text)
        .personal_change("date_of_birth", person.date_of_birth, input.date_of_birth);
    person.name = input.name;
    person.telephone = input.telephone;
    person.email = input.email;
    person.address_text = input.address_text;
    person.date_of_birth = input.date_of_birth;
}

}  // namespace

Expected<Done> change_person(Context& context, ChangePerson const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.id);
        if (!found) return refuse(found.error());
        auto& part = found->part;
        auto& person = found->person;
        bool const is_unknown = !person && text::trim(input.name).empty();
        auto const checked = domain::people::check_person({.part = part.part,
                                                           .side = part.side,
                                                           .is_unknown = is_unknown,
                                                           .name = input.name,
                                                           .description = input.description,
                                                           .date_of_birth = input.date_of_birth,
                                                           .raised_on = {}},
                                                          {.today = change.today});
        if (!checked) return refuse(checked.error());
        if (part.version != input.part_version || (person ? person->version : 0) != input.person_version)
            return refuse(cases::changed_meanwhile());

        Detail detail;
        detail.set("person_added", part.id);
        // What is known about them stays when somebody learns the name.
        detail.personal_change("description", part.description, input.description);
        part.description = input.description;
        if (person) {
            write_person(*person, input, detail);
            if (!storage::people::update(change.tx, *person)) return refuse(cases::changed_meanwhile());
        } else if (!is_unknown) {
            Person known;
            known.id = change.new_id<PersonId>();
            write_person(known, input, detail);
            storage::people::insert(change.tx, known, change.now);
            part.person = known.id;
        }
        detail.change("anonymous", part.anonymous, input.anonymous)
            .personal_change("vulnerabilities", part.vulnerabilities, input.vulnerabilities);
        part.anonymous = input.anonymous;
        part.vulnerabilities = input.vulnerabilities;
        if (auto saved = save_person(change, settings, *file, part); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::person_changed, part.id.text(), detail);
        return Done{};
    });
}

Expected<Done> leave_case(Context& context, LeaveCase const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.id);
        if (!found) return refuse(found.error());
        auto& part = found->part;
        if (part.left_on)
            return refuse(RefusalKind::conflict, "left-already", "This person has left the case already");
        if (input.left_on > change.today)
            return refuse_field("date-in-future", "left-on", "The day must be today or in the past");
        if (input.left_on < part.joined_on)
            return refuse_field(
                "date-before-joined", "left-on",
                "The day must be on or after " + date_words(part.joined_on) + ", when they joined the case");
        part.left_on = input.left_on;
        if (auto saved = save_person(change, settings, *file, part); !saved) return refuse(saved.error());
        for (auto const kind : {domain::work::Kind::first_contact, domain::work::Kind::contact,
                                domain::work::Kind::tell_officers})
            storage::work_items::finish(change.tx, kind, part.id.text(), change.now);
        change.record(file->id, domain::events::person_left, part.id.text(),
                      Detail()
                          .set("person_added", part.id)
                          .set("part", part.part)
                          .set("on", input.left_on)
                          .personal("reason", input.reason));
        return Done{};
    });
}

}  // namespace doorstep::usecases::people
