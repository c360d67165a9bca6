#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/accounts.h"
#include "storage/approvals.h"
#include "storage/case_links.h"
#include "storage/cases.h"
#include "storage/contacts.h"
#include "storage/plans.h"
#include "storage/surveys.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/approvals/decide_approval.h"
#include "usecases/closures/close_case.h"
#include "usecases/closures/pause_case.h"
#include "usecases/closures/reopen_case.h"
#include "usecases/closures/view_closure.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/messages/end_letter.h"
#include "usecases/risk/assess_risk.h"
#include "usecases/risk/view_risk.h"

namespace doorstep::usecases::closures {
namespace {

using domain::access::Role;
using domain::approvals::Decision;
using domain::cases::Outcome;
using domain::cases::RiskBand;
using domain::cases::State;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ClosuresTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 1)});
    std::string const reference = made.file.reference;

    domain::cases::CaseFile file() { return site.stored(made.file.id); }
    std::vector<std::string> events() { return site.events_of(made.file.id.text()); }
    /// Nobody has asked them how they can be reached: the owner is asked to tell them that it is closed.
    void tell_what_could_not_be_written() {
        auto const items = open_items();
        ASSERT_EQ(items.size(), made.complainants.size());
        for (auto const& item : items) {
            ASSERT_EQ(item.kind, domain::work::Kind::tell_them);
            EXPECT_EQ(item.account, officer.id);
            auto context = site.as(officer);
            auto const told = messages::mark_told(
                context,
                {.reference = made.file.reference, .id = *MessageId::parse(item.subject), .version = 1});
            EXPECT_TRUE(told) << told.error().message();
        }
    }
    std::vector<domain::work::WorkItem> open_items() {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::work_items::open_of_case(tx, made.file.id); });
    }
    /// Spoken to and assessed today, so that nothing is asked for besides the form.
    void make_ready() {
        auto context = site.as(officer);
        contacts::RecordContact contact;
        contact.reference = reference;
        contact.person = made.complainants.front().id;
        contact.made_on = site.today();
        contact.summary = "All quiet since the visit";
        ASSERT_TRUE(contacts::record_contact(context, contact));
        assess(0);
    }
    /// Answers every question with its lowest, or its highest, answer.
    void assess(int position) {
        auto context = site.as(officer);
        auto const& set = context.settings().question_set("ram", site.today());
        risk::AssessRisk input;
        input.reference = reference;
        input.person = made.complainants.front().id;
        input.set_version = set.version;
        if (auto const form = risk::view_risk_form(context, reference); form && form->newest)
            input.seen = form->newest->assessment.id;
        for (auto const& question : set.questions)
            input.answers[question.code] =
                position == 0 ? question.options.front().code : question.options.back().code;
        ASSERT_TRUE(risk::assess_risk(context, input));
    }
    CloseCase closing(Outcome outcome = Outcome::resolved) {
        CloseCase input;
        input.reference = reference;
        input.version = file().version;
        input.closing.outcome = outcome;
        input.closing.reason = outcome == Outcome::resolved ? "behaviour-stopped" : "not-enough-evidence";
        input.closing.summary = "Mediation worked";
        input.closing.explanation = "The noise has stopped";
        input.closing.confirmed = {"review-right-told"};
        input.closing.reasons = {{"plan-agreed", "Settled in one conversation"}};
        return input;
    }
    Expected<CaseClosed> close(CloseCase const& input) {
        auto context = site.as(officer);
        return close_case(context, input);
    }
    Expected<CaseClosed> close() { return close(closing()); }
    storage::approvals::Asked waiting() {
        return *site.database().read([&](storage::sql::Read& tx) {
            return storage::approvals::waiting_about(tx, domain::approvals::Kind::closure,
                                                     made.file.id.text());
        });
    }
    Expected<approvals::ApprovalDecided> decide(domain::accounts::Account const& who, Decision decision,
                                                std::string note = "") {
        auto const id = waiting().approval.id;
        auto context = site.as(who);
        return approvals::decide_approval(context, {id, decision, std::move(note)});
    }
    std::string refusal_of(Expected<CaseClosed> const& closed) {
        return closed ? "closed" : closed.error().code();
    }
    void put_item(domain::work::Kind kind) {
        site.database().write([&](storage::sql::Write& tx) {
            storage::work_items::put(tx,
                                     {.id = WorkItemId(site.ids.next()),
                                      .account = officer.id,
                                      .kind = kind,
                                      .case_file = made.file.id,
                                      .report = {},
                                      .subject = std::string(site.ids.next().text()),
                                      .due_on = site.today()},
                                     site.clock.now());
            return true;
        });
    }
};

TEST_F(ClosuresTest, close_a_case_and_end_every_clock) {
    make_ready();
    auto const closed = close();
    ASSERT_TRUE(closed) << closed.error().message();
    EXPECT_FALSE(closed->waits_for_approval);
    EXPECT_EQ(closed->ended.surveys, 1);
    EXPECT_EQ(closed->ended.surveys_from, *Date::of(2026, 7, 10));
    auto const now = file();
    EXPECT_EQ(now.state, State::closed);
    EXPECT_EQ(now.closed_on, site.today());
    EXPECT_EQ(now.closed_by, officer.id);
    EXPECT_EQ(now.outcome, Outcome::resolved);
    EXPECT_EQ(now.closing_reason, "behaviour-stopped");
    EXPECT_EQ(now.closing_summary, "Mediation worked");
    EXPECT_FALSE(now.next_contact_by);
    EXPECT_FALSE(now.risk_review_by);
    tell_what_could_not_be_written();
    EXPECT_THAT(open_items(), IsEmpty());
    EXPECT_THAT(events(), Contains("case-closed"));
    EXPECT_THAT(events(), Contains("survey-due"));
}

TEST_F(ClosuresTest, are_refused_while_something_is_left) {
    make_ready();
    put_item(domain::work::Kind::task);
    auto const refused = close();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "cannot-close-yet");
    EXPECT_EQ(refused.error().kind(), RefusalKind::unlawful);
    EXPECT_EQ(file().state, State::open);

    auto context = site.as(officer);
    auto const view = view_closure(context, reference);
    ASSERT_TRUE(view);
    EXPECT_TRUE(view->is_blocked);
    for (auto const& line : view->checks)
        EXPECT_EQ(line.open.size(), line.check.code == "tasks-done" ? 1U : 0U) << line.check.code;
}

TEST_F(ClosuresTest, ask_why_when_nobody_was_spoken_to_and_risk_is_old) {
    auto input = closing();
    auto const refused = close(input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "closing-incomplete");
    std::vector<std::string> fields;
    for (auto const& problem : refused.error().problems()) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("why-risk-redone", "why-complainant-spoken-to"));

    input.closing.reasons["risk-redone"] = "They moved away";
    input.closing.reasons["complainant-spoken-to"] = "They moved away";
    EXPECT_TRUE(close(input));
}

TEST_F(ClosuresTest, ask_why_no_plan_was_agreed_and_do_not_call_its_steps_done) {
    make_ready();
    auto input = closing();
    input.closing.reasons.clear();
    auto const refused = close(input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems().front().field, "why-plan-agreed");
    auto context = site.as(officer);
    auto const view = view_closure(context, reference);
    for (auto const& line : view->checks) EXPECT_NE(line.check.code, "plan-finished");
}

TEST_F(ClosuresTest, are_refused_where_somebody_is_in_danger_and_risk_was_never_weighed) {
    auto in_danger = file();
    in_danger.in_danger = true;
    site.database().write([&](storage::sql::Write& tx) { return storage::cases::update(tx, in_danger); });
    EXPECT_EQ(refusal_of(close()), "cannot-close-yet");
    make_ready();
    EXPECT_NE(refusal_of(close()), "cannot-close-yet");
}

TEST_F(ClosuresTest, ask_why_while_a_counter_allegation_is_open) {
    make_ready();
    auto const other = site.open_case({.owner = officer.id});
    site.database().write([&](storage::sql::Write& tx) {
        return storage::cases::insert_link(tx, {.one = made.file.id,
                                                .other = other.file.id,
                                                .kind = domain::cases::LinkKind::counter_allegation,
                                                .reason = "Each reports the other",
                                                .linked_by = officer.id,
                                                .linked_at = site.clock.now()});
    });
    auto const refused = close();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems().front().field, "why-counter-allegations");
}

TEST_F(ClosuresTest, refuse_a_reason_of_the_other_outcome_and_missing_words) {
    make_ready();
    auto input = closing();
    input.closing.reason = "not-enough-evidence";
    input.closing.summary = " ";
    input.closing.confirmed.clear();
    auto const refused = close(input);
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (auto const& problem : refused.error().problems()) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("resolved-reason", "summary", "confirmed"));
}

TEST_F(ClosuresTest, are_refused_to_a_role_that_may_not_close) {
    auto const housing = site.account(Role::housing_officer);
    auto context = site.as(housing);
    EXPECT_FALSE(close_case(context, closing()));
    EXPECT_FALSE(view_closure(context, reference));
}

TEST_F(ClosuresTest, are_refused_when_somebody_changed_the_case_meanwhile) {
    make_ready();
    auto input = closing();
    --input.version;
    EXPECT_EQ(refusal_of(close(input)), "changed-meanwhile");
}

TEST_F(ClosuresTest, wait_for_a_manager_when_unresolved) {
    make_ready();
    auto const asked = close(closing(Outcome::unresolved));
    ASSERT_TRUE(asked) << asked.error().message();
    EXPECT_TRUE(asked->waits_for_approval);
    EXPECT_EQ(file().state, State::closing);
    EXPECT_THAT(events(), Contains("closure-asked"));
    EXPECT_EQ(refusal_of(close(closing(Outcome::unresolved))), "closure-waits");

    ASSERT_TRUE(decide(manager, Decision::approved));
    EXPECT_EQ(file().state, State::closed);
    EXPECT_EQ(file().closed_by, officer.id);
    EXPECT_EQ(file().outcome, Outcome::unresolved);
    tell_what_could_not_be_written();
    EXPECT_THAT(open_items(), IsEmpty());
}

TEST_F(ClosuresTest, wait_for_a_manager_when_the_risk_is_high) {
    make_ready();
    assess(1);
    ASSERT_TRUE(file().is_high_risk());
    // The urgent task of somebody who spoke of harming themselves, and a manager's look, are done first.
    site.database().write([&](storage::sql::Write& tx) {
        for (auto const& item : storage::work_items::open_of_case(tx, made.file.id))
            if (item.kind == domain::work::Kind::task || item.kind == domain::work::Kind::approval)
                storage::work_items::finish(tx, item.kind, item.subject, site.clock.now());
        return true;
    });
    auto const asked = close();
    ASSERT_TRUE(asked) << asked.error().message();
    EXPECT_TRUE(asked->waits_for_approval);
}

TEST_F(ClosuresTest, are_not_approved_by_whoever_asked) {
    made = site.open_case({.owner = manager.id});
    auto context = site.as(manager);
    CloseCase input = closing(Outcome::unresolved);
    input.reference = made.file.reference;
    input.closing.reasons["risk-redone"] = "Never reached";
    input.closing.reasons["complainant-spoken-to"] = "Never reached";
    ASSERT_TRUE(close_case(context, input));
    auto const refused = decide(manager, Decision::approved);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "own-request");
    EXPECT_EQ(refused.error().kind(), RefusalKind::unlawful);
    EXPECT_EQ(file().state, State::closing);
}

TEST_F(ClosuresTest, sent_back_leave_the_case_open_with_the_note) {
    make_ready();
    ASSERT_TRUE(close(closing(Outcome::unresolved)));
    EXPECT_EQ(decide(manager, Decision::sent_back).error().code(), "note-missing");
    ASSERT_TRUE(decide(manager, Decision::sent_back, "Ring the witness first"));
    EXPECT_EQ(file().state, State::open);
    EXPECT_THAT(events(), Contains("closure-sent-back"));
}

TEST_F(ClosuresTest, are_not_carried_out_when_something_came_up_meanwhile) {
    make_ready();
    ASSERT_TRUE(close(closing(Outcome::unresolved)));
    put_item(domain::work::Kind::task);
    auto const refused = decide(manager, Decision::approved);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "cannot-close-yet");
    EXPECT_EQ(file().state, State::closing);
    EXPECT_FALSE(waiting().approval.decision);
}

TEST_F(ClosuresTest, are_taken_back_by_whoever_asked_and_nobody_else) {
    make_ready();
    auto mine = site.as(officer);
    EXPECT_EQ(take_back_closure(mine, reference).error().code(), "closure-not-waiting");
    ASSERT_TRUE(close(closing(Outcome::unresolved)));
    auto theirs = site.as(manager);
    EXPECT_EQ(take_back_closure(theirs, reference).error().code(), "not-your-request");
    auto context = site.as(officer);
    ASSERT_TRUE(take_back_closure(context, reference));
    EXPECT_EQ(file().state, State::open);
}

TEST_F(ClosuresTest, refuse_a_closed_case) {
    make_ready();
    ASSERT_TRUE(close());
    EXPECT_EQ(refusal_of(close()), "case-closed");
    auto context = site.as(officer);
    auto const view = view_closure(context, reference);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->reason_label, "The behaviour has stopped");
    EXPECT_EQ(view->closed_by_name, "Dana Okafor");
}

TEST_F(ClosuresTest, reopened_start_the_clocks_again_and_cancel_the_survey) {
    make_ready();
    ASSERT_TRUE(close());
    site.set_today(*Date::of(2026, 6, 17));
    auto context = site.as(officer);
    auto const reopened = reopen_case(context, {reference, "It began again on Sunday"});
    ASSERT_TRUE(reopened) << reopened.error().message();
    EXPECT_EQ(reopened->surveys_cancelled, 1);
    auto const now = file();
    EXPECT_EQ(now.state, State::open);
    EXPECT_EQ(now.reopened_count, 1);
    EXPECT_EQ(now.reopened_on, site.today());
    EXPECT_FALSE(now.outcome);
    EXPECT_FALSE(now.closed_on);
    // First contact: 5 working days from Wednesday 17 June.
    EXPECT_EQ(now.next_contact_by, *Date::of(2026, 6, 24));
    EXPECT_EQ(reopened->next_contact_by, now.next_contact_by);
    EXPECT_FALSE(open_items().empty());
    EXPECT_THAT(events(), Contains("case-reopened"));
    EXPECT_THAT(events(), Contains("survey-ended"));
}

TEST_F(ClosuresTest, are_reopened_only_with_a_reason_and_when_closed) {
    auto context = site.as(officer);
    EXPECT_EQ(reopen_case(context, {reference, " "}).error().code(), "reason-missing");
    EXPECT_EQ(reopen_case(context, {reference, std::string(1001, 'a')}).error().code(), "reason-too-long");
    EXPECT_EQ(reopen_case(context, {reference, "Again"}).error().code(), "case-open");
    auto const housing = site.account(Role::housing_officer);
    auto other = site.as(housing);
    EXPECT_FALSE(reopen_case(other, {reference, "Again"}));
}

TEST_F(ClosuresTest, paused_a_case_keeps_every_clock) {
    auto const before = file().next_contact_by;
    auto context = site.as(officer);
    PauseCase const pause{reference, file().version, "The police are investigating", *Date::of(2026, 7, 1)};
    ASSERT_TRUE(pause_case(context, pause));
    EXPECT_EQ(file().state, State::paused);
    EXPECT_EQ(file().next_contact_by, before);
    EXPECT_EQ(file().paused_until, *Date::of(2026, 7, 1));
    bool reminded = false;
    for (auto const& item : open_items())
        reminded |= item.kind == domain::work::Kind::pause_ends && item.due_on == *Date::of(2026, 7, 1);
    EXPECT_TRUE(reminded);

    auto again = site.as(officer);
    ASSERT_TRUE(resume_case(again, reference));
    EXPECT_EQ(file().state, State::open);
    EXPECT_FALSE(file().paused_until);
    for (auto const& item : open_items()) EXPECT_NE(item.kind, domain::work::Kind::pause_ends);
    EXPECT_THAT(events(), Contains("case-resumed"));
    EXPECT_EQ(resume_case(again, reference).error().code(), "case-not-paused");
}

TEST_F(ClosuresTest, pauses_are_refused_without_reason_or_day_and_for_changed_or_waiting_cases) {
    auto context = site.as(officer);
    auto const july = *Date::of(2026, 7, 1);
    auto const version = file().version;
    EXPECT_EQ(pause_case(context, {reference, version, "", july}).error().code(), "reason-missing");
    EXPECT_EQ(pause_case(context, {reference, version, "Police", site.today()}).error().code(),
              "until-not-in-future");
    EXPECT_EQ(pause_case(context, {reference, version - 1, "Police", july}).error().code(),
              "changed-meanwhile");
    make_ready();
    ASSERT_TRUE(close(closing(Outcome::unresolved)));
    EXPECT_EQ(pause_case(context, {reference, file().version, "Police", july}).error().code(),
              "closure-waits");
}

TEST_F(ClosuresTest, of_a_paused_case_end_the_pause) {
    make_ready();
    auto context = site.as(officer);
    ASSERT_TRUE(pause_case(
        context, {reference, file().version, "The police are investigating", *Date::of(2026, 7, 1)}));
    ASSERT_TRUE(close());
    EXPECT_FALSE(file().paused_until);
    EXPECT_EQ(file().pause_reason, "");
}

TEST_F(ClosuresTest, know_every_check_that_ships) {
    auto context = site.as(officer);
    for (auto const& entry : context.settings().list("closing-checks").all())
        EXPECT_TRUE(domain::closures::check_of(entry.code, entry.label, entry.detail("needs"),
                                               entry.detail("weight")))
            << entry.code;
}

}  // namespace
}  // namespace doorstep::usecases::closures
