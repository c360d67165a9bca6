#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>

#include "documents/report/report.h"
#include "figures/figure_words.h"
#include "figures/history.h"
#include "legal/measures.h"
#include "storage/sql/database.h"
#include "usecases/papers/paper_report.h"
#include "usecases/papers/view_paper.h"

/// Every number of a board paper, against the slowest and plainest count of made-up histories.
namespace doorstep::test {
namespace {

using domain::figures::Measure;
using domain::figures::Way;

/// DOORSTEP_PAPER_HISTORIES=1000 counts more of them.
int histories() {
    auto const* wanted = std::getenv("DOORSTEP_PAPER_HISTORIES");
    return wanted == nullptr ? 12 : std::max(1, std::atoi(wanted));
}

bool is_counted_by_hand(Measure const& measure) {
    return measure.id != "comments" && measure.way != Way::rate;
}

void expect_every_figure(usecases::papers::PaperFigures const& paper, History const& history, Date today) {
    std::vector<figures::ReportingPeriod> periods;
    for (auto const* list : {&paper.quarters, &paper.months, &paper.years, &paper.earlier})
        periods.insert(periods.end(), list->begin(), list->end());
    for (auto const& measure : legal::measures()) {
        if (!is_counted_by_hand(measure)) continue;
        for (auto const& period : periods) {
            auto const figure = paper.of(measure.id, period);
            auto const expected = recount(history, measure.id, period.days, today);
            if (!figure.is_collected) {
                EXPECT_EQ(expected.counted + expected.base, 0) << measure.id << " in " << period.words;
                continue;
            }
            EXPECT_EQ(measure.way == Way::days ? 0 : figure.counted, expected.counted)
                << measure.id << " in " << period.words;
            EXPECT_EQ(figure.base, expected.base) << measure.id << " in " << period.words;
            std::map<std::string, std::int64_t> parts;
            for (auto const& part : figure.parts) parts[part.code] = part.count;
            EXPECT_EQ(parts, expected.parts) << measure.id << " in " << period.words;
            if (figure.days) {
                EXPECT_EQ(figure.days->sum, std::accumulate(expected.days.begin(), expected.days.end(), 0LL));
            }
        }
    }
}

/// What the table of opened and closed prints.
void expect_printed(usecases::papers::PaperView const& view, usecases::Settings const& settings,
                    History const& history, Date today) {
    auto const report = usecases::papers::paper_report(view, settings);
    for (auto const* chart : documents::charts_of(report)) {
        if (chart->id != "chart-opened-closed") continue;
        for (std::size_t n = 0; n < view.figures.quarters.size(); ++n) {
            auto const& quarter = view.figures.quarters[n];
            if (!view.figures.of("opened", quarter).is_collected) continue;
            EXPECT_EQ(chart->table.rows[n][1],
                      std::to_string(recount(history, "opened", quarter.days, today).counted));
            EXPECT_EQ(chart->table.rows[n][2],
                      std::to_string(recount(history, "closed", quarter.days, today).counted));
        }
    }
}

class PaperRecount : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override { require_engine(GetParam()); }
};

TEST_P(PaperRecount, gives_every_number_of_the_paper) {
    for (int n = 0; n < histories(); ++n) {
        SCOPED_TRACE("history " + std::to_string(n));
        TestSite site(GetParam());
        auto const places = make_places(site);
        std::mt19937 random(static_cast<std::uint32_t>(1000 + n));
        auto const history = random_history(random, *Date::of(2024, 4, 1), site.today(), 10 + n % 40);
        store(site, history, places);
        auto context = site.as_system();
        auto const view = usecases::papers::view_paper_of(context, n % 2 == 0 ? "2025-26-Q4" : "2025-26-Q3");
        ASSERT_TRUE(view) << view.error().message();
        expect_every_figure(view->figures, history, site.today());
        expect_printed(*view, context.settings(), history, site.today());
        if (HasFailure()) return;
    }
}

TEST_P(PaperRecount, costs_the_same_few_statements_whatever_there_is) {
    TestSite site(GetParam());
    auto const places = make_places(site);
    std::mt19937 random(5);
    store(site, random_history(random, *Date::of(2024, 4, 1), site.today(), 30), places);
    auto context = site.as_system();
    auto const before = storage::sql::statements_on_this_thread();
    ASSERT_TRUE(usecases::papers::view_paper_of(context, "2025-26-Q4"));
    EXPECT_LE(storage::sql::statements_on_this_thread() - before, 14);
}

INSTANTIATE_TEST_SUITE_P(both, PaperRecount,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
