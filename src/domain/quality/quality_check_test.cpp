#include "domain/quality/quality_check.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace doorstep::domain::quality {
namespace {

Checklist small() { return {.random_cases = 2, .risk_cases = 1, .questions = {{"a", "A?"}, {"b", "B?"}}}; }

std::vector<Drawable> cases(int count) {
    std::vector<Drawable> all;
    for (int n = 0; n < count; ++n) {
        Drawable one;
        auto const digits = std::to_string(100 + n);
        one.id = *CaseFileId::parse("01890000-0000-7000-8000-000000000" + digits);
        one.weight = n == 3 ? 5 : 0;
        all.push_back(one);
    }
    return all;
}

TEST(Draw, takes_the_weightiest_and_the_rest_by_a_lot_that_can_be_repeated) {
    auto const drawn = draw(cases(20), small(), "2026-06");
    ASSERT_EQ(drawn.size(), 3u);
    EXPECT_EQ(drawn[0].why, Why::risk);
    EXPECT_EQ(drawn[0].drawn.weight, 5);
    EXPECT_EQ(drawn[1].why, Why::random);
    auto reversed = cases(20);
    std::reverse(reversed.begin(), reversed.end());
    auto const again = draw(reversed, small(), "2026-06");
    for (std::size_t n = 0; n < drawn.size(); ++n) EXPECT_EQ(drawn[n].drawn.id, again[n].drawn.id);
    auto const july = draw(cases(20), small(), "2026-07");
    EXPECT_FALSE(drawn[1].drawn.id == july[1].drawn.id && drawn[2].drawn.id == july[2].drawn.id);
}

TEST(Draw, takes_no_more_than_there_are) { EXPECT_EQ(draw(cases(2), small(), "2026-06").size(), 2u); }

TEST(Check, needs_every_answer_and_feedback_where_something_was_not_met) {
    Check check;
    check.answers["a"] = Verdict::met;
    EXPECT_EQ(finish(check, small()).error().code(), "not-answered");
    check.answers["b"] = Verdict::not_met;
    EXPECT_EQ(finish(check, small()).error().code(), "no-feedback");
    check.feedback = "Ring sooner";
    ASSERT_TRUE(finish(check, small()));
    EXPECT_EQ(check.met, 1);
    EXPECT_EQ(check.asked, 2);
    check.answers["a"] = check.answers["b"] = Verdict::does_not_apply;
    EXPECT_EQ(finish(check, small()).error().code(), "nothing-applies");
}

}  // namespace
}  // namespace doorstep::domain::quality
