#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/people/marker.h"
#include "domain/people/people.h"
#include "storage/people.h"
#include "storage/people_matches.h"
#include "storage/rights_notices.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"
#include "usecases/people/exclusions.h"

namespace doorstep::usecases::people {

/// One person of a case, with what whoever works on it must know.
struct PersonView {
    domain::people::CasePerson part;
    std::optional<domain::people::Person> person;
    std::optional<domain::people::SafeContact> safe_contact;
    std::string name;         ///< or how an unknown person was described
    std::string safe_words;   ///< empty when nobody asked yet
    std::string adjustments;  ///< empty when none
    /// Cases this viewer may see where the same person stands on another side.
    std::vector<storage::people::OtherSide> other_sides;
    std::vector<domain::people::WarningMarker> markers;         ///< in force today
    std::vector<ExclusionLine> exclusions;                      ///< in force first, then history
    bool is_told = false;                                       ///< of the officers the case has now
    std::vector<storage::rights_notices::RightsNotice> rights;  ///< newest first
    std::string rights_on_their_way;  ///< "Letter waiting to go"; empty when no notice waits
    bool rights_are_due = false;      ///< what happened may be a crime, and nobody told them yet
};

struct PeopleView {
    cases::CaseHeader header;
    std::string owner_name;
    std::string owner_telephone;
    std::string housing_officer_name;
    std::string housing_officer_telephone;
    std::vector<PersonView> people;  ///< the reporting side first, then neither, then the other side
};
/// Everybody on the case. Logged as a view of people.
Expected<PeopleView> view_people(Context& context, std::string_view reference);

/// One of them; the list has that one. For the forms about a person use `for_change`, which refuses a closed
/// case.
enum class Purpose { look, change };
Expected<PeopleView> view_person(Context& context, std::string_view reference, std::string_view person,
                                 Purpose purpose);

/// The address of somebody, kept behind a button and logged each time it is shown; empty when not known.
Expected<std::string> show_address(Context& context, std::string_view reference, std::string_view person);

}  // namespace doorstep::usecases::people
