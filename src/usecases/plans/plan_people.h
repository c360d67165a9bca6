#pragma once

#include <string>
#include <vector>

#include "domain/people/people.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "usecases/plans/view_plan.h"

/// Words for the people of a plan, for its views.
namespace doorstep::usecases::plans {

std::string name_of(storage::people::PersonOnCase const& entry);
std::string name_of(std::vector<storage::people::PersonOnCase> const& people, CasePersonId id);
/// Those on this side still on the case; for the reporting side only complainants.
std::vector<PersonChoice> choices_of(std::vector<storage::people::PersonOnCase> const& people,
                                     domain::people::Side side);
std::string whose_words(storage::plans::NamedStep const& step);

}  // namespace doorstep::usecases::plans
