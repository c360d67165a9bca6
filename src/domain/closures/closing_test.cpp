#include "domain/closures/closing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::domain::closures {
namespace {

using ::testing::ElementsAre;

std::vector<Check> checks() {
    return {*check_of("tasks", "Every task is done", "no-open:task", "block"),
            *check_of("risk", "Risk has been assessed", "risk-assessed", "reason"),
            *check_of("told", "They know their right", "officer-says", "block")};
}

Facts all_well() { return {.open_work = {}, .risk_assessed = true, .all_spoken_to = true}; }

Closing whole() {
    return {.outcome = Outcome::resolved,
            .reason = "behaviour-stopped",
            .summary = "Mediation worked",
            .explanation = "The noise has stopped",
            .confirmed = {"told"},
            .reasons = {}};
}

std::vector<std::string> const resolved_reasons{"behaviour-stopped", "person-moved"};

std::vector<std::string> fields_of(Refusal const& refusal) {
    std::vector<std::string> fields;
    for (auto const& problem : refusal.problems()) fields.push_back(problem.field);
    return fields;
}

TEST(Closing, is_allowed_when_everything_is_so) {
    EXPECT_TRUE(check_closing(whole(), checks(), all_well(), resolved_reasons));
}

TEST(Closing, is_blocked_by_what_is_left_whatever_is_typed) {
    auto facts = all_well();
    facts.open_work = {work::Kind::task, work::Kind::contact};
    auto const refused = check_closing(whole(), checks(), facts, resolved_reasons);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "cannot-close-yet");
    EXPECT_EQ(refused.error().kind(), RefusalKind::unlawful);
    EXPECT_EQ(refused.error().message(), "This case cannot be closed yet: 1 thing is left");
    EXPECT_EQ(left_to_do(checks(), facts).front().code, "tasks");
}

TEST(Closing, asks_for_a_reason_where_something_may_be_passed_over) {
    auto facts = all_well();
    facts.risk_assessed = false;
    auto closing = whole();
    EXPECT_THAT(fields_of(check_closing(closing, checks(), facts, resolved_reasons).error()),
                ElementsAre("why-risk"));
    closing.reasons["risk"] = "They moved away and asked us not to ring";
    EXPECT_TRUE(check_closing(closing, checks(), facts, resolved_reasons));
}

TEST(Closing, looks_at_the_steps_of_a_plan_only_where_there_is_one) {
    auto const steps = *check_of("plan-finished", "Every step is done", "no-open:plan-step", "block");
    auto facts = all_well();
    EXPECT_FALSE(concerns(steps, facts));
    facts.plan_agreed = true;
    EXPECT_TRUE(concerns(steps, facts));
}

TEST(Closing, is_blocked_where_somebody_is_in_danger_until_risk_is_weighed_at_least_once) {
    auto const check = *check_of("danger", "Risk was weighed", "danger-assessed", "block");
    auto facts = all_well();
    EXPECT_FALSE(concerns(check, facts));
    facts.danger = true;
    EXPECT_FALSE(is_met(check, facts, whole()));
    EXPECT_EQ(left_to_do({check}, facts).size(), 1U);
    facts.ever_assessed = true;
    EXPECT_TRUE(is_met(check, facts, whole()));
}

TEST(Closing, names_everything_missing_at_once) {
    EXPECT_THAT(fields_of(check_closing({}, checks(), all_well(), resolved_reasons).error()),
                ElementsAre("resolved-reason", "summary", "explanation", "confirmed"));
}

TEST(Closing, takes_no_reason_of_the_other_outcome) {
    auto closing = whole();
    closing.outcome = Outcome::unresolved;
    EXPECT_THAT(fields_of(check_closing(closing, checks(), all_well(), {"not-ours"}).error()),
                ElementsAre("unresolved-reason"));
}

TEST(Closing, takes_no_more_words_than_it_keeps) {
    auto closing = whole();
    closing.summary = std::string(5001, 'a');
    auto const refused = check_closing(closing, checks(), all_well(), resolved_reasons);
    EXPECT_EQ(refused.error().problems().front().message, "What was done must be 5,000 characters or fewer");
}

TEST(Closing, waits_for_a_second_person_without_losing_a_word) {
    auto closing = whole();
    closing.outcome = Outcome::unresolved;
    closing.summary = "Two\nlines, \"quoted\", <b> and \xC5\xB5";
    closing.confirmed = {"told", "keys"};
    closing.reasons["risk"] = "Moved";
    auto const back = closing_of(to_json(closing));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->outcome, Outcome::unresolved);
    EXPECT_EQ(back->summary, closing.summary);
    EXPECT_EQ(back->explanation, closing.explanation);
    EXPECT_EQ(back->confirmed, closing.confirmed);
    EXPECT_EQ(back->reasons, closing.reasons);
    EXPECT_FALSE(closing_of("{}"));
}

TEST(ClosingChecks, are_read_from_their_own_words) {
    auto const check = check_of("plan", "Plan", "no-open:plan-step", "reason");
    ASSERT_TRUE(check);
    EXPECT_EQ(check->work, work::Kind::plan_step);
    EXPECT_FALSE(check->blocks);
    EXPECT_FALSE(check_of("plan", "Plan", "no-open:nonsense", "block"));
    EXPECT_FALSE(check_of("plan", "Plan", "something-else", "block"));
    EXPECT_FALSE(check_of("plan", "Plan", "spoken-to", "maybe"));
}

}  // namespace
}  // namespace doorstep::domain::closures
