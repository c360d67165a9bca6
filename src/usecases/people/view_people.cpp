#include "usecases/people/view_people.h"

#include <algorithm>

#include "domain/messages/outcome_words.h"
#include "storage/accounts.h"
#include "storage/markers.h"
#include "storage/messages.h"
#include "storage/places.h"
#include "usecases/cases/case_alerts.h"
#include "usecases/messages/rights_letter.h"
#include "usecases/people/officers_told.h"
#include "usecases/people/on_case.h"
#include "usecases/people/tell_rights.h"
#include "usecases/settings.h"

namespace doorstep::usecases::people {

using domain::access::Action;
using domain::cases::CaseFile;
using storage::people::PersonOnCase;

namespace {

PersonView view_of(PersonOnCase&& entry, CaseFile const& file) {
    PersonView view;
    view.name = name_of_person(entry);
    view.is_told = is_told(file, entry.part);
    if (entry.safe_contact) {
        view.safe_words = domain::people::safe_contact_words(*entry.safe_contact);
        view.adjustments = cases::adjustment_words(*entry.safe_contact);
    }
    view.part = std::move(entry.part);
    view.person = std::move(entry.person);
    view.safe_contact = std::move(entry.safe_contact);
    return view;
}

void name_officers(storage::sql::Read& tx, CaseFile const& file, PeopleView& view) {
    std::vector<AccountId> ids;
    if (file.owner) ids.push_back(*file.owner);
    if (file.housing_officer) ids.push_back(*file.housing_officer);
    if (ids.empty()) return;
    for (auto const& account : storage::accounts::find_all(tx, ids)) {
        if (account.id == file.owner) {
            view.owner_name = account.name;
            view.owner_telephone = account.telephone;
        }
        if (account.id == file.housing_officer) {
            view.housing_officer_name = account.name;
            view.housing_officer_telephone = account.telephone;
        }
    }
}

Expected<PeopleView> view_some(Context& context, std::string_view reference, std::optional<CasePersonId> only,
                               Purpose purpose) {
    auto opened = purpose == Purpose::change
                      ? cases::open_case_for_form(context, reference, Action::work_case)
                      : cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const& file = opened->file;
    PeopleView view;
    view.header = std::move(opened->header);
    name_officers(tx, file, view);
    auto const other_sides =
        storage::people::on_other_sides(tx, file.id, storage::case_scope(context.viewer, Action::see_case));
    auto const rights = storage::rights_notices::of_case(tx, file.id);
    auto const markers = storage::markers::of_case(tx, file.id);
    auto const exclusions = exclusions_of_case(tx, context.settings(), file.id, context.today);
    auto const notices = storage::messages::waiting_of_wording(tx, file.id, victims_code);
    bool const due = messages::rights_are_due(context.settings(), file, context.today);
    for (auto& entry : storage::people::people_of_case(tx, file.id)) {
        if (only && entry.part.id != *only) continue;
        auto person = view_of(std::move(entry), file);
        std::copy_if(other_sides.begin(), other_sides.end(), std::back_inserter(person.other_sides),
                     [&](auto const& other) { return other.person == person.part.id; });
        std::copy_if(rights.begin(), rights.end(), std::back_inserter(person.rights),
                     [&](auto const& notice) { return notice.person == person.part.id; });
        person.rights_are_due =
            due && person.rights.empty() && person.part.part == domain::people::Part::complainant;
        for (auto const& notice : notices)
            if (notice.person == person.part.id)
                person.rights_on_their_way = domain::messages::outcome_words(notice);
        std::copy_if(markers.begin(), markers.end(), std::back_inserter(person.markers),
                     [&](auto const& marker) {
                         return marker.person == person.part.id && marker.is_in_force(context.today);
                     });
        std::copy_if(exclusions.begin(), exclusions.end(), std::back_inserter(person.exclusions),
                     [&](auto const& line) { return line.exclusion.person == person.part.id; });
        view.people.push_back(std::move(person));
    }
    if (only && view.people.empty())
        return refuse(RefusalKind::not_found, "person-unknown", "There is no such person on this case");
    context.note_view("people", file.id, only ? only->text() : file.id.text());
    return view;
}

}  // namespace

Expected<PeopleView> view_people(Context& context, std::string_view reference) {
    return view_some(context, reference, std::nullopt, Purpose::look);
}

Expected<PeopleView> view_person(Context& context, std::string_view reference, std::string_view person,
                                 Purpose purpose) {
    auto const id = CasePersonId::parse(person);
    if (!id) return refuse(RefusalKind::not_found, "person-unknown", "There is no such person on this case");
    return view_some(context, reference, *id, purpose);
}

Expected<std::string> show_address(Context& context, std::string_view reference, std::string_view person) {
    auto view = view_person(context, reference, person, Purpose::look);
    if (!view) return refuse(view.error());
    auto const& known = view->people.front().person;
    context.note_view("person", view->header.id, view->people.front().part.id.text(), "address");
    if (!known) return std::string();
    if (known->address)
        if (auto const address = storage::places::find_address(context.read(), *known->address))
            return address->in_one_line();
    return known->address_text;
}

}  // namespace doorstep::usecases::people
