#include "usecases/people/add_person.h"

#include <algorithm>

#include "base/text.h"
#include "domain/people/check_person.h"
#include "usecases/cases/open_case.h"
#include "usecases/messages/rights_letter.h"
#include "usecases/people/officers_told.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::people {

using domain::access::Action;
using domain::people::CasePerson;
using domain::people::Part;
using domain::people::Person;

namespace {

/// Below this two names are not the same person's, however alike some words sound.
constexpr double alike_enough = 0.88;
constexpr int candidates_looked_at = 25;
constexpr std::size_t candidates_shown = 5;

Person person_of(AddPerson const& input) {
    Person person;
    person.name = input.name;
    person.telephone = input.telephone;
    person.email = input.email;
    person.address_text = input.address_text;
    person.date_of_birth = input.date_of_birth;
    return person;
}

/// Chosen from those the viewer was shown: anybody else is refused, whatever id was sent.
bool may_choose(Change& change, PersonId id, AddPerson const& input) {
    auto const known = storage::people::likely_same(change.tx, person_of(input),
                                                    storage::case_scope(change.viewer, Action::see_case),
                                                    candidates_looked_at);
    return std::any_of(known.begin(), known.end(), [&](auto const& one) { return one.person.id == id; });
}

}  // namespace

std::vector<storage::people::LikelySame> likely_same(Context& context, AddPerson const& input) {
    if (input.is_unknown || !domain::access::may(context.viewer, Action::see_people)) return {};
    auto known = storage::people::likely_same(context.read(), person_of(input),
                                              storage::case_scope(context.viewer, Action::see_case),
                                              candidates_looked_at);
    auto const name = text::fold(input.name);
    std::erase_if(known, [&](auto const& one) {
        return !one.same_number && text::jaro_winkler(text::fold(one.person.name), name) < alike_enough;
    });
    if (known.size() > candidates_shown) known.resize(candidates_shown);
    return known;
}

Expected<PersonAdded> add_person(Context& context, AddPerson const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<PersonAdded> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto const side = domain::people::check_person({.part = input.part,
                                                        .side = input.side,
                                                        .is_unknown = input.is_unknown,
                                                        .name = input.name,
                                                        .description = input.description,
                                                        .date_of_birth = input.date_of_birth,
                                                        .raised_on = input.raised_on},
                                                       {.today = change.today});
        if (!side) return refuse(side.error());
        CasePerson part;
        part.id = change.new_id<CasePersonId>();
        part.case_file = file->id;
        part.part = input.part;
        part.side = *side;
        part.description = input.is_unknown ? input.description : "";
        part.anonymous = input.anonymous;
        part.vulnerabilities = input.vulnerabilities;
        part.joined_on = change.today;
        if (part.part == Part::complainant) {
            part.raised_on = input.raised_on.value_or(change.today);
            part.joined_on = std::min(part.joined_on, *part.raised_on);
        }
        if (input.same_as && !input.is_unknown) {
            if (!may_choose(change, *input.same_as, input))
                return refuse_field("person-unknown", "same-as",
                                    "Choose from the list, or that this is someone new");
            for (auto const& other : storage::people::of_case(change.tx, file->id))
                if (other.person == input.same_as && !other.left_on)
                    return refuse_field("already-on-case", "same-as", "This person is on the case already");
            part.person = input.same_as;
        } else if (!input.is_unknown) {
            auto person = person_of(input);
            person.id = change.new_id<PersonId>();
            storage::people::insert(change.tx, person, change.now);
            part.person = person.id;
        }
        storage::people::insert(change.tx, part);
        if (auto saved = save_person(change, settings, *file, part); !saved) return refuse(saved.error());
        keep_officers_told(change, settings, *file, {part});
        change.record(file->id, domain::events::person_added, part.id.text(),
                      domain::events::Detail()
                          .set("person_added", part.id)
                          .set("part", part.part)
                          .set("side", part.side)
                          .set("anonymous", part.anonymous)
                          .personal("name", input.is_unknown ? input.description : input.name)
                          .personal("vulnerabilities", part.vulnerabilities));
        messages::write_rights_letters(change, settings, *file);
        return PersonAdded{.id = part.id, .part = part.part, .first_contact_by = part.first_contact_by};
    });
}

}  // namespace doorstep::usecases::people
