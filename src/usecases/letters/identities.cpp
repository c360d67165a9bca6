#include "usecases/letters/identities.h"

#include <algorithm>
#include <map>

#include "storage/places.h"

namespace doorstep::usecases::letters {

using domain::wording::Identity;
using storage::people::PersonOnCase;

std::vector<Identity> identities_of_others(storage::sql::Read& tx, std::vector<PersonOnCase> const& people,
                                           CasePersonId reader) {
    auto const own = std::find_if(people.begin(), people.end(),
                                  [&](PersonOnCase const& entry) { return entry.part.id == reader; });
    auto const own_address =
        own != people.end() && own->person ? own->person->address : std::optional<AddressId>();

    std::vector<AddressId> addresses;
    for (auto const& entry : people)
        if (entry.person && entry.person->address) addresses.push_back(*entry.person->address);
    std::map<AddressId, std::string> lines;
    if (!addresses.empty())
        for (auto const& address : storage::places::find_addresses(tx, addresses))
            lines.emplace(address.id, address.line);

    std::vector<Identity> identities;
    for (auto const& entry : people) {
        if (entry.part.id == reader || !entry.person) continue;
        if (own != people.end() && own->part.person == entry.part.person) continue;
        auto const& person = *entry.person;
        Identity identity{.name = person.name,
                          .address = person.address_text,
                          .telephone = person.telephone,
                          .email = person.email};
        // A home they share tells the reader nothing.
        if (person.address && person.address != own_address) identity.address = lines[*person.address];
        identities.push_back(std::move(identity));
    }
    return identities;
}

}  // namespace doorstep::usecases::letters
