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
/// For everybody where the landlord publishes its performance, else for those who see it. Not found until
/// something is there, but for those who record it.
Expected<CaseReviewsView> view_case_reviews(Context& context);

/// Needs Action::write_papers. In place of what was recorded of the same area and first day. Refused as
/// check_case_reviews refuses.
Expected<Done> record_case_reviews(Context& context, domain::figures::CaseReviews const& numbers);

}  // namespace doorstep::usecases::figures
