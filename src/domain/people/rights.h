#pragma once

#include <string>

#include "base/working_days.h"

/// The rights of victims of crime, and when somebody who reports is told of them.
namespace doorstep::domain::people {

/// A number somebody was given, as it was on the day.
struct NumberGiven {
    std::string name;
    std::string telephone;
    bool operator==(NumberGiven const&) const = default;
};

struct RightsFacts {
    Division division = Division::england_and_wales;
    bool kind_may_be_crime = false;  ///< by the landlord's list of kinds
    bool hate = false;
    bool in_danger = false;
};

/// Whether whoever reported is told of the Code of Practice for Victims of Crime (Domestic Violence, Crime
/// and Victims Act 2004, section 32). It is for victims of criminal conduct, reported to the police or not,
/// so it is asked whether what happened may be a crime; and it is the Code of England and Wales.
constexpr bool are_rights_due(RightsFacts const& facts) {
    return facts.division == Division::england_and_wales &&
           (facts.kind_may_be_crime || facts.hate || facts.in_danger);
}

}  // namespace doorstep::domain::people
