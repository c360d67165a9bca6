#include "domain/people/exclusion.h"

#include "base/text.h"

namespace doorstep::domain::people {

Expected<Done> check_exclusion(ServiceExclusion const& exclusion, Date today, Date latest_review) {
    Refusal refusal(RefusalKind::invalid, "exclusion-wrong", "This exclusion cannot be saved");
    bool is_wrong = false;
    auto const problem = [&](std::string field, std::string words) {
        std::move(refusal).with_problem(std::move(field), std::move(words));
        is_wrong = true;
    };
    if (text::trim(exclusion.reason).empty()) problem("reason", "Enter why they are booked out");
    if (exclusion.from_on > today) problem("from", "The first day must be today or in the past");
    if (exclusion.until_on && *exclusion.until_on < exclusion.from_on)
        problem("until", "The last day must be the same as or after the first");
    if (exclusion.review_on < today)
        problem("review", "The day of the review must be today or in the future");
    else if (exclusion.review_on > latest_review)
        problem("review", "The review must be on or before " + date_words(latest_review));
    else if (exclusion.until_on && exclusion.review_on > *exclusion.until_on)
        problem("review", "The review must be on or before the last day");
    if (is_wrong) return refuse(std::move(refusal));
    return Done{};
}

}  // namespace doorstep::domain::people
