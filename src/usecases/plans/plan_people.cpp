#include "usecases/plans/plan_people.h"

namespace doorstep::usecases::plans {

using domain::people::Part;
using domain::people::Side;
using domain::plans::OwnerKind;
using storage::people::PersonOnCase;

std::string name_of(PersonOnCase const& entry) {
    if (entry.person) return entry.person->name;
    return entry.part.description.empty() ? "Unknown person" : entry.part.description;
}

std::string name_of(std::vector<PersonOnCase> const& people, CasePersonId id) {
    for (auto const& entry : people)
        if (entry.part.id == id) return name_of(entry);
    return "";
}

std::vector<PersonChoice> choices_of(std::vector<PersonOnCase> const& people, Side side) {
    std::vector<PersonChoice> choices;
    for (auto const& entry : people) {
        if (entry.part.side != side || entry.part.left_on) continue;
        if (side == Side::reporting && entry.part.part != Part::complainant) continue;
        choices.push_back({entry.part.id, name_of(entry)});
    }
    return choices;
}

std::string whose_words(storage::plans::NamedStep const& named) {
    switch (named.step.owner_kind) {
        case OwnerKind::officer:
            return named.account_name.empty() ? "One of us" : named.account_name;
        case OwnerKind::complainant:
        case OwnerKind::person_complained_about:
            return named.person_name.empty() ? std::string(words_of(named.step.owner_kind))
                                             : named.person_name;
        case OwnerKind::partner:
        case OwnerKind::support_team:
            return named.step.owner_name;
    }
    return "";
}

}  // namespace doorstep::usecases::plans
