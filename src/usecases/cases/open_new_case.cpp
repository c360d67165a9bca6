#include "usecases/cases/open_new_case.h"

#include <algorithm>

#include "base/text.h"
#include "domain/cases/reference.h"
#include "domain/cases/title.h"
#include "domain/outbound/check.h"
#include "legal/lists.h"
#include "storage/accounts.h"
#include "storage/case_access.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/places.h"
#include "storage/references.h"
#include "storage/work_items.h"
#include "usecases/messages/officers_letter.h"
#include "usecases/messages/rights_letter.h"
#include "usecases/people/officers_told.h"
#include "usecases/places/responsible_officers.h"
#include "usecases/risk/apply_risk.h"
#include "usecases/risk/taken_as_high.h"
#include "usecases/settings.h"

namespace doorstep::usecases::cases {

using domain::access::Role;
using domain::cases::CaseFile;
using domain::people::CasePerson;
using domain::people::Part;

namespace {

struct PlaceOfCase {
    std::optional<domain::places::Address> address;
    std::string words;  ///< for the title: a block or street, never a door
};

PlaceOfCase place_of_case(storage::sql::Read& tx, NewCase const& input) {
    PlaceOfCase place;
    if (input.address) place.address = storage::places::find_address(tx, *input.address);
    if (place.address && place.address->block)
        if (auto const block = storage::places::find_block(tx, *place.address->block))
            place.words = block->name;
    if (place.address && place.words.empty()) place.words = domain::cases::street_of(place.address->line);
    if (place.words.empty() && input.area)
        if (auto const area = storage::places::find_area(tx, *input.area)) place.words = area->name;
    return place;
}

/// Names of the people of the new case must not stand in its title.
Expected<Done> check_title(storage::sql::Read& tx, NewCase const& input) {
    domain::outbound::Facts facts;
    std::vector<PersonId> known;
    for (auto const& person : input.people) {
        if (!person.details.name.empty())
            facts.hidden.push_back({.name = person.details.name,
                                    .telephone = person.details.telephone,
                                    .email = person.details.email});
        if (person.known) known.push_back(*person.known);
    }
    if (!known.empty())
        for (auto const& person : storage::people::find_people(tx, known))
            facts.hidden.push_back({.name = person.name});
    if (!domain::outbound::check(input.title, facts).empty())
        return refuse_field("name-in-title", "title", "Leave people’s names out of the name of the case");
    return Done{};
}

struct Kind {
    legal::ListEntry const* category = nullptr;
    legal::ListEntry const* subcategory = nullptr;
    std::string words;  ///< the closer kind where there is one
};

Expected<Kind> kind_of(Settings const& settings, NewCase const& input, Date today) {
    Kind kind;
    kind.category = settings.list("categories").find(input.category, today);
    if (!kind.category || !kind.category->is_in_use(today))
        return refuse_field("kind-unknown", "kind", "Select what kind of behaviour it is");
    kind.words = kind.category->label;
    if (input.subcategory.empty()) return kind;
    kind.subcategory = settings.list("subcategories").find(input.subcategory, today);
    if (!kind.subcategory || kind.subcategory->detail("parent") != input.category)
        return refuse_field(
            "closer-kind-unknown", "closer-kind",
            "Select a closer kind that belongs to “" + kind.category->label + "”, or leave it out");
    kind.words = kind.subcategory->label;
    return kind;
}

struct Officers {
    std::optional<AccountId> owner;
    std::optional<AccountId> housing_officer;
    std::optional<domain::places::Reach> reach;
};

Officers officers_for(storage::sql::Read& tx, NewCase const& input, PlaceOfCase const& place, Date today) {
    auto const found = places::responsible_officers(
        tx, {.patch = place.address ? place.address->patch : std::nullopt,
             .area = place.address && place.address->area ? place.address->area : input.area,
             .category = input.category,
             .today = today});
    Officers officers;
    if (found.housing_officer) officers.housing_officer = found.housing_officer->id;
    officers.owner = input.owner;
    for (auto const& one : found.asb_officers) {
        if (!officers.owner && !one.away_until) officers.owner = one.officer.id;
        if (officers.owner == one.officer.id && !officers.reach) officers.reach = one.reach;
    }
    for (auto const& one : found.asb_officers)
        if (!officers.owner && one.cover) officers.owner = one.cover->id;
    return officers;
}

/// From the day the promise was made: with the report, or now that its kind is known.
std::optional<Date> taken_as_high_on(Settings const& settings, CaseFile const& file, NewCase const& input,
                                     Date today) {
    if (input.taken_as_high || file.in_danger || file.self_harm) return file.raised_on;
    if (risk::is_taken_as_high(
            settings, {.kinds = {file.category}, .hate = file.hate, .in_danger = false, .self_harm = false},
            today))
        return today;
    return std::nullopt;
}

void restrict_to_those_who_opened_it(Change& change, CaseFile const& file) {
    for (auto const& account : {file.owner, change.viewer.account})
        if (account)
            storage::case_access::name(change.tx, file.id,
                                       {.account = *account,
                                        .name = {},
                                        .reason = "Since the case was opened",
                                        .by = change.viewer.account,
                                        .by_name = {},
                                        .at = change.now});
}

void record_opening(Change& change, CaseFile const& file) {
    domain::events::Detail detail;
    detail.set("reference", file.reference)
        .set("title", file.title)
        .set("category", file.category)
        .set("subcategory", file.subcategory)
        .set("harm_group", file.harm_group)
        .set("channel", file.channel)
        .set("raised_on", file.raised_on);
    if (file.taken_as_high_on) detail.set("high_risk_until_assessed_from", file.taken_as_high_on);
    for (auto const& [name, value] :
         {std::pair{"hate", file.hate}, std::pair{"in_danger", file.in_danger},
          std::pair{"self_harm", file.self_harm}, std::pair{"restricted", file.restricted}})
        if (value) detail.set(name, true);
    change.record(file.id, domain::events::case_opened, file.id.text(), detail);
}

void record_officers(Change& change, CaseOpened const& opened) {
    auto const& file = opened.file;
    domain::events::Detail assigned;
    assigned.set("owner", file.owner)
        .set("housing_officer", file.housing_officer)
        .set("first_contact_by", file.first_contact_by)
        .set("risk_review_by", file.risk_review_by);
    if (opened.reach) assigned.set("because", *opened.reach);
    change.record(file.id, domain::events::case_assigned, file.id.text(), assigned);
}

}  // namespace

bool may_own_cases(storage::sql::Read& tx, AccountId account) {
    auto const found = storage::accounts::find(tx, account);
    return found && found->state == domain::accounts::State::active &&
           (found->roles.has(Role::asb_officer) || found->roles.has(Role::asb_manager) ||
            found->roles.has(Role::head_of_housing));
}

CasePerson put_person(Change& change, CaseFile const& file, FirstPerson const& person, Date raised_on) {
    CasePerson part;
    part.id = change.new_id<CasePersonId>();
    part.case_file = file.id;
    part.person = person.known;
    part.part = person.part;
    part.side = person.side;
    part.description = person.description;
    part.anonymous = person.anonymous;
    part.safe_contact_id = person.safe_contact_id;
    part.vulnerabilities = person.vulnerabilities;
    part.joined_on = std::min(change.today, raised_on);
    if (part.part == Part::complainant && person.can_be_contacted) part.raised_on = raised_on;
    if (!part.person && !text::trim(person.details.name).empty()) {
        auto details = person.details;
        details.id = change.new_id<PersonId>();
        storage::people::insert(change.tx, details, change.now);
        part.person = details.id;
    }
    storage::people::insert(change.tx, part);
    change.record(
        file.id, domain::events::person_added, part.id.text(),
        domain::events::Detail()
            .set("person_added", part.id)
            .set("part", part.part)
            .set("side", part.side)
            .set("anonymous", part.anonymous)
            .personal("name", person.details.name.empty() ? person.description : person.details.name)
            .personal("vulnerabilities", part.vulnerabilities));
    return part;
}

Expected<CaseOpened> open_new_case(Change& change, Settings const& settings, NewCase const& input) {
    auto const kind = kind_of(settings, input, change.today);
    if (!kind) return refuse(kind.error());
    if (auto const allowed = check_title(change.tx, input); !allowed) return refuse(allowed.error());
    if (input.owner && !may_own_cases(change.tx, *input.owner))
        return refuse_field("owner-unknown", "owner", "Select an officer who works on cases");

    auto const place = place_of_case(change.tx, input);
    auto const officers = officers_for(change.tx, input, place, change.today);
    CaseOpened opened;
    opened.reach = officers.reach;
    auto& file = opened.file;
    file.id = change.new_id<CaseFileId>();
    file.reference = domain::cases::case_reference(
        change.today.year(), storage::references::next_number(change.tx, "case", change.today.year()));
    file.title = text::trim(input.title).empty() ? domain::cases::case_title(kind->words, place.words)
                                                 : std::string(text::trim(input.title));
    file.category = input.category;
    file.subcategory = input.subcategory;
    file.harm_group = kind->category->detail("harm_group");
    file.hate = input.hate || kind->category->detail("hate") == "true";
    file.in_danger = input.in_danger;
    file.self_harm = input.self_harm;
    file.high_profile = input.high_profile;
    file.restricted = input.high_profile || kind->category->detail("restricted") == "true";
    if (file.restricted)
        file.restricted_reason =
            input.high_profile ? "High-profile report" : "This kind of case is always restricted";
    file.channel = input.channel;
    file.opened_at = change.now;
    file.opened_on = change.today;
    file.raised_on = input.raised_on;
    file.opened_by = change.viewer.account;
    file.owner = officers.owner;
    if (file.owner)
        if (auto const owner = storage::accounts::find(change.tx, *file.owner)) file.team = owner->team;
    file.housing_officer = officers.housing_officer;
    file.address = input.address;
    file.area = input.area;
    if (place.address) {
        file.block = place.address->block;
        if (place.address->area) file.area = place.address->area;
    }
    file.place_text = input.place_text;
    file.taken_as_high_on = taken_as_high_on(settings, file, input, change.today);
    storage::cases::insert(change.tx, file);
    if (file.restricted) restrict_to_those_who_opened_it(change, file);
    record_opening(change, file);

    for (auto const& person : input.people)
        opened.people.push_back(put_person(change, file, person, input.raised_on));
    risk::apply_risk(change, settings, file);
    opened.people = storage::people::of_case(change.tx, file.id);
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, file.id, *change.viewer.account, change.now);
    people::keep_officers_told(change, settings, file, opened.people);
    if (!storage::cases::update(change.tx, file))
        return refuse(RefusalKind::conflict, "changed-meanwhile", "Someone changed this case");
    record_officers(change, opened);
    messages::write_officers_letters(change, settings, file, domain::messages::letters::who_is_dealing);
    messages::write_rights_letters(change, settings, file);
    return opened;
}

}  // namespace doorstep::usecases::cases
