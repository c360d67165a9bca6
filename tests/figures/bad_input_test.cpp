#include <gtest/gtest.h>

#include "base/embedded.h"
#include "figures/reporting_period.h"
#include "legal/measures.h"
#include "legal/paper_template.h"
#include "storage/settings.h"
#include "storage/surveys.h"
#include "support/site/closed_case.h"
#include "usecases/closures/reopen_case.h"
#include "usecases/figures/compute.h"
#include "usecases/figures/counted_days.h"
#include "usecases/papers/write_paper.h"
#include "usecases/surveys/call.h"
#include "usecases/surveys/online.h"

/// What people do to records after they were counted: each is handled, and the figures say so.
namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::surveys::State;
using figures::Figure;

storage::sql::Query const move_closing{"test.move_closing",
                                       "UPDATE case_spell SET ended_on = :day WHERE case_file_id = :file"};

class AfterTheCount : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override {
        require_engine(GetParam());
        site = std::make_unique<TestSite>(GetParam());  // Wednesday 10 June 2026
        officer = site->account(Role::asb_officer);
        manager = site->account(Role::asb_manager);
        caller = site->account(Role::business_support);
    }
    Expected<usecases::surveys::SurveyCompleted> answer(std::string id, std::string first_contact) {
        auto context = site->as(caller);
        return usecases::surveys::complete_survey(
            context, {.id = std::move(id),
                      .seen_version = {},
                      .way = domain::surveys::Way::paper,
                      .answers = {{"first-contact", std::move(first_contact), ""}}});
    }
    Figure figure(std::string_view measure, std::string_view period) {
        auto context = site->as_system();
        usecases::figures::ComputedFigures const computed(context.read(), context.settings(),
                                                          {*figures::parse_period(period)}, site->today());
        return computed.of(*legal::find_measure(measure), 0);
    }
    void count_days() {
        auto context = site->as_system();
        usecases::figures::count_days(context);
    }
    domain::surveys::Survey stored(ClosedCase const& made) {
        return *site->database().read(
            [&](storage::sql::Read& tx) { return storage::surveys::find(tx, made.survey.id); });
    }
    std::string freeze() {
        auto drafting = site->as(manager);
        auto const id =
            std::string(usecases::papers::draft_paper(drafting, {.period = "2025-26-Q4",
                                                                 .board_name = "Board",
                                                                 .meeting_on = *Date::of(2026, 7, 9),
                                                                 .title = "Q4",
                                                                 .author_role = "Manager",
                                                                 .recommendation = "To note",
                                                                 .report_part = "Part B"})
                            ->text());
        for (auto const& one : legal::board_paper_template().implications) {
            auto with = site->as(manager);
            EXPECT_TRUE(usecases::papers::write_section(
                with, {.id = id, .code = "implications." + one.code, .answer = false, .words = ""}));
        }
        auto freezing = site->as(manager);
        EXPECT_TRUE(usecases::papers::send_for_approval(freezing, id));
        return id;
    }

    std::unique_ptr<TestSite> site;
    domain::accounts::Account officer, manager, caller;
};

TEST_P(AfterTheCount, a_survey_answered_twice_counts_once_whichever_way_was_first) {
    auto const made = closed_case(*site, {.of_case = {.owner = officer.id}});
    auto const id = std::string(made.survey.id.text());
    auto linking = site->as(caller);
    auto const link = usecases::surveys::make_survey_link(linking, id);
    ASSERT_TRUE(link);
    ASSERT_TRUE(answer(id, "yes"));
    auto online = site->as_public();
    EXPECT_EQ(
        usecases::surveys::view_online_survey(online, link->substr(link->rfind('/') + 1)).error().code(),
        "link-expired");
    EXPECT_EQ(answer(id, "no").error().code(), "survey-over");
    auto const said = figure("first-contact-said", "2026-06");
    EXPECT_EQ(said.counted, 1);
    EXPECT_EQ(said.base, 1);
}

TEST_P(AfterTheCount, a_case_reopened_after_its_survey_keeps_what_was_said_and_closed_and_is_asked_again) {
    auto const made = closed_case(*site, {.of_case = {.owner = officer.id}});
    auto const other = closed_case(*site, {.of_case = {.owner = officer.id}});
    ASSERT_TRUE(answer(std::string(made.survey.id.text()), "yes"));
    count_days();
    for (auto const& one : {made, other}) {
        auto context = site->as(officer);
        ASSERT_TRUE(usecases::closures::reopen_case(
            context, {.reference = one.file.reference, .reason = "It began again"}));
    }
    EXPECT_EQ(stored(made).state, State::completed);
    EXPECT_EQ(stored(other).state, State::cancelled) << "nobody asks how it was while it goes on";
    EXPECT_EQ(figure("first-contact-said", "2026-06").counted, 1);
    EXPECT_EQ(figure("closed", "2026-05").counted, 2) << "they were closed then";
    EXPECT_EQ(figure("reopened", "2026-06").counted, 2);
    EXPECT_EQ(figure("survey-response", "2026-06").base, 1) << "a cancelled one is not asked";
}

TEST_P(AfterTheCount, a_closing_moved_to_another_quarter_is_named_by_the_frozen_paper) {
    auto const made =
        closed_case(*site, {.of_case = {.owner = officer.id}, .closed_on = Date::of(2026, 3, 20)});
    count_days();
    EXPECT_EQ(figure("closed", "2025-26-Q4").counted, 1);
    auto const id = freeze();
    auto checking = site->as(manager);
    EXPECT_TRUE(usecases::papers::check_paper_edition(checking, id)->differences.empty());
    site->database().write([&](storage::sql::Write& tx) {
        tx.run(move_closing, {{"day", *Date::of(2026, 4, 2)}, {"file", made.file.id}});
    });
    EXPECT_EQ(figure("closed", "2025-26-Q4").counted, 0) << "kept days do not outlive it";
    EXPECT_EQ(figure("open-at-end", "2025-26-Q4").counted, 1);
    EXPECT_EQ(figure("closed", "2026-27-Q1").counted, 1);
    count_days();
    EXPECT_EQ(figure("open-at-end", "2025-26-Q4").counted, 1);
    auto again = site->as(manager);
    auto const found = usecases::papers::check_paper_edition(again, id)->differences;
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](auto const& one) {
        return one.measure == "Cases closed" && one.frozen == "1" && one.counted == "0";
    })) << found.size();
}

/// The survey's questions of today but the one about the plan, from this day.
void withdraw_plan_question(TestSite& site, Date from) {
    std::string body;
    for (auto const& file : embedded_files("standards/questions/"))
        if (file.name.ends_with("survey_2.toml")) body = file.content;
    auto const at = body.find("[[question]]\ncode = \"plan-agreed\"");
    ASSERT_NE(at, std::string::npos);
    body.erase(at, body.find("[[question]]", at + 5) - at);
    body.replace(body.find("version = 2"), 11, "version = 3");
    body.replace(body.find("in_use_from = 2024-04-01"), 24, "in_use_from = " + from.iso());
    site.database().write([&](storage::sql::Write& tx) {
        storage::settings::insert(tx, storage::settings::StoredQuestionSet{.code = "survey",
                                                                           .version = 3,
                                                                           .body = body,
                                                                           .in_use_from = from,
                                                                           .published_by = {},
                                                                           .published_at = site.clock.now()});
        usecases::mark_settings_changed(tx, site.clock.now());
    });
    site.settings().reload();
}

TEST_P(AfterTheCount,
       a_question_withdrawn_in_the_middle_of_a_quarter_keeps_its_answers_and_is_asked_no_more) {
    auto const early = closed_case(*site, {.of_case = {.owner = officer.id}});
    auto const begun = closed_case(*site, {.of_case = {.owner = officer.id}});
    auto const late = closed_case(*site, {.of_case = {.owner = officer.id}});
    auto const complete = [&](ClosedCase const& made) {
        auto context = site->as(caller);
        return usecases::surveys::complete_survey(context, {.id = std::string(made.survey.id.text()),
                                                            .seen_version = {},
                                                            .way = domain::surveys::Way::paper,
                                                            .answers = {{"plan-agreed", "yes", ""}}});
    };
    ASSERT_TRUE(complete(early));
    auto starting = site->as(caller);
    ASSERT_TRUE(usecases::surveys::start_call(starting, begun.survey.id.text(), domain::surveys::Way::paper));
    site->set_today(*Date::of(2026, 6, 15));
    withdraw_plan_question(*site, *Date::of(2026, 6, 15));
    EXPECT_TRUE(complete(begun)) << "a call is asked to its end with the questions it began with";
    EXPECT_EQ(complete(late).error().code(), "question-unknown");
    auto const said = figure("plan-agreed-said", "2026-27-Q1");
    EXPECT_TRUE(said.is_collected);
    EXPECT_EQ(said.counted, 2);
    EXPECT_EQ(said.base, 2);
}

INSTANTIATE_TEST_SUITE_P(both, AfterTheCount,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
