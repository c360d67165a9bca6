#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/plans.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/plans/agree_plan.h"
#include "usecases/plans/count_steps.h"
#include "usecases/plans/end_step.h"
#include "usecases/plans/give_copy.h"
#include "usecases/plans/save_step.h"
#include "usecases/plans/start_plan.h"
#include "usecases/plans/view_plan.h"

namespace doorstep::usecases::plans {
namespace {

using domain::access::Role;
using domain::plans::AgreedHow;
using domain::plans::CopyHow;
using domain::plans::OwnerKind;
using domain::plans::PlanState;
using domain::plans::StepState;
using domain::work::Kind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class PlansTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8)});

    static Date june(int day) { return *Date::of(2026, 6, day); }
    domain::cases::CaseFile file() { return site.stored(made.file.id); }

    template <class Verb, class... Input>
    auto as(domain::accounts::Account const& who, Verb verb, Input const&... input) {
        auto context = site.as(who);
        return verb(context, input...);
    }
    Expected<ActionPlanId> start(std::vector<std::string> templates = {"keep-in-touch", "diary"},
                                 bool keep_open_steps = false) {
        return as(officer, start_plan, StartPlan{made.file.reference, std::move(templates), keep_open_steps});
    }
    PlanView view() {
        auto context = site.as(officer);
        return *view_plan(context, made.file.reference);
    }
    AgreePlan agreement() {
        auto const draft = view().draft->plan;
        return {.reference = made.file.reference,
                .plan = draft.id,
                .version = draft.version,
                .agreed_on = site.today(),
                .with = made.complainants.front().id,
                .how = AgreedHow::visit,
                .copy_how = {}};
    }
    Expected<PlanAgreed> agree() { return as(officer, agree_plan, agreement()); }
    void start_and_agree() {
        ASSERT_TRUE(start());
        auto const agreed = agree();
        ASSERT_TRUE(agreed) << agreed.error().message();
    }
    SaveStep step_input(std::string what = "Visit every week") {
        return {.reference = made.file.reference,
                .id = {},
                .what = std::move(what),
                .owner_account = officer.id,
                .owner_person = {},
                .owner_name = "",
                .due_on = june(20)};
    }
    EndStep ending(std::size_t step, StepState state = StepState::done) {
        auto const agreed = view().agreed;
        return {.reference = made.file.reference,
                .id = agreed->steps.at(step).step.id,
                .version = agreed->steps.at(step).step.version,
                .state = state,
                .on = site.today(),
                .result = "Went well"};
    }
    Expected<StepEnded> end(EndStep const& input) { return as(officer, end_step, input); }
    std::vector<domain::work::WorkItem> work(Kind kind) {
        std::vector<domain::work::WorkItem> found;
        for (auto const& item : site.database().read(
                 [&](storage::sql::Read& tx) { return storage::work_items::open_of_case(tx, made.file.id); }))
            if (item.kind == kind) found.push_back(item);
        return found;
    }
    void speak_with_complainant() {
        auto context = site.as(officer);
        ASSERT_TRUE(contacts::record_contact(context, {.reference = made.file.reference,
                                                       .person = made.complainants.front().id,
                                                       .made_on = site.today(),
                                                       .made_time = {},
                                                       .summary = "Spoke",
                                                       .still_safe = {}}));
    }
};

TEST_F(PlansTest, are_asked_for_from_the_first_conversation_on) {
    EXPECT_TRUE(work(Kind::plan).empty());
    speak_with_complainant();
    EXPECT_EQ(file().plan_by, june(17));
    EXPECT_EQ(work(Kind::plan).front().due_on, june(17));
    start_and_agree();
    EXPECT_TRUE(work(Kind::plan).empty());
    EXPECT_EQ(file().plan_agreed_on, june(10));
    EXPECT_EQ(file().first_plan_by, june(17));
    EXPECT_EQ(file().first_plan_on, june(10));
}

TEST_F(PlansTest, begin_with_the_steps_usual_for_the_kind_of_case) {
    auto context = site.as(officer);
    auto const form = view_new_plan(context, made.file.reference);
    ASSERT_TRUE(form);
    std::vector<std::string> codes;
    for (auto const& choice : form->templates) codes.push_back(choice.code);
    EXPECT_THAT(codes, ::testing::Contains("diary"));
    EXPECT_THAT(codes, Not(::testing::Contains("meet-police")));

    ASSERT_TRUE(start());
    auto const draft = view().draft;
    ASSERT_EQ(draft->steps.size(), 2u);
    EXPECT_EQ(draft->steps[0].whose, "Dana Okafor");
    EXPECT_EQ(draft->steps[0].step.due_on, june(24));
    EXPECT_EQ(draft->steps[1].whose, "Ana Silva 1");
    EXPECT_EQ(start().error().code(), "draft-exists");
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "plan-made");
}

TEST_F(PlansTest, refuse_a_template_that_is_not_on_the_list) {
    EXPECT_EQ(start({"no-such-step"}).error().code(), "template-unknown");
}

TEST_F(PlansTest, make_everybodys_steps_work_when_they_are_agreed) {
    start_and_agree();
    auto const items = work(Kind::plan_step);
    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[0].account, officer.id);
    EXPECT_EQ(items[1].account, officer.id) << "the owner of the case asks after other people's steps";
    EXPECT_EQ(view().agreed->agreed_with, "Ana Silva 1");
    EXPECT_EQ(file().steps_total, 2);
}

TEST_F(PlansTest, count_what_was_done_in_time) {
    start_and_agree();
    ASSERT_TRUE(end(ending(0)));
    EXPECT_EQ(work(Kind::plan_step).size(), 1u);
    site.set_today(june(25));
    auto const late = end(ending(1));
    ASSERT_TRUE(late);
    EXPECT_FALSE(late->on_time);
    EXPECT_EQ(file().steps_done, 2);
    EXPECT_EQ(file().steps_late, 1);
    EXPECT_EQ(view().adherence, (domain::plans::Adherence{2, 2, 1, 1}));
}

TEST_F(PlansTest, become_late_overnight) {
    start_and_agree();
    site.set_today(june(25));
    auto context = site.as_system();
    EXPECT_EQ(refresh_late_steps(context), "1 case has steps that became late");
    EXPECT_EQ(file().steps_late, 2);
}

TEST_F(PlansTest, are_changed_only_as_drafts) {
    ASSERT_TRUE(start());
    auto change = step_input();
    auto const added = as(officer, save_step, change);
    ASSERT_TRUE(added);
    change.id = *added;
    change.version = 1;
    change.what = "Visit every day";
    ASSERT_TRUE(as(officer, save_step, change));
    EXPECT_EQ(view().draft->steps.back().step.what, "Visit every day");
    EXPECT_EQ(as(officer, save_step, change).error().code(), "changed-meanwhile");

    ASSERT_TRUE(agree());
    change.version = 2;
    EXPECT_EQ(as(officer, save_step, change).error().code(), "plan-agreed");
    EXPECT_EQ(as(officer, remove_step, made.file.reference, *added, 2).error().code(), "plan-agreed");
    EXPECT_EQ(as(officer, save_step, step_input()).error().code(), "no-draft");
}

TEST_F(PlansTest, lose_a_step_that_is_removed_from_the_draft) {
    ASSERT_TRUE(start());
    auto const step = view().draft->steps.front().step;
    EXPECT_EQ(as(officer, remove_step, made.file.reference, step.id, step.version + 1).error().code(),
              "changed-meanwhile");
    ASSERT_TRUE(as(officer, remove_step, made.file.reference, step.id, step.version));
    EXPECT_EQ(view().draft->steps.size(), 1u);
}

TEST_F(PlansTest, keep_only_the_owner_that_goes_with_the_kind) {
    ASSERT_TRUE(start({}));
    auto input = step_input();
    input.owner_kind = OwnerKind::partner;
    input.owner_name = " Northgate Council ";
    ASSERT_TRUE(as(officer, save_step, input));
    auto const step = view().draft->steps.front();
    EXPECT_EQ(step.whose, "Northgate Council");
    EXPECT_FALSE(step.step.owner_account);
    input.owner_kind = OwnerKind::person_complained_about;
    input.owner_person = made.complainants.front().id;
    EXPECT_EQ(as(officer, save_step, input).error().code(), "owner-unknown");
    input.owner_person = made.alleged_perpetrator->id;
    EXPECT_TRUE(as(officer, save_step, input));
}

TEST_F(PlansTest, are_not_agreed_when_a_step_changed_after_they_were_read_out) {
    ASSERT_TRUE(start());
    auto const read_out = agreement();
    ASSERT_TRUE(as(officer, save_step, step_input()));
    EXPECT_EQ(as(officer, agree_plan, read_out).error().code(), "changed-meanwhile");
    EXPECT_FALSE(view().agreed);
}

TEST_F(PlansTest, are_replaced_by_a_newer_one_with_what_was_left_open) {
    start_and_agree();
    ASSERT_TRUE(end(ending(0)));
    site.set_today(june(15));
    ASSERT_TRUE(start({"hear-other-side"}, true));
    EXPECT_EQ(view().draft->steps.size(), 2u);
    ASSERT_TRUE(agree());
    auto const now = view();
    EXPECT_EQ(now.agreed->plan.number, 2);
    ASSERT_EQ(now.replaced.size(), 1u);
    EXPECT_EQ(now.replaced[0].steps[1].step.state, StepState::dropped);
    EXPECT_EQ(now.replaced[0].steps[1].step.result, "Replaced by plan 2");
    EXPECT_EQ(now.adherence, (domain::plans::Adherence{3, 1, 1, 0}));
    EXPECT_EQ(work(Kind::plan_step).size(), 2u);
    EXPECT_EQ(file().plan_agreed_on, june(10)) << "the day of the first plan stands";
}

TEST_F(PlansTest, make_a_missed_step_no_better_by_replacing_the_plan) {
    start_and_agree();
    site.set_today(june(25));
    ASSERT_TRUE(start({"keep-in-touch"}));
    ASSERT_TRUE(agree());
    EXPECT_EQ(view().adherence.late, 2);
}

TEST_F(PlansTest, let_a_housing_officer_of_the_case_mark_a_step_done_but_not_agree) {
    auto const housing = site.account(Role::housing_officer);
    made = site.open_case({.owner = officer.id, .housing_officer = housing.id, .raised_on = june(8)});
    ASSERT_TRUE(start());
    EXPECT_EQ(as(housing, agree_plan, agreement()).error().kind(), RefusalKind::forbidden);
    ASSERT_TRUE(agree());
    EXPECT_TRUE(as(housing, end_step, ending(0)));
    EXPECT_EQ(as(site.account(Role::housing_officer), end_step, ending(1)).error().kind(),
              RefusalKind::not_found);
}

TEST_F(PlansTest, refuse_to_end_a_step_twice_or_of_a_stale_page) {
    start_and_agree();
    auto stale = ending(0);
    stale.version += 1;
    EXPECT_EQ(end(stale).error().code(), "changed-meanwhile");
    ASSERT_TRUE(end(ending(0)));
    EXPECT_EQ(end(ending(0)).error().code(), "step-over");
    auto dropped = ending(1, StepState::dropped);
    dropped.result = "";
    EXPECT_EQ(end(dropped).error().code(), "result-missing");
}

TEST_F(PlansTest, write_down_that_a_copy_was_given) {
    EXPECT_EQ(as(officer, give_copy, GiveCopy{made.file.reference, june(10), CopyHow::post}).error().code(),
              "plan-not-agreed");
    start_and_agree();
    EXPECT_EQ(as(officer, give_copy, GiveCopy{made.file.reference, june(9), CopyHow::post}).error().code(),
              "date-before-agreed");
    ASSERT_TRUE(as(officer, give_copy, GiveCopy{made.file.reference, june(10), CopyHow::post}));
    EXPECT_EQ(view().agreed->plan.copy_given_how, CopyHow::post);
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "plan-copy-given");
}

TEST_F(PlansTest, give_a_copy_that_says_nothing_of_anybody_else) {
    made = site.open_case({.owner = officer.id, .raised_on = june(8), .complainants = 2});
    ASSERT_TRUE(start({"keep-in-touch"}));
    auto about_him = step_input("Warn Ivo about the music");
    ASSERT_TRUE(as(officer, save_step, about_him));
    auto his = step_input("Keep the music down after eleven");
    his.owner_kind = OwnerKind::person_complained_about;
    his.owner_person = made.alleged_perpetrator->id;
    ASSERT_TRUE(as(officer, save_step, his));
    auto hers = step_input("Keep her own diary");
    hers.owner_kind = OwnerKind::complainant;
    hers.owner_person = made.complainants.back().id;
    ASSERT_TRUE(as(officer, save_step, hers));
    ASSERT_TRUE(agree());

    auto context = site.as(officer);
    auto const copy = view_plan_copy(context, made.file.reference, std::nullopt);
    ASSERT_TRUE(copy) << copy.error().message();
    ASSERT_EQ(copy->copy.lines.size(), 1u);
    EXPECT_EQ(copy->copy.lines[0].what, "Ring you at least every two weeks, and after anything serious");
    EXPECT_EQ(copy->copy.hidden.size(), 1u);
    EXPECT_TRUE(copy->copy.others_work_too);
    EXPECT_THAT(copy->letter, HasSubstr("Dear Ana Silva 1"));
    EXPECT_THAT(copy->letter, Not(HasSubstr("Ivo")));
    EXPECT_THAT(copy->letter, Not(HasSubstr("Marsh")));
    EXPECT_THAT(copy->letter, Not(HasSubstr("Silva 2")));
    EXPECT_FALSE(view_plan_copy(context, made.file.reference, made.alleged_perpetrator->id));
}

}  // namespace
}  // namespace doorstep::usecases::plans
