#include "domain/places/assignment.h"

#include <gtest/gtest.h>

#include "base/clock.h"

namespace doorstep::domain::places {
namespace {

class Assignments : public ::testing::Test {
  protected:
    FixedClock clock{Instant::from_milliseconds(0)};
    SeededIdSource ids{clock, 1};
    AreaId const wolverton{ids.next()};
    AreaId const bradwell{ids.next()};
    AccountId const dana{ids.next()};
    AccountId const huw{ids.next()};
    AccountId const ade{ids.next()};

    AssignmentRule rule(std::optional<AreaId> area, std::optional<std::string> category, AccountId account) {
        return {AssignmentRuleId(ids.next()), area, std::move(category), account};
    }
};

TEST_F(Assignments, prefer_the_rule_for_area_and_kind_over_one_for_either) {
    std::vector const rules{rule({}, {}, ade), rule(wolverton, {}, huw), rule({}, "noise", ade),
                            rule(wolverton, "noise", dana)};
    auto const found = assignments(rules, {wolverton, "noise", {}});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0], (Assignment{dana, Reach::area_and_category}));
    EXPECT_EQ(found[1], (Assignment{ade, Reach::category}));
    EXPECT_EQ(found[2], (Assignment{huw, Reach::area}));
}

TEST_F(Assignments, leave_out_rules_for_another_area_or_kind) {
    std::vector const rules{rule(bradwell, "noise", dana), rule(wolverton, "drugs", huw)};
    EXPECT_TRUE(assignments(rules, {wolverton, "noise", {}}).empty());
}

TEST_F(Assignments, put_the_area_s_own_officer_before_a_rule_for_everything) {
    std::vector const rules{rule({}, {}, ade)};
    auto const found = assignments(rules, {wolverton, "noise", dana});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0], (Assignment{dana, Reach::area_officer}));
    EXPECT_EQ(found[1], (Assignment{ade, Reach::everything}));
}

TEST_F(Assignments, of_a_place_without_an_area_ignore_rules_for_areas) {
    std::vector const rules{rule(wolverton, {}, huw), rule({}, "noise", dana)};
    auto const found = assignments(rules, {{}, "noise", {}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].account, dana);
}

TEST_F(Assignments, name_nobody_where_nothing_is_said) {
    EXPECT_TRUE(assignments({}, {{}, "noise", {}}).empty());
}

}  // namespace
}  // namespace doorstep::domain::places
