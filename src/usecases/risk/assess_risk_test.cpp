#include "usecases/risk/assess_risk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/approvals.h"
#include "storage/contacts.h"
#include "storage/people.h"
#include "storage/risk.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/approvals/decide_approval.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/risk/take_back_override.h"
#include "usecases/settings.h"

namespace doorstep::usecases::risk {
namespace {

using domain::access::Role;
using domain::approvals::Decision;
using domain::risk::OverrideState;
using domain::risk::RiskBand;
using domain::work::Kind;
using ::testing::ElementsAre;

class AssessRiskTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer);
    domain::accounts::Account manager = site.account(Role::asb_manager);
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 9)});

    static Date june(int day) { return *Date::of(2026, 6, day); }

    /// Every question with its mildest answer, but for these.
    domain::risk::Answers answers(std::map<std::string, std::string> const& others = {}) {
        domain::risk::Answers all;
        auto const current = site.settings().current();
        for (auto const& question : current->question_set("ram", site.today()).questions)
            all[question.code] = question.options.front().code;
        for (auto const& [question, option] : others) all[question] = option;
        return all;
    }
    static std::map<std::string, std::string> high() {
        return {{"threats-or-weapons", "violence-or-weapon"}};
    }
    static std::map<std::string, std::string> medium() { return {{"who-you-are", "yes"}}; }

    AssessRisk input(std::map<std::string, std::string> const& others = {}) {
        AssessRisk input{.reference = made.file.reference,
                         .person = made.complainants.front().id,
                         .set_version = 1,
                         .answers = answers(others),
                         .notes = {},
                         .chosen_band = {},
                         .override_reason = "",
                         .seen = {}};
        auto const newest = site.database().read(
            [&](storage::sql::Read& tx) { return storage::risk::of_case(tx, made.file.id, 1); });
        if (!newest.empty()) input.seen = newest.front().assessment.id;
        return input;
    }
    Expected<RiskAssessed> assess(AssessRisk const& input) {
        auto context = site.as(officer);
        return assess_risk(context, input);
    }
    RiskAssessed assessed(std::map<std::string, std::string> const& others = {}) {
        auto result = assess(input(others));
        EXPECT_TRUE(result) << result.error().message();
        return *result;
    }
    domain::cases::CaseFile file() { return site.stored(made.file.id); }
    domain::risk::Assessment stored(RiskAssessmentId id) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::risk::find(tx, id)->assessment; });
    }
    std::vector<domain::work::WorkItem> work() {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::work_items::open_of_case(tx, made.file.id); });
    }
    std::optional<domain::work::WorkItem> work(Kind kind) {
        for (auto const& item : work())
            if (item.kind == kind) return item;
        return std::nullopt;
    }
    AssessRisk lowering() {
        auto lower = input(medium());
        lower.chosen_band = RiskBand::standard;
        lower.override_reason = "They have moved away";
        return lower;
    }
    ApprovalId waiting_request() {
        return site.database()
            .read(
                [&](storage::sql::Read& tx) { return storage::approvals::waiting_of_case(tx, made.file.id); })
            .front()
            .approval.id;
    }
    Expected<approvals::ApprovalDecided> decide(Decision decision, domain::accounts::Account const& by,
                                                std::string note = "Seen") {
        auto const id = waiting_request();
        auto context = site.as(by);
        return approvals::decide_approval(context, {.id = id, .decision = decision, .note = std::move(note)});
    }
    void speak_with_complainant(Date on) {
        auto context = site.as(officer);
        ASSERT_TRUE(contacts::record_contact(context, {.reference = made.file.reference,
                                                       .person = made.complainants.front().id,
                                                       .made_on = on,
                                                       .made_time = {},
                                                       .summary = "Spoke"}));
    }
};

TEST_F(AssessRiskTest, sets_band_score_and_dates_of_the_case) {
    auto const result = assessed(medium());
    EXPECT_EQ(result.band, RiskBand::medium);
    EXPECT_EQ(file().risk_band, RiskBand::medium);
    EXPECT_EQ(file().risk_score, 3);
    EXPECT_EQ(file().risk_assessed_on, june(10));
    EXPECT_EQ(file().risk_review_by, june(10).plus_days(28));
    EXPECT_EQ(work(Kind::risk_assessment)->due_on, june(10).plus_days(28));
    EXPECT_THAT(site.events_of(made.file.id.text()),
                ElementsAre("case-opened", "risk-assessed", "case-edited"));
}

TEST_F(AssessRiskTest, keeps_answers_with_their_scores_and_notes) {
    auto assessment = input({{"how-often", "daily"}});
    assessment.answers.erase("linked");
    assessment.notes["how-often"] = "Every night this week";
    auto const result = assess(assessment);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->complete);
    auto const kept = site.database().read(
        [&](storage::sql::Read& tx) { return storage::risk::answers_of(tx, result->id); });
    EXPECT_EQ(kept.size(), 15u);
    for (auto const& answer : kept) {
        if (answer.question == "how-often") {
            EXPECT_EQ(answer, (domain::risk::Answer{"how-often", "daily", 5, "Every night this week"}));
        }
        if (answer.question == "linked") {
            EXPECT_EQ(answer.option, "");
        }
    }
    EXPECT_EQ(stored(result->id).worst_score, 7);
}

TEST_F(AssessRiskTest, of_high_risk_brings_the_first_contact_forward_from_the_day_it_is_known) {
    EXPECT_EQ(made.file.first_contact_by, june(16));
    assessed(high());
    EXPECT_EQ(file().first_contact_by, june(11));
    EXPECT_EQ(work(Kind::first_contact)->due_on, june(11));
    for (auto const& item : work()) EXPECT_TRUE(item.high_risk) << name_of(item.kind);
    EXPECT_EQ(work(Kind::risk_assessment)->due_on, june(24));
}

TEST_F(AssessRiskTest, of_high_risk_waits_for_a_manager_within_a_working_day) {
    assessed(high());
    ASSERT_TRUE(work(Kind::approval));
    EXPECT_EQ(work(Kind::approval)->due_on, june(11));
    EXPECT_EQ(work(Kind::approval)->account, manager.id);
    assessed(high());
    EXPECT_EQ(site.database().read([&](storage::sql::Read& tx) {
        return storage::approvals::waiting_of_case(tx, made.file.id).size();
    }),
              1U)
        << "it is high already";
    EXPECT_EQ(decide(Decision::sent_back, manager, "").error().code(), "note-missing");
    ASSERT_TRUE(decide(Decision::sent_back, manager, "Ring the police today"));
    EXPECT_FALSE(work(Kind::approval));
    ASSERT_TRUE(work(Kind::task));
    EXPECT_EQ(work(Kind::task)->account, officer.id);
    EXPECT_EQ(work(Kind::task)->due_on, june(10));
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "high-risk-reviewed");
    EXPECT_EQ(file().risk_band, RiskBand::high);
}

TEST_F(AssessRiskTest, of_medium_or_standard_risk_waits_for_nobody) {
    assessed(medium());
    EXPECT_FALSE(work(Kind::approval));
}

TEST_F(AssessRiskTest, takes_the_managers_look_back_when_it_is_high_no_longer) {
    assessed(high());
    site.set_today(june(11));
    assessed();
    EXPECT_FALSE(work(Kind::approval));
}

TEST_F(AssessRiskTest, decides_from_then_on_for_a_case_that_was_taken_as_high) {
    made = site.open_case({.owner = officer.id, .raised_on = june(9), .taken_as_high_on = june(9)});
    EXPECT_EQ(made.file.first_contact_by, june(10));
    EXPECT_TRUE(file().is_high_until_assessed());
    EXPECT_EQ(risk_words(file()), "High risk until assessed");
    assessed();
    EXPECT_EQ(file().risk_band, RiskBand::standard);
    EXPECT_FALSE(file().is_high_risk());
    EXPECT_FALSE(file().is_high_until_assessed());
    EXPECT_EQ(risk_words(file()), "Standard");
    EXPECT_EQ(file().first_contact_by, june(10)) << "the day was promised";
    for (auto const& item : work()) EXPECT_FALSE(item.high_risk) << name_of(item.kind);
}

TEST_F(AssessRiskTest, does_not_bring_back_what_was_taken_as_high_when_danger_is_heard_of_later) {
    made = site.open_case({.owner = officer.id, .raised_on = june(9), .in_danger = true});
    assessed();
    EXPECT_FALSE(file().is_high_risk()) << "the band decides";
    EXPECT_TRUE(file().in_danger);
}

TEST_F(AssessRiskTest, leaves_a_first_contact_that_was_in_time_in_time) {
    site.set_today(june(12));
    speak_with_complainant(june(12));
    site.set_today(june(15));
    assessed(high());
    auto const intervals = site.database().read(
        [&](storage::sql::Read& tx) { return storage::contacts::intervals_of_case(tx, made.file.id); });
    ASSERT_EQ(intervals.size(), 2u);
    EXPECT_EQ(intervals[0].interval.due_on, june(16));
    EXPECT_EQ(intervals[0].interval.kept, true);
    EXPECT_EQ(file().next_contact_by, june(26));
}

TEST_F(AssessRiskTest, of_lower_risk_later_does_not_move_a_promise_back) {
    assessed(high());
    site.set_today(june(11));
    assessed();
    EXPECT_EQ(file().risk_band, RiskBand::standard);
    EXPECT_EQ(file().first_contact_by, june(11));
    EXPECT_FALSE(work(Kind::risk_assessment));
    for (auto const& item : work()) EXPECT_FALSE(item.high_risk);
}

TEST_F(AssessRiskTest, raises_the_band_at_once_with_a_reason) {
    auto raised = input();
    raised.chosen_band = RiskBand::high;
    EXPECT_EQ(assess(raised).error().code(), "reason-missing");
    raised.override_reason = "They live next door to each other";
    auto const result = assess(raised);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->band, RiskBand::high);
    EXPECT_EQ(stored(result->id).override_state, OverrideState::raised);
    EXPECT_EQ(stored(result->id).scored_band, RiskBand::standard);
    EXPECT_EQ(file().risk_band, RiskBand::high);
}

TEST_F(AssessRiskTest, lowers_nothing_until_a_second_person_approves) {
    auto const result = assess(lowering());
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->waits_for_approval);
    EXPECT_EQ(file().risk_band, RiskBand::medium);
    EXPECT_EQ(work(Kind::approval)->due_on, june(12));

    ASSERT_TRUE(decide(Decision::approved, manager));
    EXPECT_EQ(file().risk_band, RiskBand::standard);
    EXPECT_FALSE(file().risk_review_by);
    EXPECT_FALSE(work(Kind::approval));
    EXPECT_EQ(stored(result->id).override_state, OverrideState::approved);
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "risk-override-decided");
}

TEST_F(AssessRiskTest, keeps_the_computed_band_when_the_second_person_says_no) {
    auto const result = assess(lowering());
    EXPECT_EQ(decide(Decision::sent_back, manager, " ").error().code(), "note-missing");
    ASSERT_TRUE(decide(Decision::sent_back, manager, "There was an incident last week"));
    EXPECT_EQ(file().risk_band, RiskBand::medium);
    EXPECT_EQ(stored(result->id).override_state, OverrideState::refused);
}

TEST_F(AssessRiskTest, is_not_lowered_by_whoever_asked_or_by_somebody_who_may_not_approve) {
    officer.roles.add(Role::asb_manager);
    ASSERT_TRUE(assess(lowering()));
    EXPECT_EQ(decide(Decision::approved, officer).error().code(), "own-request");
    EXPECT_EQ(decide(Decision::approved, site.account(Role::asb_officer)).error().kind(),
              RefusalKind::forbidden);
    EXPECT_EQ(file().risk_band, RiskBand::medium);
}

TEST_F(AssessRiskTest, is_decided_once) {
    ASSERT_TRUE(assess(lowering()));
    auto const id = waiting_request();
    ASSERT_TRUE(decide(Decision::approved, manager));
    auto context = site.as(manager);
    EXPECT_EQ(approvals::decide_approval(context, {.id = id, .decision = Decision::sent_back, .note = "No"})
                  .error()
                  .code(),
              "already-decided");
    EXPECT_EQ(file().risk_band, RiskBand::standard);
}

TEST_F(AssessRiskTest, hides_a_request_about_a_restricted_case_from_a_manager_who_is_not_named) {
    ASSERT_TRUE(assess(lowering()));
    site.database().run_script("UPDATE case_file SET restricted = TRUE");
    EXPECT_EQ(decide(Decision::approved, manager).error().kind(), RefusalKind::not_found);
}

TEST_F(AssessRiskTest, takes_a_waiting_request_back_when_a_newer_assessment_is_made) {
    auto const first = assess(lowering());
    assessed(medium());
    EXPECT_EQ(stored(first->id).override_state, OverrideState::withdrawn);
    EXPECT_FALSE(work(Kind::approval));
    EXPECT_EQ(file().risk_band, RiskBand::medium);
}

TEST_F(AssessRiskTest, lets_whoever_asked_take_the_request_back) {
    auto const result = assess(lowering());
    auto other = site.as(manager);
    EXPECT_EQ(take_back_override(other, made.file.reference, result->id).error().code(), "not-your-request");
    auto own = site.as(officer);
    ASSERT_TRUE(take_back_override(own, made.file.reference, result->id));
    EXPECT_EQ(stored(result->id).override_state, OverrideState::withdrawn);
    EXPECT_FALSE(work(Kind::approval));
}

TEST_F(AssessRiskTest, of_self_harm_sets_the_alert_and_makes_a_task_for_today) {
    auto const result = assessed({{"self-harm", "yes"}});
    EXPECT_TRUE(result.urgent);
    EXPECT_EQ(result.band, RiskBand::high);
    EXPECT_TRUE(file().self_harm);
    EXPECT_EQ(work(Kind::task)->due_on, june(10));
    EXPECT_EQ(work(Kind::task)->account, officer.id);

    site.set_today(june(17));
    assessed();
    EXPECT_FALSE(file().self_harm);
    EXPECT_EQ(file().risk_band, RiskBand::standard);
}

TEST_F(AssessRiskTest, keeps_the_alert_when_the_question_was_not_asked_again) {
    assessed({{"self-harm", "yes"}});
    auto later = input();
    later.answers.erase("self-harm");
    ASSERT_TRUE(assess(later));
    EXPECT_TRUE(file().self_harm);
}

TEST_F(AssessRiskTest, of_hate_marks_the_case_for_good) {
    assessed({{"who-you-are", "yes"}});
    EXPECT_TRUE(file().hate);
    assessed();
    EXPECT_TRUE(file().hate);
}

TEST_F(AssessRiskTest, stands_by_the_most_at_risk_of_several_people) {
    made = site.open_case({.owner = officer.id, .raised_on = june(9), .complainants = 2});
    assessed(high());
    EXPECT_EQ(file().risk_review_by, june(16)) << "the second person has not been assessed";
    auto second = input();
    second.person = made.complainants.back().id;
    ASSERT_TRUE(assess(second));
    EXPECT_EQ(file().risk_band, RiskBand::high);
    EXPECT_EQ(file().risk_review_by, june(24));
    auto first_again = input();
    ASSERT_TRUE(assess(first_again));
    EXPECT_EQ(file().risk_band, RiskBand::standard);
}

TEST_F(AssessRiskTest, refuses_what_it_cannot_score) {
    auto nothing = input();
    nothing.answers.clear();
    EXPECT_EQ(assess(nothing).error().code(), "nothing-answered");
    EXPECT_EQ(assess(input({{"how-often", "sometimes"}})).error().code(), "answer-unknown");
    EXPECT_EQ(assess(input({{"no-such-question", "yes"}})).error().code(), "answer-unknown");
    auto nobody = input();
    nobody.person.reset();
    EXPECT_EQ(assess(nobody).error().code(), "person-unknown");
    nobody.person = made.alleged_perpetrator->id;
    EXPECT_EQ(assess(nobody).error().code(), "person-unknown");
    EXPECT_FALSE(file().risk_band);
}

TEST_F(AssessRiskTest, refuses_when_somebody_else_assessed_it_meanwhile) {
    auto const begun = input();
    assessed(high());
    EXPECT_EQ(assess(begun).error().code(), "assessed-meanwhile");
    EXPECT_EQ(file().risk_band, RiskBand::high);
}

TEST_F(AssessRiskTest, is_for_those_who_may_assess) {
    for (auto const role : {Role::housing_officer, Role::business_support, Role::administrator}) {
        auto context = site.as(site.account(role));
        EXPECT_FALSE(assess_risk(context, input())) << name_of(role);
    }
    EXPECT_FALSE(file().risk_band);
}

}  // namespace
}  // namespace doorstep::usecases::risk
