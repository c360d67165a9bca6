#include "storage/surveys.h"

#include <gtest/gtest.h>

#include "base/clock.h"
#include "domain/accounts/account.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "support/databases.h"

namespace doorstep::storage::surveys {
namespace {

using domain::surveys::AttemptResult;
using domain::surveys::Way;

Date june(int day) { return *Date::of(2026, 6, day); }

class Surveys : public test::OnBothDatabases {
  protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped()) return;
        database().write([&](sql::Write& tx) {
            for (auto* account : {&officer, &caller}) {
                account->id = AccountId(ids.next());
                account->email = std::string(account->id.text()) + "@elmfield.example";
                accounts::insert(tx, *account, clock.now());
            }
            person.id = PersonId(ids.next());
            person.name = "Ana Silva";
            people::insert(tx, person, clock.now());
            file.id = CaseFileId(ids.next());
            file.reference = "ASB-26-00001";
            file.opened_on = file.raised_on = june(1);
            cases::insert(tx, file);
            part.id = CasePersonId(ids.next());
            part.case_file = file.id;
            part.person = person.id;
            part.joined_on = june(1);
            people::insert(tx, part);
        });
    }
    Survey made(Date closed_on = june(10)) {
        Survey survey;
        survey.id = SurveyId(ids.next());
        survey.case_file = file.id;
        survey.person = part.id;
        survey.closed_on = closed_on;
        survey.due_on = survey.next_try_on = closed_on.plus_months(1);
        survey.category = "noise";
        survey.owner = officer.id;
        database().write([&](sql::Write& tx) { insert(tx, survey); });
        return survey;
    }
    template <class Work>
    auto read(Work work) {
        return database().read([&](sql::Read& tx) { return work(tx); });
    }

    FixedClock clock{london_instant(june(10), {10, 0})};
    SeededIdSource ids{clock, 3};
    domain::accounts::Account officer;
    domain::accounts::Account caller;
    domain::people::Person person;
    domain::people::CasePerson part;
    domain::cases::CaseFile file;
};

TEST_P(Surveys, keep_everything_that_was_stored) {
    auto survey = made();
    survey.state = State::completed;
    survey.set_version = 2;
    survey.attempts = 3;
    survey.way = Way::telephone;
    survey.completed_on = june(30);
    survey.completed_by = caller.id;
    survey.next_try_on = june(30);
    ASSERT_TRUE(database().write([&](sql::Write& tx) { return update(tx, survey); }));
    auto const stored = read([&](sql::Read& tx) { return find(tx, survey.id); });
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->state, State::completed);
    EXPECT_EQ(stored->set_version, 2);
    EXPECT_EQ(stored->way, Way::telephone);
    EXPECT_EQ(stored->completed_by, caller.id);
    EXPECT_EQ(stored->owner, officer.id);
    EXPECT_EQ(stored->due_on, *Date::of(2026, 7, 10));
    EXPECT_EQ(stored->version, 2);
}

TEST_P(Surveys, refuse_a_stale_change) {
    auto survey = made();
    auto stale = survey;
    survey.attempts = 1;
    ASSERT_TRUE(database().write([&](sql::Write& tx) { return update(tx, survey); }));
    EXPECT_FALSE(database().write([&](sql::Write& tx) { return update(tx, stale); }));
}

TEST_P(Surveys, are_made_once_for_a_person_and_closing) {
    made();
    made();
    made(june(20));  // closed again
    EXPECT_EQ(read([&](sql::Read& tx) { return of_case(tx, file.id).size(); }), 2U);
}

TEST_P(Surveys, of_a_reopened_case_are_cancelled_unless_they_were_answered) {
    auto done = made();
    done.state = State::completed;
    database().write([&](sql::Write& tx) { update(tx, done); });
    auto const open = made(june(20));
    auto const cancelled = database().write([&](sql::Write& tx) { return cancel_open_of_case(tx, file.id); });
    EXPECT_EQ(cancelled, std::vector{open.id});
    EXPECT_EQ(read([&](sql::Read& tx) { return find(tx, done.id); })->state, State::completed);
    EXPECT_EQ(read([&](sql::Read& tx) { return find(tx, open.id); })->state, State::cancelled);
}

TEST_P(Surveys, remember_for_the_person_that_they_asked_us_to_stop) {
    auto survey = made();
    auto const stopped = [&] { return read([&](sql::Read& tx) { return asked_us_to_stop(tx, person.id); }); };
    EXPECT_FALSE(stopped());
    survey.stop_asking = true;
    database().write([&](sql::Write& tx) { update(tx, survey); });
    EXPECT_TRUE(stopped());
}

TEST_P(Surveys, know_who_worked_on_the_case) {
    auto const handled = [&](AccountId who) {
        return read([&](sql::Read& tx) { return has_handled(tx, file.id, who); });
    };
    EXPECT_FALSE(handled(caller.id));
    database().write([&](sql::Write& tx) { cases::add_handler(tx, file.id, caller.id, clock.now()); });
    EXPECT_TRUE(handled(caller.id));
    EXPECT_FALSE(handled(officer.id));
    file.owner = officer.id;
    database().write([&](sql::Write& tx) { cases::update(tx, file); });
    EXPECT_TRUE(handled(officer.id)) << "the owner, even before they did anything";
}

TEST_P(Surveys, keep_every_try) {
    auto const survey = made();
    for (int day : {14, 15})
        database().write([&](sql::Write& tx) {
            insert(tx, Attempt{.id = std::string(ids.next().text()),
                               .survey = survey.id,
                               .tried_at = london_instant(june(day), {9, 30}),
                               .tried_on = june(day),
                               .tried_by = caller.id,
                               .result = AttemptResult::no_answer,
                               .note = "Rang twice",
                               .next_try_on = june(day + 2)});
        });
    auto const attempts = read([&](sql::Read& tx) { return attempts_of(tx, survey.id); });
    ASSERT_EQ(attempts.size(), 2U);
    EXPECT_EQ(attempts[1].attempt.tried_on, june(15));
    EXPECT_EQ(attempts[1].attempt.next_try_on, june(17));
    EXPECT_EQ(attempts[0].attempt.note, "Rang twice");
}

TEST_P(Surveys, keep_the_last_answer_to_a_question) {
    auto const survey = made();
    database().write([&](sql::Write& tx) {
        put_answer(tx, survey.id, {.question = "handling", .wording = 1, .option = "very-well", .words = ""});
        put_answer(tx, survey.id,
                   {.question = "handling", .wording = 1, .option = "neither", .words = "So so"});
        put_answer(tx, survey.id, {.question = "channel", .wording = 1, .option = "", .words = ""});
    });
    auto const answers = read([&](sql::Read& tx) { return answers_of(tx, survey.id); });
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[1].option, "neither");
    EXPECT_EQ(answers[1].words, "So so");
    EXPECT_EQ(answers[0].option, "");
}

DOORSTEP_ON_BOTH_DATABASES(Surveys);

}  // namespace
}  // namespace doorstep::storage::surveys
