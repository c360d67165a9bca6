#include <gtest/gtest.h>

#include <numeric>

#include "figures/history.h"
#include "legal/measures.h"
#include "usecases/figures/compute.h"

namespace doorstep::test {
namespace {

using domain::figures::Dimension;
using domain::figures::Measure;
using domain::figures::Way;
using figures::Figure;
using figures::ReportingPeriod;
using usecases::figures::ComputedFigures;
using usecases::figures::MeasureFigures;

/// Comments and the rate have tests of their own.
bool is_recounted(Measure const& measure) { return measure.way != Way::rate; }

Recount as_recount(Measure const& measure, Figure const& figure) {
    Recount found{.counted = figure.counted, .base = figure.base, .parts = {}, .days = {}};
    for (auto const& part : figure.parts) found.parts[part.code] = part.count;
    if (measure.way == Way::days) found.counted = 0;
    return found;
}

class RandomHistory : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override { require_engine(GetParam()); }
};

TEST_P(RandomHistory, is_counted_as_by_hand) {
    TestSite site(GetParam());
    auto const places = make_places(site);
    std::mt19937 random(20260610);
    auto const from = *Date::of(2024, 4, 1);
    auto const history = random_history(random, from, site.today(), 300);
    store(site, history, places);

    std::vector<ReportingPeriod> periods;
    for (auto const* code : {"2026-27-Q1", "2025-26-Q4", "2025-26-Q1", "2025-26-Q3-YTD", "2024-25", "2026-02",
                             "2026-02-14..2026-05-03", "2026-03-31..2026-03-31"})
        periods.push_back(*figures::parse_period(code));
    auto context = site.as_system();
    auto const& settings = context.settings();
    ComputedFigures const all(context.read(), settings, periods, site.today());
    for (auto const& measure : legal::measures()) {
        if (!is_recounted(measure)) continue;
        MeasureFigures const alone(context.read(), settings, measure, periods, site.today(), all.first_day(),
                                   {});
        for (std::size_t n = 0; n < periods.size(); ++n) {
            auto const figure = all.of(measure, n);
            EXPECT_EQ(alone.of(n), figure) << measure.id << " alone in " << periods[n].words;
            auto expected = recount(history, measure.id, periods[n].days, site.today());
            if (figure.days) {
                EXPECT_EQ(figure.days->sum, std::accumulate(expected.days.begin(), expected.days.end(), 0LL));
                EXPECT_EQ(figure.days->longest, expected.days.back());
                auto const size = expected.days.size();
                EXPECT_DOUBLE_EQ(
                    figure.days->median,
                    static_cast<double>(expected.days[(size - 1) / 2] + expected.days[size / 2]) / 2);
            }
            expected.days.clear();
            auto const found = as_recount(measure, figure);
            EXPECT_EQ(found.counted, expected.counted) << measure.id << " in " << periods[n].words;
            EXPECT_EQ(found.base, expected.base) << measure.id << " in " << periods[n].words;
            EXPECT_EQ(found.parts, expected.parts) << measure.id << " in " << periods[n].words;
        }
    }
}

TEST_P(RandomHistory, adds_up_in_every_month) {
    TestSite site(GetParam());
    auto const places = make_places(site);
    std::mt19937 random(7);
    auto const history = random_history(random, *Date::of(2024, 4, 1), site.today(), 250);
    store(site, history, places);
    auto context = site.as_system();
    auto const periods = figures::periods_up_to(figures::month_period(site.today()), 26);
    ComputedFigures const all(context.read(), context.settings(), periods, site.today());
    std::int64_t open_before = 0;
    for (std::size_t n = 0; n < periods.size(); ++n) {
        auto const r = all.reconciliation(n);
        EXPECT_EQ(r.difference(), 0) << periods[n].words << ": " << figures::reconciliation_words(r);
        EXPECT_TRUE(n == 0 || r.open_at_start == open_before) << periods[n].words;
        open_before = r.open_at_end;
    }
    EXPECT_TRUE(storage::figures::spell_problems(
                    context.read(), storage::case_scope(context.viewer, domain::access::Action::see_figures))
                    .empty());
}

TEST_P(RandomHistory, broken_down_gives_the_whole_again) {
    TestSite site(GetParam());
    auto const places = make_places(site);
    std::mt19937 random(99);
    auto const history = random_history(random, *Date::of(2025, 4, 1), site.today(), 200);
    store(site, history, places);
    auto context = site.as_system();
    auto const& settings = context.settings();
    auto const quarter = *figures::parse_period("2025-26-Q4");
    ComputedFigures const all(context.read(), settings, {quarter}, site.today());
    for (auto const& measure : legal::measures()) {
        if (measure.way == Way::rate) continue;
        auto const whole = all.of(measure, 0);
        for (auto const& by : all_of<Dimension>()) {
            std::int64_t counted = 0;
            std::int64_t base = 0;
            for (auto const& group : usecases::figures::figures_by(context.read(), settings, measure,
                                                                   by.value, quarter, site.today())) {
                counted += group.figure.counted;
                base += group.figure.base;
                EXPECT_FALSE(group.label.empty());
            }
            EXPECT_EQ(counted, whole.counted) << measure.id << " by " << by.name;
            EXPECT_EQ(base, whole.base) << measure.id << " by " << by.name;
        }
    }
}

TEST_P(RandomHistory, months_add_up_to_the_quarter) {
    TestSite site(GetParam());
    auto const places = make_places(site);
    std::mt19937 random(4);
    store(site, random_history(random, *Date::of(2025, 4, 1), site.today(), 150), places);
    auto context = site.as_system();
    std::vector<ReportingPeriod> periods{*figures::parse_period("2025-26-Q4")};
    for (auto const* month : {"2026-01", "2026-02", "2026-03"})
        periods.push_back(*figures::parse_period(month));
    ComputedFigures const all(context.read(), context.settings(), periods, site.today());
    for (auto const& measure : legal::measures()) {
        if (measure.way == Way::open || measure.way == Way::rate) continue;
        std::int64_t counted = 0;
        std::int64_t base = 0;
        for (std::size_t n = 1; n < periods.size(); ++n) {
            counted += all.of(measure, n).counted;
            base += all.of(measure, n).base;
        }
        EXPECT_EQ(counted, all.of(measure, 0).counted) << measure.id;
        EXPECT_EQ(base, all.of(measure, 0).base) << measure.id;
    }
}

INSTANTIATE_TEST_SUITE_P(both, RandomHistory,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
