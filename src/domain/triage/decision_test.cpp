#include "domain/triage/decision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::domain::triage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> fields(Decision decision, DecisionFacts const& facts = {}) {
    auto const checked = check_decision(decision, facts);
    std::vector<std::string> names;
    if (!checked)
        for (auto const& problem : checked.error().problems()) names.push_back(problem.field);
    return names;
}
Decision decision(Path path, bool is_asb) {
    Decision made;
    made.path = path;
    made.is_asb = is_asb;
    made.reason = "Twice this week";
    made.explanation = "We will look into it";
    made.everyday_noise_step = EverydayNoiseStep::advice;
    made.signpost = "council";
    return made;
}

TEST(CheckDecision, works_on_anti_social_behaviour_in_a_case_and_only_on_that) {
    DecisionFacts const facts{.case_chosen = true, .report_chosen = true};
    struct Expected {
        Path path;
        bool when_asb;
        bool when_not;
    };
    for (auto const& row : {Expected{Path::open_case, true, false}, Expected{Path::add_to_case, true, false},
                            Expected{Path::everyday_noise, false, true},
                            Expected{Path::signpost, false, true}, Expected{Path::duplicate, true, true}}) {
        EXPECT_EQ(fields(decision(row.path, true), facts).empty(), row.when_asb) << name_of(row.path);
        EXPECT_EQ(fields(decision(row.path, false), facts).empty(), row.when_not) << name_of(row.path);
    }
}

TEST(CheckDecision, asks_for_what_each_path_needs) {
    EXPECT_THAT(fields(decision(Path::add_to_case, true)), ElementsAre("case"));
    EXPECT_THAT(fields(decision(Path::duplicate, true)), ElementsAre("duplicate-of"));
    auto noise = decision(Path::everyday_noise, false);
    noise.everyday_noise_step.reset();
    EXPECT_THAT(fields(noise), ElementsAre("step"));
    auto elsewhere = decision(Path::signpost, false);
    elsewhere.signpost.clear();
    EXPECT_THAT(fields(elsewhere), ElementsAre("signpost"));
}

TEST(CheckDecision, asks_for_a_reason_always_and_an_explanation_where_somebody_can_be_told) {
    auto silent = decision(Path::open_case, true);
    silent.reason = " ";
    silent.explanation.clear();
    EXPECT_THAT(fields(silent), ElementsAre("reason"));
    EXPECT_THAT(fields(silent, {.can_be_explained = true}), ElementsAre("reason", "explanation"));
}

TEST(StateAfter, is_a_settled_state_of_its_own_for_every_path) {
    std::vector<reports::State> states;
    for (auto const& path : all_of<Path>()) {
        auto const state = state_after(path.value);
        EXPECT_TRUE(reports::is_settled(state));
        EXPECT_THAT(states, testing::Not(testing::Contains(state)));
        states.push_back(state);
    }
}

}  // namespace
}  // namespace doorstep::domain::triage
