#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/date.h"

/// The ASB case review, also called the community trigger.
namespace doorstep::domain::reviews {

/// A complaint to any of the bodies that must work together: the council, the police, the landlord.
struct Complaint {
    Date made_on;
    std::optional<Date> behaviour_on;  ///< nothing when the day is not known
};

/// The area's periods, each asked with the day it runs from: the last day that still counts.
struct Periods {
    std::function<Date(Date behaviour_on)> complaint_by;
    std::function<Date(Date complaint_on)> application_by;
};

/// How many complaints would count for an application made on this day.
/// Source: Anti-social Behaviour, Crime and Policing Act 2014, section 104(11),
/// https://www.legislation.gov.uk/ukpga/2014/12/section/104
///
/// (a) Made within the first period, beginning with the day of the alleged behaviour. (b) The application is
/// made within the second, beginning with the day of the complaint. NOTE: a complaint whose behaviour has no
/// known day is counted: this figure helps people to the right, and never bars them from it.
int qualifying(std::vector<Complaint> const& complaints, Date application_on, Periods const& periods);

}  // namespace doorstep::domain::reviews
