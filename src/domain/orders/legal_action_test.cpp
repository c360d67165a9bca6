#include "domain/orders/legal_action.h"

#include <gtest/gtest.h>

namespace doorstep::domain::orders {
namespace {

Date june(int day) { return *Date::of(2026, 6, day); }

ActionKind with_a_gate() {
    ActionKind kind;
    StepKind meeting;
    meeting.code = "meeting";
    meeting.label = "Meeting";
    meeting.gate = true;
    meeting.asks_what = "What was decided?";
    StepKind paper;
    paper.code = "paper";
    paper.label = "Paper";
    paper.after = {"meeting"};
    StepKind notice;
    notice.code = "notice";
    notice.label = "Notice";
    notice.after = {"paper"};
    notice.met_by = MetBy::notice;
    kind.steps = {meeting, paper, notice};
    return kind;
}

StepDone done(std::string code) {
    StepDone step;
    step.code = std::move(code);
    step.done_on = june(5);
    step.what = "Decided";
    return step;
}

TEST(TaskList, waits_for_what_comes_first) {
    auto const kind = with_a_gate();
    auto standings = standing_of(kind, {}, {});
    EXPECT_EQ(standings[0].state, StepState::open);
    EXPECT_EQ(standings[1].state, StepState::waits);
    EXPECT_EQ(standings[1].waits_for, std::vector<std::string>{"Meeting"});
    standings = standing_of(kind, {done("meeting")}, {});
    EXPECT_EQ(standings[0].state, StepState::done);
    EXPECT_EQ(standings[1].state, StepState::open);
    EXPECT_EQ(standings[2].state, StepState::waits);
}

TEST(TaskList, meets_steps_by_what_is_on_file) {
    auto const kind = with_a_gate();
    EXPECT_EQ(standing_of(kind, {}, {.notice = true})[2].state, StepState::done);
}

TEST(TaskList, names_gates_that_come_before_however_far) {
    auto const kind = with_a_gate();
    EXPECT_EQ(gates_before(kind, standing_of(kind, {}, {}), "notice"), std::vector<std::string>{"Meeting"});
    auto skipped = done("meeting");
    skipped.left_out = true;
    EXPECT_TRUE(gates_before(kind, standing_of(kind, {skipped}, {}), "notice").empty());
}

TEST(Step, is_left_out_only_with_a_reason_and_only_when_it_is_a_gate) {
    auto const kind = with_a_gate();
    auto step = done("meeting");
    EXPECT_TRUE(check_step(step, kind.steps[0], june(1), june(10)));
    step.what = " ";
    EXPECT_FALSE(check_step(step, kind.steps[0], june(1), june(10)));
    step.left_out = true;
    EXPECT_FALSE(check_step(step, kind.steps[0], june(1), june(10)));
    step.reason = "The police lead, and held it";
    EXPECT_TRUE(check_step(step, kind.steps[0], june(1), june(10)));
    EXPECT_FALSE(check_step(step, kind.steps[1], june(1), june(10)));
}

TEST(Service, is_never_before_what_is_served_was_made) {
    Service service;
    service.on_whom = "The tenant";
    service.served_at = london_instant(june(5), {14, 0});
    auto const now = london_instant(june(6), {9, 0});
    EXPECT_TRUE(check_service(service, service.served_at, now));
    EXPECT_FALSE(check_service(service, service.served_at.plus_milliseconds(1), now));
    EXPECT_FALSE(check_service(service, {}, service.served_at.plus_milliseconds(-1)));
}

TEST(HearingResult, comes_no_earlier_than_the_hearing) {
    Hearing hearing;
    hearing.listed_at = london_instant(june(5), {14, 0});
    EXPECT_FALSE(check_hearing_result(hearing, hearing.listed_at.plus_milliseconds(-1)));
    EXPECT_TRUE(check_hearing_result(hearing, hearing.listed_at));
}

}  // namespace
}  // namespace doorstep::domain::orders
