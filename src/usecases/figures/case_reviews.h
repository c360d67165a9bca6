#pragma once

#include <vector>

#include "base/expected.h"
#include "domain/figures/case_reviews.h"
#include "usecases/context.h"

namespace doorstep::usecases::figures {

struct CaseReviewsView {
    std::vector<domain::figures::CaseReviews> periods;  ///< newest first, then by area
    bool may_record = false;
};
/// For everybody: the Act has these numbers published, whatever else the landlord publishes (Anti-social
/// Behaviour, Crime and Policing Act 2014, section 104(9)).
CaseReviewsView view_case_reviews(Context& context);

/// Needs Action::write_papers. In place of what was recorded of the same area and first day. Refused as
/// check_case_reviews refuses.
Expected<Done> record_case_reviews(Context& context, domain::figures::CaseReviews const& numbers);

}  // namespace doorstep::usecases::figures
