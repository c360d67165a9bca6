#include "domain/plans/check_plan.h"

#include <gtest/gtest.h>

namespace doorstep::domain::plans {
namespace {

Date june(int day) { return *Date::of(2026, 6, day); }
Date const raised_on = june(1);
Date const today = june(10);

CasePersonId ana() { return *CasePersonId::parse("00000000-0000-7000-8000-000000000001"); }
CasePersonId stranger() { return *CasePersonId::parse("00000000-0000-7000-8000-000000000002"); }

ActionPlan draft() {
    ActionPlan plan;
    plan.made_on = june(8);
    return plan;
}

ActionPlan agreed() {
    auto plan = draft();
    plan.state = PlanState::agreed;
    plan.agreed_on = june(9);
    return plan;
}

PlanStep step(Date due_on = june(20)) {
    PlanStep made;
    made.what = "Visit";
    made.owner_account = AccountId(CasePersonId(ana()).uuid());
    made.due_on = due_on;
    return made;
}

std::string code_of(Expected<Done> const& result) { return result ? "" : result.error().code(); }

std::string agreement_of(ActionPlan const& plan, std::vector<PlanStep> const& steps,
                         Agreement const& agreement) {
    return code_of(check_agreement(plan, steps, agreement, {ana()}, raised_on, today));
}

std::string end_of(ActionPlan const& plan, StepEnd const& end, StepState state = StepState::to_do) {
    auto ending = step();
    ending.state = state;
    return code_of(check_end(ending, plan, end, today));
}

}  // namespace

TEST(PlanStepCheck, asks_what_is_done_and_whose_it_is) {
    EXPECT_EQ(code_of(check_step(step(), draft())), "");
    auto nameless = step();
    nameless.what = "  ";
    EXPECT_EQ(code_of(check_step(nameless, draft())), "what-missing");
    auto nobodys = step();
    nobodys.owner_account.reset();
    EXPECT_EQ(code_of(check_step(nobodys, draft())), "owner-missing");
    nobodys.owner_kind = OwnerKind::partner;
    EXPECT_EQ(code_of(check_step(nobodys, draft())), "owner-missing");
    nobodys.owner_name = "Northgate Council";
    EXPECT_EQ(code_of(check_step(nobodys, draft())), "");
    nobodys.owner_kind = OwnerKind::complainant;
    nobodys.owner_name = "";
    EXPECT_EQ(code_of(check_step(nobodys, draft())), "");
}

TEST(PlanStepCheck, refuses_a_day_before_the_plan_was_begun) {
    EXPECT_EQ(code_of(check_step(step(june(8)), draft())), "");
    EXPECT_EQ(code_of(check_step(step(june(7)), draft())), "due-too-early");
}

TEST(PlanAgreement, is_with_somebody_who_reported_on_a_day_between_then_and_now) {
    EXPECT_EQ(agreement_of(draft(), {step()}, {june(10), ana(), AgreedHow::visit}), "");
    EXPECT_EQ(agreement_of(draft(), {step()}, {june(1), ana(), AgreedHow::visit}), "");
    EXPECT_EQ(agreement_of(draft(), {step()}, {june(11), ana(), AgreedHow::visit}), "date-in-future");
    EXPECT_EQ(agreement_of(draft(), {step()}, {raised_on.plus_days(-1), ana(), AgreedHow::visit}),
              "date-before-raised");
    EXPECT_EQ(agreement_of(draft(), {step()}, {june(10), stranger(), AgreedHow::visit}), "person-unknown");
}

TEST(PlanAgreement, is_of_a_draft_with_steps) {
    EXPECT_EQ(agreement_of(draft(), {}, {june(10), ana(), AgreedHow::visit}), "plan-empty");
    EXPECT_EQ(agreement_of(agreed(), {step()}, {june(10), ana(), AgreedHow::visit}), "plan-not-draft");
}

TEST(PlanAgreement, has_no_step_that_was_due_before_it) {
    EXPECT_EQ(agreement_of(draft(), {step(june(10))}, {june(10), ana(), AgreedHow::visit}), "");
    EXPECT_EQ(agreement_of(draft(), {step(june(9))}, {june(10), ana(), AgreedHow::visit}),
              "step-already-late");
}

TEST(PlanStepEnd, is_of_an_agreed_step_that_is_to_do) {
    EXPECT_EQ(end_of(agreed(), {StepState::done, june(10), ""}), "");
    EXPECT_EQ(end_of(draft(), {StepState::done, june(10), ""}), "plan-not-agreed");
    auto replaced = agreed();
    replaced.state = PlanState::replaced;
    EXPECT_EQ(end_of(replaced, {StepState::done, june(10), ""}), "plan-replaced");
    EXPECT_EQ(end_of(agreed(), {StepState::done, june(10), ""}, StepState::done), "step-over");
    EXPECT_EQ(end_of(agreed(), {StepState::done, june(10), ""}, StepState::dropped), "step-over");
}

TEST(PlanStepEnd, is_on_a_day_between_the_agreement_and_now) {
    EXPECT_EQ(end_of(agreed(), {StepState::done, june(9), ""}), "");
    EXPECT_EQ(end_of(agreed(), {StepState::done, june(8), ""}), "date-before-agreed");
    EXPECT_EQ(end_of(agreed(), {StepState::done, june(11), ""}), "date-in-future");
}

TEST(PlanStepEnd, says_why_a_step_was_dropped) {
    EXPECT_EQ(end_of(agreed(), {StepState::dropped, june(10), " "}), "result-missing");
    EXPECT_EQ(end_of(agreed(), {StepState::dropped, june(10), "They moved"}), "");
}

TEST(PlanChange, is_for_drafts) {
    EXPECT_EQ(code_of(check_may_change(draft())), "");
    EXPECT_EQ(code_of(check_may_change(agreed())), "plan-agreed");
}

}  // namespace doorstep::domain::plans
