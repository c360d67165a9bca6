#include "usecases/risk/taken_as_high.h"

#include <gtest/gtest.h>

#include "legal/lists.h"
#include "support/site/test_site.h"
#include "usecases/settings.h"

namespace doorstep::usecases::risk {
namespace {

class TakenAsHigh : public ::testing::Test {
  protected:
    test::TestSite site;

    bool is_high(Known const& known, Date on = *Date::of(2026, 6, 10)) {
        return is_taken_as_high(*site.settings().current(), known, on);
    }
};

Known kind(std::string code) {
    return {.kinds = {std::move(code)}, .hate = false, .in_danger = false, .self_harm = false};
}

TEST_F(TakenAsHigh, is_what_the_list_says_of_the_kind) {
    for (auto const* code : {"hate", "domestic-abuse", "violence", "knife-crime"})
        EXPECT_TRUE(is_high(kind(code))) << code;
    for (auto const* code : {"noise", "harassment", "animals", "no-such-kind"})
        EXPECT_FALSE(is_high(kind(code))) << code;
}

TEST_F(TakenAsHigh, is_any_one_of_several_kinds) {
    EXPECT_TRUE(
        is_high({.kinds = {"noise", "violence"}, .hate = false, .in_danger = false, .self_harm = false}));
    EXPECT_FALSE(
        is_high({.kinds = {"noise", "animals"}, .hate = false, .in_danger = false, .self_harm = false}));
}

TEST_F(TakenAsHigh, is_hate_of_any_kind_danger_and_self_harm) {
    EXPECT_TRUE(is_high({.kinds = {"noise"}, .hate = true, .in_danger = false, .self_harm = false}));
    EXPECT_TRUE(is_high({.kinds = {"noise"}, .hate = false, .in_danger = true, .self_harm = false}));
    EXPECT_TRUE(is_high({.kinds = {"noise"}, .hate = false, .in_danger = false, .self_harm = true}));
}

}  // namespace
}  // namespace doorstep::usecases::risk
