#include "storage/plans.h"

#include <gmock/gmock.h>

#include "domain/plans/adherence.h"
#include "storage/on_a_case.h"

namespace doorstep::storage::plans {
namespace {

using domain::plans::AgreedHow;
using domain::plans::CopyHow;
using domain::plans::OwnerKind;
using domain::plans::PlanState;
using domain::plans::StepState;
using domain::plans::Track;
using ::testing::ElementsAre;

class Plans : public test::OnACase {
  protected:
    ActionPlan made(int number, PlanState state) {
        ActionPlan plan;
        plan.id = ActionPlanId(ids.next());
        plan.case_file = file.id;
        plan.number = number;
        plan.state = state;
        plan.made_by = officer.id;
        plan.made_on = june(3);
        write([&](sql::Write& tx) {
            insert(tx, plan);
            return true;
        });
        return plan;
    }
    PlanStep step(ActionPlan const& plan, int position, Date due_on, StepState state = StepState::to_do,
                  std::optional<Date> done_on = {}) {
        PlanStep made;
        made.id = PlanStepId(ids.next());
        made.plan = plan.id;
        made.case_file = file.id;
        made.position = position;
        made.what = "Step " + std::to_string(position);
        made.owner_account = officer.id;
        made.due_on = due_on;
        made.state = state;
        made.done_on = done_on;
        write([&](sql::Write& tx) {
            insert(tx, made);
            return true;
        });
        return made;
    }
    std::vector<int> positions(std::vector<PlanStep> const& steps) {
        std::vector<int> found;
        for (auto const& step : steps) found.push_back(step.position);
        return found;
    }
};

TEST_P(Plans, keep_everything_that_was_stored) {
    auto plan = made(1, PlanState::draft);
    plan.state = PlanState::agreed;
    plan.agreed_on = june(4);
    plan.agreed_with = ana.id;
    plan.agreed_how = AgreedHow::visit;
    plan.copy_given_on = june(5);
    plan.copy_given_how = CopyHow::by_hand;
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, plan); }));
    auto const found = read([&](sql::Read& tx) { return find(tx, plan.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->state, PlanState::agreed);
    EXPECT_EQ(found->agreed_on, june(4));
    EXPECT_EQ(found->agreed_with, ana.id);
    EXPECT_EQ(found->agreed_how, AgreedHow::visit);
    EXPECT_EQ(found->copy_given_on, june(5));
    EXPECT_EQ(found->copy_given_how, CopyHow::by_hand);
    EXPECT_EQ(found->version, 2);
}

TEST_P(Plans, are_not_saved_over_somebody_elses_change) {
    auto plan = made(1, PlanState::draft);
    auto stale = plan;
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, plan); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return update(tx, stale); }));
}

TEST_P(Plans, are_listed_newest_first) {
    made(1, PlanState::replaced);
    made(2, PlanState::agreed);
    auto const plans = read([&](sql::Read& tx) { return of_case(tx, file.id); });
    ASSERT_EQ(plans.size(), 2u);
    EXPECT_EQ(plans[0].plan.number, 2);
    EXPECT_EQ(plans[0].made_by_name, "Dana Okafor");
    EXPECT_FALSE(plans[0].plan.agreed_how);
}

TEST_P(Plans, keep_their_steps_with_the_names_behind_them) {
    auto const plan = made(1, PlanState::agreed);
    step(plan, 2, june(12));
    PlanStep diary;
    diary.id = PlanStepId(ids.next());
    diary.plan = plan.id;
    diary.case_file = file.id;
    diary.position = 1;
    diary.track = Track::evidence;
    diary.what = "Keep a diary";
    diary.owner_kind = OwnerKind::complainant;
    diary.owner_person = ana.id;
    diary.owner_name = "";
    diary.due_on = june(20);
    diary.state = StepState::done;
    diary.done_on = june(9);
    diary.result = "Two pages";
    write([&](sql::Write& tx) {
        insert(tx, diary);
        return true;
    });
    auto const steps = read([&](sql::Read& tx) { return steps_of_case(tx, file.id); });
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[0].person_name, "Ana Silva");
    EXPECT_EQ(steps[0].step.track, Track::evidence);
    EXPECT_EQ(steps[0].step.done_on, june(9));
    EXPECT_EQ(steps[0].step.result, "Two pages");
    EXPECT_EQ(steps[1].account_name, "Dana Okafor");
    EXPECT_EQ(read([&](sql::Read& tx) { return find_step(tx, diary.id); })->what, "Keep a diary");
}

TEST_P(Plans, change_and_remove_a_step_by_its_version) {
    auto const plan = made(1, PlanState::draft);
    auto first = step(plan, 1, june(12));
    auto stale = first;
    first.what = "Another thing";
    EXPECT_TRUE(write([&](sql::Write& tx) { return update(tx, first); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return update(tx, stale); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return remove(tx, stale); }));
    EXPECT_TRUE(write([&](sql::Write& tx) { return remove(tx, first); }));
    EXPECT_TRUE(read([&](sql::Read& tx) { return steps_of_plan(tx, plan.id); }).empty());
}

TEST_P(Plans, count_the_steps_of_every_plan_that_was_agreed) {
    step(made(1, PlanState::replaced), 1, june(5));
    step(made(2, PlanState::agreed), 2, june(12));
    step(made(3, PlanState::draft), 3, june(12));
    EXPECT_THAT(positions(read([&](sql::Read& tx) { return agreed_steps_of_case(tx, file.id); })),
                ElementsAre(1, 2));
}

TEST_P(Plans, find_what_has_become_late_as_the_rule_does) {
    auto const plan = made(1, PlanState::agreed);
    step(plan, 1, june(9));
    step(plan, 2, june(10));
    step(plan, 3, june(8), StepState::done, june(9));
    step(plan, 4, june(8), StepState::done, june(8));
    step(plan, 5, june(8), StepState::dropped, june(8));
    step(plan, 6, june(8), StepState::dropped, june(9));
    step(made(2, PlanState::draft), 7, june(1));
    file.steps_total = 5;
    write([&](sql::Write& tx) { return cases::update(tx, file); });
    auto const refreshed = [&](Date today) {
        return write([&](sql::Write& tx) { return refresh_late_steps(tx, today); });
    };
    for (auto const today : {june(9), june(10), june(11)}) {
        EXPECT_EQ(refreshed(today), 1);
        auto const stored = read([&](sql::Read& tx) { return *cases::find(tx, file.id); });
        auto const steps = read([&](sql::Read& tx) { return agreed_steps_of_case(tx, file.id); });
        EXPECT_EQ(stored.steps_late, domain::plans::adherence(steps, today).late) << today.iso();
        EXPECT_EQ(stored.version, file.version);
    }
    EXPECT_EQ(refreshed(june(11)), 0);
}

DOORSTEP_ON_BOTH_DATABASES(Plans);

}  // namespace
}  // namespace doorstep::storage::plans
