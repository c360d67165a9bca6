#include "usecases/figures/case_reviews.h"

#include "storage/case_reviews.h"

namespace doorstep::usecases::figures {

using domain::access::Action;

namespace {

constexpr int most_periods_shown = 60;

}  // namespace

CaseReviewsView view_case_reviews(Context& context) {
    CaseReviewsView view;
    view.may_record = domain::access::may(context.viewer, Action::write_papers);
    view.periods = storage::case_reviews::list(context.read(), most_periods_shown);
    return view;
}

Expected<Done> record_case_reviews(Context& context, domain::figures::CaseReviews const& numbers) {
    if (auto allowed = context.require(Action::write_papers); !allowed) return allowed;
    if (auto checked = domain::figures::check_case_reviews(numbers, context.today); !checked) return checked;
    return context.change([&](Change& change) -> Expected<Done> {
        storage::case_reviews::put(change.tx, numbers, change.viewer.account, change.now);
        change.record_setting("case-reviews", domain::events::case_reviews_published,
                              domain::events::Detail()
                                  .set("area", numbers.area)
                                  .set("from", numbers.from)
                                  .set("until", numbers.last_day)
                                  .set("applications", numbers.applications)
                                  .set("not_met", numbers.not_met)
                                  .set("reviews", numbers.reviews)
                                  .set("with_recommendations", numbers.with_recommendations));
        return Done{};
    });
}

}  // namespace doorstep::usecases::figures
