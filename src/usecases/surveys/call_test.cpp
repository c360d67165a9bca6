#include "usecases/surveys/call.h"

#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/surveys.h"
#include "support/site/closed_case.h"
#include "usecases/surveys/comments.h"
#include "usecases/surveys/concern.h"
#include "usecases/surveys/list_surveys.h"
#include "usecases/surveys/record_attempt.h"
#include "usecases/surveys/results.h"

namespace doorstep::usecases::surveys {
namespace {

using domain::access::Role;
using domain::surveys::AttemptResult;
using domain::surveys::CommentKind;
using domain::surveys::State;
using domain::surveys::Way;

class SurveyCall : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer);
    domain::accounts::Account manager = site.account(Role::asb_manager);
    domain::accounts::Account caller = site.account(Role::business_support);
    test::ClosedCase closed = test::closed_case(site, {.of_case = {.owner = officer.id}});
    std::string id{closed.survey.id.text()};

    domain::surveys::Survey stored() {
        return site.database().read(
            [&](storage::sql::Read& tx) { return *storage::surveys::find(tx, closed.survey.id); });
    }
    Expected<Done> start(Way way = Way::telephone) {
        auto context = site.as(caller);
        return start_call(context, id, way);
    }
    Expected<Done> answer(std::string question, std::string option, std::string words = "") {
        auto context = site.as(caller);
        return keep_answer(context, id, {std::move(question), std::move(option), std::move(words)});
    }
    Expected<SurveyCompleted> complete() {
        auto context = site.as(caller);
        return complete_survey(context, {.id = id, .seen_version = {}, .answers = {}});
    }
    Expected<domain::surveys::Survey> attempt(AttemptResult result, bool stop_asking = false) {
        auto context = site.as(caller);
        return record_attempt(context, {.id = id,
                                        .result = result,
                                        .tried_on = site.today(),
                                        .tried_time = {},
                                        .note = "Rang twice",
                                        .next_try_on = {},
                                        .stop_asking = stop_asking});
    }
    int to_call(domain::accounts::Account const& who) {
        auto context = site.as(who);
        return list_surveys(context, QueueView::to_call, 1)->to_call;
    }
};

TEST_F(SurveyCall, is_in_the_queue_with_what_the_caller_needs_to_know) {
    auto context = site.as(caller);
    auto const list = list_surveys(context, QueueView::to_call, 1);
    ASSERT_TRUE(list);
    ASSERT_EQ(list->rows.size(), 1U);
    auto const& row = list->rows.front();
    EXPECT_EQ(row.name, "Ms Silva");
    EXPECT_EQ(row.best_times, "After 6pm");
    EXPECT_EQ(row.adjustments, "Large print");
    EXPECT_TRUE(row.may_ring);
    EXPECT_EQ(row.due_on, Date::of(2026, 6, 9));
    EXPECT_TRUE(list->may_call);
}

TEST_F(SurveyCall, waits_until_it_is_due) {
    auto const later = test::closed_case(site, {.of_case = {}, .closed_on = site.today().plus_days(-2)});
    auto context = site.as(caller);
    auto const list = list_surveys(context, QueueView::to_call, 1);
    EXPECT_EQ(list->to_call, 1);
    EXPECT_EQ(list->later, 1);
    EXPECT_EQ(list->next_on, later.survey.due_on);
}

TEST_F(SurveyCall, is_never_made_by_somebody_who_worked_on_the_case) {
    site.database().write([&](storage::sql::Write& tx) {
        storage::cases::add_handler(tx, closed.file.id, caller.id, site.clock.now());
    });
    EXPECT_EQ(to_call(caller), 0) << "left out of the list";
    auto context = site.as(caller);
    EXPECT_EQ(view_call(context, id).error().code(), "handled-the-case");
    EXPECT_EQ(view_call(context, id).error().kind(), RefusalKind::unlawful);
    EXPECT_EQ(start().error().code(), "handled-the-case");
    EXPECT_EQ(attempt(AttemptResult::no_answer).error().code(), "handled-the-case");
    auto other = site.account(Role::business_support);
    EXPECT_EQ(to_call(other), 1);
}

TEST_F(SurveyCall, is_not_for_managers_or_officers_to_make) {
    for (auto const& account : {manager, officer}) {
        auto context = site.as(account);
        EXPECT_EQ(view_call(context, id).error().kind(), RefusalKind::forbidden);
        EXPECT_EQ(start_call(context, id, Way::telephone).error().kind(), RefusalKind::forbidden);
        EXPECT_EQ(complete_survey(context, {.id = id, .seen_version = {}, .answers = {}}).error().kind(),
                  RefusalKind::forbidden);
    }
}

TEST_F(SurveyCall, of_a_restricted_case_is_not_there) {
    auto const hidden = test::closed_case(site, {.of_case = {.restricted = true}});
    EXPECT_EQ(to_call(caller), 1);
    auto context = site.as(caller);
    EXPECT_EQ(view_call(context, hidden.survey.id.text()).error().kind(), RefusalKind::not_found);
}

TEST_F(SurveyCall, asks_the_questions_in_use_when_it_was_begun) {
    site.set_today(*Date::of(2024, 3, 31));
    auto old = test::closed_case(site);
    id = old.survey.id.text();
    ASSERT_TRUE(start());
    site.set_today(*Date::of(2024, 4, 2));  // new wording from 1 April
    auto context = site.as(caller);
    auto const view = view_call(context, id);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->survey.set_version, 1);
    EXPECT_EQ(view->questions.size(), 7U);
    EXPECT_EQ(view->questions[2].text, "Were you told about the Victims’ Code?");
}

TEST_F(SurveyCall, is_not_begun_where_ringing_is_not_safe) {
    auto const quiet = test::closed_case(site, {.of_case = {}, .closed_on = {}, .may_ring = false});
    id = quiet.survey.id.text();
    EXPECT_EQ(start().error().code(), "way-not-safe");
    EXPECT_TRUE(start(Way::paper));
}

TEST_F(SurveyCall, keeps_answers_as_it_goes_and_counts_them_at_its_end) {
    ASSERT_TRUE(start());
    ASSERT_TRUE(answer("first-contact", "yes"));
    ASSERT_TRUE(answer("handling", "very-well", "Dana rang when she said she would"));
    ASSERT_TRUE(answer("outcome", "neither", " "));
    ASSERT_TRUE(answer("plan-kept", ""));  // skipped
    auto const done = complete();
    ASSERT_TRUE(done);
    EXPECT_EQ(done->answered, 3);
    EXPECT_EQ(done->comments, 1);
    auto const survey = stored();
    EXPECT_EQ(survey.state, State::completed);
    EXPECT_EQ(survey.completed_by, caller.id);
    EXPECT_EQ(survey.completed_on, site.today());
    EXPECT_EQ(survey.way, Way::telephone);
    EXPECT_EQ(site.events_of(closed.file.id.text()),
              (std::vector<std::string>{"case-opened", "survey-due", "survey-started", "survey-completed"}));
    EXPECT_EQ(to_call(caller), 0);
}

TEST_F(SurveyCall, refuses_answers_that_are_not_there_and_questions_not_asked) {
    EXPECT_EQ(answer("handling", "very-well").error().code(), "not-started");
    ASSERT_TRUE(start());
    EXPECT_EQ(answer("handling", "splendidly").error().code(), "option-unknown");
    EXPECT_EQ(answer("shoe-size", "9").error().code(), "question-unknown");
    EXPECT_TRUE(answer("channel", "telephone")) << "options of a list";
    EXPECT_EQ(answer("channel", "visit-note").error().code(), "option-unknown") << "not for residents to say";
}

TEST_F(SurveyCall, cannot_be_completed_without_any_answer_or_twice) {
    ASSERT_TRUE(start());
    EXPECT_EQ(complete().error().code(), "nothing-answered");
    ASSERT_TRUE(answer("first-contact", "do-not-know"));
    ASSERT_TRUE(complete());
    EXPECT_EQ(complete().error().code(), "survey-over");
    EXPECT_EQ(answer("first-contact", "no").error().code(), "survey-over");
}

TEST_F(SurveyCall, on_paper_is_entered_all_at_once) {
    auto context = site.as(caller);
    auto const done = complete_survey(
        context, {.id = id,
                  .seen_version = {},
                  .way = Way::paper,
                  .answers = {{"first-contact", "no", ""}, {"handling", "", "Nobody wrote to me"}}});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->answered, 2);
    EXPECT_EQ(done->comments, 1);
    EXPECT_EQ(stored().way, Way::paper);
    EXPECT_EQ(stored().set_version, 2);
}

TEST_F(SurveyCall, not_answered_three_times_ends_as_not_reachable) {
    EXPECT_EQ(attempt(AttemptResult::no_answer)->state, State::attempted);
    EXPECT_EQ(attempt(AttemptResult::message_left)->state, State::attempted);
    EXPECT_EQ(attempt(AttemptResult::no_answer)->state, State::not_reachable);
    EXPECT_EQ(attempt(AttemptResult::no_answer).error().code(), "survey-over");
    EXPECT_EQ(site.events_of(closed.file.id.text()).back(), "survey-ended");
}

TEST_F(SurveyCall, remembers_for_the_person_that_they_do_not_want_to_be_asked) {
    ASSERT_TRUE(attempt(AttemptResult::declined, true));
    EXPECT_EQ(stored().state, State::declined);
    EXPECT_TRUE(stored().stop_asking);
}

TEST_F(SurveyCall, that_upsets_somebody_tells_a_manager_who_follows_it_up) {
    auto context = site.as(caller);
    auto const raised = raise_concern(context, {.id = id,
                                                .note = "In tears about the stairwell",
                                                .goes_on = CallGoesOn::try_later,
                                                .next_try_on = {}});
    ASSERT_TRUE(raised);
    EXPECT_EQ(raised->manager_name, manager.name);
    EXPECT_EQ(stored().state, State::attempted);

    auto as_manager = site.as(manager);
    auto const results = view_results(as_manager, id);
    ASSERT_TRUE(results);
    EXPECT_TRUE(results->concern_waits);
    EXPECT_FALSE(results->may_call);
    EXPECT_EQ(results->attempts.front().attempt.note, "In tears about the stairwell");
    ASSERT_TRUE(follow_up_concern(as_manager, id, "Rang her, referred to Victim Support"));
    EXPECT_FALSE(view_results(as_manager, id)->concern_waits);
    EXPECT_EQ(follow_up_concern(context, id, "x").error().kind(), RefusalKind::forbidden);
}

TEST_F(SurveyCall, goes_on_after_a_concern_when_they_want_to) {
    ASSERT_TRUE(start());
    auto context = site.as(caller);
    ASSERT_TRUE(raise_concern(
        context, {.id = id, .note = "Upset", .goes_on = CallGoesOn::went_on, .next_try_on = {}}));
    EXPECT_EQ(stored().attempts, 0);
    EXPECT_TRUE(answer("first-contact", "yes"));
}

TEST_F(SurveyCall, comments_wait_to_be_sorted_and_are_counted) {
    ASSERT_TRUE(start());
    ASSERT_TRUE(answer("handling", "very-well", "Dana was kind"));
    ASSERT_TRUE(complete());
    auto context = site.as(manager);
    auto waiting = list_comments(context, CommentKind::not_sorted, {}, 1);
    ASSERT_TRUE(waiting);
    ASSERT_EQ(waiting->rows.size(), 1U);
    EXPECT_EQ(waiting->rows[0].words, "Dana was kind");
    auto const comment = waiting->rows[0].id;

    SortComment sort{.id = comment, .kind = {}, .category = "officer", .seen_sorted_at = {}};
    EXPECT_EQ(sort_comment(context, sort).error().code(), "kind-missing");
    sort.kind = CommentKind::compliment;
    sort.category = "shoes";
    EXPECT_EQ(sort_comment(context, sort).error().code(), "category-missing");
    sort.category = "officer";
    auto const sorted = sort_comment(context, sort);
    ASSERT_TRUE(sorted);
    EXPECT_FALSE(sorted->next);
    EXPECT_EQ(sort_comment(context, sort).error().code(), "changed-meanwhile")
        << "somebody else's page was older";

    auto const quarter = FinancialQuarter::containing(site.today());
    auto const compliments = list_comments(context, CommentKind::compliment, quarter, 1);
    EXPECT_EQ(compliments->in_view, 1);
    EXPECT_EQ(compliments->by_category,
              (std::vector<std::pair<std::string, int>>{{"The officer’s help", 1}}));
    EXPECT_EQ(list_comments(context, CommentKind::compliment, quarter.previous(), 1)->in_view, 0);
}

TEST_F(SurveyCall, shows_a_caller_no_way_to_the_case_from_a_comment) {
    ASSERT_TRUE(start());
    ASSERT_TRUE(answer("handling", "very-well", "Dana was kind"));
    ASSERT_TRUE(complete());
    auto context = site.as(caller);
    EXPECT_EQ(list_comments(context, CommentKind::not_sorted, {}, 1)->rows[0].reference, "");
    auto as_manager = site.as(manager);
    EXPECT_EQ(list_comments(as_manager, CommentKind::not_sorted, {}, 1)->rows[0].reference,
              closed.file.reference);
    auto as_officer = site.as(officer);
    EXPECT_EQ(list_comments(as_officer, CommentKind::not_sorted, {}, 1).error().kind(),
              RefusalKind::forbidden);
}

}  // namespace
}  // namespace doorstep::usecases::surveys
