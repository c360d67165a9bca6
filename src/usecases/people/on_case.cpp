#include "usecases/people/on_case.h"

#include "storage/cases.h"
#include "usecases/cases/open_case.h"
#include "usecases/contacts/clocks.h"

namespace doorstep::usecases::people {

using storage::people::PersonOnCase;

Expected<PersonOnCase> person_of_case(storage::sql::Read& tx, CaseFileId file, CasePersonId id) {
    for (auto& entry : storage::people::people_of_case(tx, file))
        if (entry.part.id == id) return std::move(entry);
    return refuse(RefusalKind::not_found, "person-unknown", "There is no such person on this case");
}

std::string name_of_person(PersonOnCase const& entry) {
    if (entry.person) return entry.person->name;
    return entry.part.description.empty() ? "Unknown person" : entry.part.description;
}

Expected<Done> save_person(Change& change, Settings const& settings, domain::cases::CaseFile& file,
                           domain::people::CasePerson& person) {
    contacts::recompute_clock(change, settings, file, person, person.left_on);
    if (!storage::people::update(change.tx, person)) return refuse(cases::changed_meanwhile());
    contacts::take_earliest(file, storage::people::of_case(change.tx, file.id));
    if (auto saved = cases::save_case(change, file); !saved) return refuse(saved.error());
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, file.id, *change.viewer.account, change.now);
    return Done{};
}

}  // namespace doorstep::usecases::people
