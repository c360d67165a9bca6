#include "domain/surveys/after_attempt.h"

#include <gtest/gtest.h>

namespace doorstep::domain::surveys {
namespace {

Date july(int day) { return *Date::of(2026, 7, day); }

Survey due(int attempts = 0) {
    Survey survey;
    survey.closed_on = july(1).plus_months(-1);
    survey.due_on = july(1);
    survey.next_try_on = july(1);
    survey.attempts = attempts;
    survey.state = attempts == 0 ? State::due : State::attempted;
    return survey;
}

Expected<Survey> tried(Survey const& survey, AttemptResult result, std::optional<Date> next = {}) {
    return after_attempt(survey, {.result = result, .tried_on = july(6), .next_try_on = next}, 3, july(6));
}

TEST(AfterAttempt, puts_the_next_try_on_the_day_that_was_given) {
    auto const survey = tried(due(), AttemptResult::no_answer, july(9));
    ASSERT_TRUE(survey);
    EXPECT_EQ(survey->state, State::attempted);
    EXPECT_EQ(survey->next_try_on, july(9));
    EXPECT_EQ(survey->attempts, 1);
}

TEST(AfterAttempt, tries_again_the_next_day_when_no_day_was_given) {
    EXPECT_EQ(tried(due(), AttemptResult::no_answer)->next_try_on, july(7));
}

TEST(AfterAttempt, gives_up_after_the_last_allowed_try) {
    EXPECT_EQ(tried(due(1), AttemptResult::message_left)->state, State::attempted);
    EXPECT_EQ(tried(due(2), AttemptResult::message_left)->state, State::not_reachable);
    EXPECT_EQ(tried(due(2), AttemptResult::wrong_number)->state, State::not_reachable);
}

TEST(AfterAttempt, does_not_call_somebody_we_spoke_to_unreachable) {
    for (auto const result : {AttemptResult::ring_later, AttemptResult::broken_off, AttemptResult::upset})
        EXPECT_EQ(tried(due(5), result)->state, State::attempted) << name_of(result);
}

TEST(AfterAttempt, ends_when_they_decline) {
    auto const survey = tried(due(), AttemptResult::declined);
    EXPECT_EQ(survey->state, State::declined);
    EXPECT_FALSE(survey->stop_asking);
}

TEST(AfterAttempt, remembers_that_they_do_not_want_to_be_asked_again) {
    auto const survey = after_attempt(
        due(),
        {.result = AttemptResult::ring_later, .tried_on = july(6), .next_try_on = {}, .stop_asking = true}, 3,
        july(6));
    EXPECT_EQ(survey->state, State::declined);
    EXPECT_TRUE(survey->stop_asking);
}

TEST(AfterAttempt, refuses_a_try_in_the_future_or_before_the_case_closed) {
    auto const on = [](Date day) {
        return after_attempt(due(), {.result = AttemptResult::no_answer, .tried_on = day, .next_try_on = {}},
                             3, july(6));
    };
    EXPECT_EQ(on(july(7)).error().code(), "date-in-future");
    EXPECT_EQ(on(july(1).plus_months(-1).plus_days(-1)).error().code(), "date-before-closed");
    EXPECT_TRUE(on(july(6)));
}

TEST(AfterAttempt, refuses_to_try_again_on_the_same_day) {
    EXPECT_EQ(tried(due(), AttemptResult::no_answer, july(6)).error().code(), "next-try-too-early");
}

TEST(AfterAttempt, refuses_a_survey_that_is_over) {
    for (auto const state : {State::completed, State::declined, State::not_reachable, State::cancelled}) {
        auto survey = due();
        survey.state = state;
        EXPECT_EQ(tried(survey, AttemptResult::no_answer).error().kind(), RefusalKind::conflict);
    }
}

}  // namespace
}  // namespace doorstep::domain::surveys
