#include "storage/case_reviews.h"

#include "storage/on_a_case.h"

namespace doorstep::storage::case_reviews {
namespace {

class CaseReviewNumbers : public test::OnACase {};

TEST_P(CaseReviewNumbers, are_kept_once_for_an_area_and_a_first_day) {
    domain::figures::CaseReviews numbers{.area = "City of Northgate",
                                         .from = *Date::of(2025, 4, 1),
                                         .last_day = *Date::of(2026, 3, 31),
                                         .applications = 14,
                                         .not_met = 5,
                                         .reviews = 8,
                                         .with_recommendations = 6,
                                         .ours = {},
                                         .source = "Partnership"};
    auto older = numbers;
    older.from = *Date::of(2024, 4, 1);
    older.last_day = *Date::of(2025, 3, 31);
    write([&](sql::Write& tx) {
        put(tx, numbers, {}, clock.now());
        put(tx, older, {}, clock.now());
        numbers.ours = 3;
        put(tx, numbers, {}, clock.now());
        return true;
    });
    auto const kept = read([&](sql::Read& tx) { return list(tx, 10); });
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept[0].ours, 3);
    EXPECT_EQ(kept[0].last_day, numbers.last_day);
    EXPECT_EQ(kept[1].from, older.from);
    EXPECT_FALSE(kept[1].ours);
}

DOORSTEP_ON_BOTH_DATABASES(CaseReviewNumbers);

}  // namespace
}  // namespace doorstep::storage::case_reviews
