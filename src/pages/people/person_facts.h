#pragma once

#include <string>

#include "govuk/summary_list.h"
#include "usecases/people/view_people.h"

/// A person of a case as rows of facts.
namespace doorstep::pages::people {

/// "/cases/ASB-26-00142/people/0197..."
std::string person_address(std::string_view reference, CasePersonId id);

/// One card of the list: what whoever works on the case must know at a glance.
govuk::SummaryList person_card(usecases::people::PeopleView const& view,
                               usecases::people::PersonView const& person, Date today);

/// Everything, with links to change it where the viewer may.
std::vector<govuk::SummaryList> person_lists(usecases::people::PeopleView const& view,
                                             usecases::people::PersonView const& person, Date today);

/// "The same person stands on the other side in ASB-26-00009"; empty when nowhere.
std::string other_side_words(usecases::people::PersonView const& person);

}  // namespace doorstep::pages::people
