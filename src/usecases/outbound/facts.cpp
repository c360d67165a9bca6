#include "usecases/outbound/facts.h"

#include <algorithm>

#include "storage/accounts.h"
#include "storage/places.h"
#include "storage/told_moments.h"
#include "usecases/settings.h"

namespace doorstep::usecases::outbound {

using domain::outbound::Facts;
using domain::outbound::HiddenPerson;
using domain::outbound::Severity;
using domain::people::Part;
using domain::people::Side;
using storage::people::PersonOnCase;

namespace {

std::vector<domain::places::Address> addresses_of(storage::sql::Read& tx,
                                                  std::vector<PersonOnCase> const& people) {
    std::vector<AddressId> ids;
    for (auto const& entry : people)
        if (entry.person && entry.person->address) ids.push_back(*entry.person->address);
    return storage::places::find_addresses(tx, ids);
}

std::string address_of(domain::people::Person const& person,
                       std::vector<domain::places::Address> const& addresses) {
    auto const found = std::find_if(addresses.begin(), addresses.end(),
                                    [&](auto const& address) { return address.id == person.address; });
    if (found == addresses.end()) return person.address_text;
    return found->line + ", " + found->town + ", " + found->postcode;
}

/// As we hold them, and as they asked to be reached: the number and the name may be others.
void hide(Facts& facts, PersonOnCase const& entry, HiddenPerson hidden) {
    bool const is_named = hidden.name.empty();
    facts.hidden.push_back(hidden);
    if (!entry.safe_contact) return;
    hidden.name = is_named ? std::string() : entry.safe_contact->name_to_use;
    hidden.address.clear();
    hidden.telephone = entry.safe_contact->telephone;
    hidden.email = entry.safe_contact->email;
    facts.hidden.push_back(std::move(hidden));
}

HiddenPerson all_of(PersonOnCase const& entry, std::string address, std::string who) {
    return {.who = std::move(who),
            .name = entry.person->name,
            .address = std::move(address),
            .telephone = entry.person->telephone,
            .email = entry.person->email};
}

}  // namespace

Facts facts_for_person(storage::sql::Read& tx, Settings const& settings, domain::cases::CaseFile const& file,
                       messages::Recipient const& to) {
    Facts facts;
    if (to.side == Side::neutral) return facts;
    auto const people = storage::people::people_of_case(tx, file.id);
    auto const addresses = addresses_of(tx, people);
    facts.own_address = to.reach.postal_address;
    facts.known_names = {to.name, settings.site().landlord_name, settings.site().team_name};
    if (to.reach.safe_contact) {
        facts.known_names.push_back(to.reach.safe_contact->name_to_use);
        facts.own_telephone = to.reach.safe_contact->telephone;
        facts.own_email = to.reach.safe_contact->email;
    }
    std::vector<AccountId> officers;
    if (file.owner) officers.push_back(*file.owner);
    if (file.housing_officer) officers.push_back(*file.housing_officer);
    for (auto const& officer : storage::accounts::find_all(tx, officers))
        facts.known_names.push_back(officer.name);

    for (auto const& entry : people) {
        if (!entry.person || entry.part.id == to.person || entry.part.side == Side::neutral) continue;
        bool const other_side = entry.part.side != to.side;
        auto hidden = all_of(entry, address_of(*entry.person, addresses),
                             other_side                          ? "somebody on the other side"
                             : to.side == Side::complained_about ? "somebody else who is complained about"
                                                                 : "somebody else who reported or saw it");
        hidden.worst = other_side ? Severity::block : Severity::caution;
        hide(facts, entry, std::move(hidden));
    }
    if (to.side == Side::complained_about) facts.moments = storage::told_moments(tx, file.id);
    return facts;
}

Facts facts_for_court(storage::sql::Read& tx, std::vector<PersonOnCase> const& people) {
    auto const addresses = addresses_of(tx, people);
    Facts facts;
    for (auto const& entry : people) {
        auto const part = entry.part.part;
        if (!entry.person ||
            (part != Part::complainant && part != Part::witness && part != Part::professional))
            continue;
        bool const is_named = !entry.part.anonymous;
        if (is_named) facts.known_names.push_back(entry.person->name);
        auto hidden = all_of(entry, address_of(*entry.person, addresses),
                             is_named ? "somebody who gives evidence" : "somebody who is never named");
        if (is_named) hidden.name.clear();
        hide(facts, entry, std::move(hidden));
    }
    return facts;
}

Facts facts_for_everybody(storage::sql::Read& tx, std::vector<PersonOnCase> const& people) {
    auto const addresses = addresses_of(tx, people);
    Facts facts;
    for (auto const& entry : people)
        if (entry.person)
            hide(facts, entry, all_of(entry, address_of(*entry.person, addresses), "somebody on the case"));
    return facts;
}

}  // namespace doorstep::usecases::outbound
