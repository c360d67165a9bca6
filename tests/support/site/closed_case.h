#pragma once

#include "domain/surveys/survey.h"
#include "support/site/test_site.h"

namespace doorstep::test {

/// A closed case whose complainant may be rung, with its survey.
struct ClosedCase {
    domain::cases::CaseFile file;
    domain::surveys::Survey survey;
};

struct ClosedCaseOptions {
    CaseOptions of_case;
    std::optional<Date>
        closed_on;  ///< a month and a day ago when not given: its survey has been due since yesterday
    bool may_ring = true;
};

ClosedCase closed_case(TestSite& site, ClosedCaseOptions const& options = ClosedCaseOptions());

}  // namespace doorstep::test
