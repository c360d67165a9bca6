#include "usecases/messages/check_message.h"

#include <algorithm>

#include "storage/accounts.h"
#include "storage/people.h"
#include "storage/places.h"
#include "storage/told_moments.h"
#include "usecases/settings.h"

namespace doorstep::usecases::messages {

using domain::outbound::Facts;
using domain::outbound::Finding;
using domain::outbound::HiddenPerson;
using domain::outbound::Severity;
using domain::people::Side;

namespace {

std::vector<domain::places::Address> addresses_of(storage::sql::Read& tx,
                                                  std::vector<storage::people::PersonOnCase> const& people) {
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

void hide(Facts& facts, storage::people::PersonOnCase const& entry, Side reader, std::string address) {
    bool const other_side = entry.part.side != reader;
    HiddenPerson hidden{
        .who = other_side ? "somebody on the other side" : "somebody else who reported or saw it",
        .name = entry.person->name,
        .address = std::move(address),
        .telephone = entry.person->telephone,
        .email = entry.person->email,
        .worst = other_side ? Severity::block : Severity::caution};
    if (!other_side && reader == Side::complained_about) hidden.who = "somebody else who is complained about";
    facts.hidden.push_back(hidden);
    if (!entry.safe_contact) return;
    // The number and the name they gave for being reached may be others than we held.
    hidden.name = entry.safe_contact->name_to_use;
    hidden.address.clear();
    hidden.telephone = entry.safe_contact->telephone;
    hidden.email = entry.safe_contact->email;
    facts.hidden.push_back(std::move(hidden));
}

}  // namespace

std::vector<Finding> check_message(storage::sql::Read& tx, Settings const& settings,
                                   domain::cases::CaseFile const& file, Recipient const& to,
                                   std::string_view words) {
    if (to.side == Side::neutral) return {};
    auto const people = storage::people::people_of_case(tx, file.id);
    auto const addresses = addresses_of(tx, people);
    Facts facts;
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
        hide(facts, entry, to.side, address_of(*entry.person, addresses));
    }
    if (to.side == Side::complained_about) facts.moments = storage::told_moments(tx, file.id);
    return domain::outbound::check(words, facts);
}

std::string finding_words(Finding const& finding) {
    return std::string(words_of(finding.severity)) + ": " + finding.reason + " (" + finding.words + ")";
}

}  // namespace doorstep::usecases::messages
