#include "domain/reviews/complaints.h"

#include <algorithm>

namespace doorstep::domain::reviews {

int qualifying(std::vector<Complaint> const& complaints, Date application_on, Periods const& periods) {
    return static_cast<int>(std::count_if(complaints.begin(), complaints.end(), [&](Complaint const& c) {
        bool const made_in_time =
            !c.behaviour_on || c.made_on <= periods.complaint_by(*c.behaviour_on);  // (a)
        bool const still_counts =
            c.made_on <= application_on && application_on <= periods.application_by(c.made_on);  // (b)
        return made_in_time && still_counts;
    }));
}

}  // namespace doorstep::domain::reviews
