#include "usecases/surveys/at_closure.h"

#include <gtest/gtest.h>

#include "storage/surveys.h"
#include "support/site/closed_case.h"

namespace doorstep::usecases::surveys {
namespace {

using domain::surveys::State;

class AtClosure : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026

    std::vector<domain::surveys::Survey> surveys(domain::cases::CaseFile const& file) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return storage::surveys::of_case(tx, file.id); });
    }
};

TEST_F(AtClosure, a_survey_falls_due_a_month_later_for_each_complainant) {
    auto const closed =
        test::closed_case(site, {.of_case = {.complainants = 2}, .closed_on = Date::of(2026, 5, 31)});
    auto const made = surveys(closed.file);
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0].due_on, Date::of(2026, 6, 30)) << "June has no 31st";
    EXPECT_EQ(made[0].state, State::due);
    EXPECT_FALSE(made[0].set_version);
    EXPECT_EQ(made[0].category, "noise");
    EXPECT_EQ(site.events_of(closed.file.id.text()),
              (std::vector<std::string>{"case-opened", "survey-due", "survey-due"}));
}

TEST_F(AtClosure, nobody_is_asked_who_asked_us_to_stop) {
    auto closed = test::closed_case(site);
    closed.survey.stop_asking = true;
    site.database().write([&](storage::sql::Write& tx) { storage::surveys::update(tx, closed.survey); });
    closed.file.closed_on = site.today();
    auto context = site.as_system();
    auto const& settings = context.settings();
    int made = -1;
    ASSERT_TRUE(context.change([&](Change& change) -> Expected<Done> {
        made = make_surveys_due(change, settings, closed.file);
        change.record(closed.file.id, domain::events::case_closed, closed.file.id.text());
        return Done{};
    }));
    EXPECT_EQ(made, 0);
}

TEST_F(AtClosure, reopening_cancels_what_nobody_has_answered) {
    auto const closed = test::closed_case(site);
    auto context = site.as_system();
    int cancelled = 0;
    ASSERT_TRUE(context.change([&](Change& change) -> Expected<Done> {
        cancelled = cancel_surveys(change, closed.file);
        return Done{};
    }));
    EXPECT_EQ(cancelled, 1);
    EXPECT_EQ(surveys(closed.file).front().state, State::cancelled);
    EXPECT_EQ(site.events_of(closed.file.id.text()).back(), "survey-ended");
}

}  // namespace
}  // namespace doorstep::usecases::surveys
