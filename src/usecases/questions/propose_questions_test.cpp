#include "usecases/questions/propose_questions.h"

#include <gtest/gtest.h>

#include "storage/approvals.h"
#include "support/site/test_site.h"
#include "usecases/approvals/decide_approval.h"
#include "usecases/approvals/view_approvals.h"
#include "usecases/settings.h"

namespace doorstep::usecases::questions {
namespace {

using domain::access::Role;
using domain::approvals::Decision;

class ProposeQuestionsTest : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account marta = site.account(Role::asb_manager, "Marta Lindqvist");
    domain::accounts::Account ruth = site.account(Role::head_of_housing, "Ruth Adeyemi");

    QuestionSet now() { return site.settings().current()->question_set("ram", site.today()); }
    QuestionSet changed() {
        auto set = now();
        set.questions.front().text = "How often does it happen now?";
        set.questions.front().options.front().score = 1;
        set.bands.back().from = 27;
        return set;
    }
    Expected<Done> propose(QuestionSet set, int days = 7, std::string reason = "The panel asked for it") {
        auto context = site.as(marta);
        return propose_questions(context, {.set = std::move(set),
                                           .in_use_from = site.today().plus_days(days),
                                           .reason = std::move(reason)});
    }
    ApprovalId waiting() {
        auto context = site.as(ruth);
        auto const list = approvals::list_approvals(context, 1);
        EXPECT_EQ(list->rows.size(), 1U);
        return list->rows.front().asked.approval.id;
    }
    Expected<approvals::ApprovalDecided> decide(domain::accounts::Account const& who, ApprovalId id,
                                                Decision decision) {
        auto context = site.as(who);
        return approvals::decide_approval(context, {.id = id, .decision = decision, .note = "Because"});
    }
};

TEST_F(ProposeQuestionsTest, are_in_use_from_their_day_once_somebody_else_approved_them) {
    ASSERT_TRUE(propose(changed()));
    EXPECT_EQ(now().version, 1);
    auto const id = waiting();
    EXPECT_EQ(decide(marta, id, Decision::approved).error().code(), "own-request");
    auto context = site.as(ruth);
    auto const view = approvals::view_approval(context, id);
    ASSERT_TRUE(view && view->questions);
    EXPECT_EQ(view->questions->differences.size(), 3U);
    ASSERT_TRUE(decide(ruth, id, Decision::approved));
    EXPECT_EQ(now().version, 1);
    auto const later = site.settings().current()->question_set("ram", site.today().plus_days(7));
    EXPECT_EQ(later.version, 2);
    EXPECT_EQ(later.questions.front().text, "How often does it happen now?");
    EXPECT_EQ(later.questions.front().wording, now().questions.front().wording + 1);
    EXPECT_EQ(later.questions.back().wording, now().questions.back().wording);
    EXPECT_EQ(later.bands.back().from, 27);
    EXPECT_EQ(site.events_of("settings-questions"),
              (std::vector<std::string>{"question-set-proposed", "question-set-decided",
                                        "question-set-published"}));
}

TEST_F(ProposeQuestionsTest, are_nothing_when_they_are_sent_back) {
    ASSERT_TRUE(propose(changed()));
    ASSERT_TRUE(decide(ruth, waiting(), Decision::sent_back));
    EXPECT_EQ(site.settings().current()->question_set("ram", site.today().plus_days(30)).version, 1);
    EXPECT_TRUE(propose(changed())) << "and can be proposed again";
}

TEST_F(ProposeQuestionsTest, refuses_what_cannot_be_asked) {
    EXPECT_EQ(propose(changed(), 0).error().code(), "questions-past");
    EXPECT_EQ(propose(changed(), 7, " ").error().code(), "reason-missing");
    EXPECT_EQ(propose(now()).error().code(), "nothing-changed");
    auto set = changed();
    set.questions.front().text = " ";
    EXPECT_EQ(propose(set).error().code(), "text-missing");
    set = changed();
    set.questions.front().options.resize(1);
    EXPECT_EQ(propose(set).error().code(), "options-missing");
    set = changed();
    set.bands.back().from = 3;
    EXPECT_EQ(propose(set).error().code(), "bands-fall");
    set = changed();
    set.code = "no-such";
    EXPECT_EQ(propose(set).error().code(), "questions-unknown");
    ASSERT_TRUE(propose(changed()));
    EXPECT_EQ(propose(changed()).error().code(), "proposal-waiting");
}

TEST_F(ProposeQuestionsTest, cannot_be_approved_on_or_after_their_first_day) {
    ASSERT_TRUE(propose(changed(), 1));
    auto const id = waiting();
    site.set_today(site.today().plus_days(1));
    EXPECT_EQ(decide(ruth, id, Decision::approved).error().code(), "questions-past");
}

TEST_F(ProposeQuestionsTest, are_not_for_officers) {
    auto context = site.as(site.account(Role::asb_officer));
    EXPECT_FALSE(propose_questions(
        context, {.set = changed(), .in_use_from = site.today().plus_days(7), .reason = "I think so"}));
}

}  // namespace
}  // namespace doorstep::usecases::questions
