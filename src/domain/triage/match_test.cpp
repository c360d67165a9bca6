#include "domain/triage/match.h"

#include <gtest/gtest.h>

namespace doorstep::domain::triage {
namespace {

TEST(Match, of_who_and_where_comes_before_what) {
    EXPECT_GT(strength({Reason::same_person}), strength({Reason::same_address}));
    EXPECT_GT(strength({Reason::same_address}), strength({Reason::same_postcode, Reason::same_kind}));
    EXPECT_GT(strength({Reason::same_address, Reason::still_open}), strength({Reason::same_address}));
}

TEST(Match, is_not_shown_for_a_kind_alone) {
    EXPECT_FALSE(is_worth_showing({Reason::same_kind, Reason::still_open}));
    EXPECT_FALSE(is_worth_showing({}));
    EXPECT_TRUE(is_worth_showing({Reason::same_postcode}));
}

TEST(Match, is_likely_for_the_same_person_or_address_and_kind) {
    EXPECT_TRUE(is_likely({Reason::same_address, Reason::same_kind}));
    EXPECT_TRUE(is_likely({Reason::same_telephone, Reason::same_kind}));
    EXPECT_FALSE(is_likely({Reason::same_address}));
    EXPECT_FALSE(is_likely({Reason::similar_name, Reason::same_kind}));
}

}  // namespace
}  // namespace doorstep::domain::triage
