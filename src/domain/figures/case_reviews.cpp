#include "domain/figures/case_reviews.h"

#include "base/text.h"

namespace doorstep::domain::figures {

Expected<Done> check_case_reviews(CaseReviews const& n, Date today) {
    if (text::trim(n.area).empty()) return refuse_field("no-area", "area", "Enter the area");
    if (text::trim(n.source).empty())
        return refuse_field("no-source", "source", "Enter who sent the numbers");
    if (n.last_day < n.from)
        return refuse_field("ends-before", "last-day", "The last day must not be before the first");
    if (n.from.plus_months(12) <= n.last_day)
        return refuse_field(
            "too-long", "last-day",
            "The period must be twelve months or less (2014 Act, section 104(9)): the last day can be " +
                date_words(n.from.plus_months(12).plus_days(-1)) + " at the latest");
    if (today <= n.last_day)
        return refuse_field("not-over", "last-day",
                            "The period must be over before its numbers are published");
    struct Number {
        std::int64_t value;
        char const* field;
    };
    for (auto const& one :
         {Number{n.applications, "applications"}, Number{n.not_met, "not-met"}, Number{n.reviews, "reviews"},
          Number{n.with_recommendations, "with-recommendations"}, Number{n.ours.value_or(0), "ours"}})
        if (one.value < 0) return refuse_field("negative", one.field, "The number must be 0 or more");
    if (n.applications < n.not_met)
        return refuse_field(
            "more-than-applications", "not-met",
            "There cannot be more decisions that the threshold was not met than applications");
    if (n.reviews < n.with_recommendations)
        return refuse_field("more-than-reviews", "with-recommendations",
                            "There cannot be more reviews with recommendations than reviews");
    if (n.reviews < n.ours.value_or(0))
        return refuse_field("more-than-reviews", "ours",
                            "There cannot be more reviews of our cases than reviews");
    return Done{};
}

}  // namespace doorstep::domain::figures
