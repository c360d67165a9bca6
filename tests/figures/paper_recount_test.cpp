#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>

#include "documents/report/report.h"
#include "figures/figure_words.h"
#include "figures/history.h"
#include "legal/measures.h"
#include "storage/sql/database.h"
#include "usecases/figures/counted_days.h"
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
    return wanted == nullptr ? 30 : std::max(1, std::atoi(wanted));
}

constexpr std::int64_t homes = 4321;

Date april_before(Date day) { return *Date::of(day.month() < 4 ? day.year() - 1 : day.year(), 4, 1); }

Recount by_hand(History const& history, Measure const& measure, Period days, Date today) {
    if (measure.way != Way::rate) return recount(history, measure.id, days, today);
    auto rate = recount(history, "opened", {april_before(days.until.plus_days(-1)), days.until}, today);
    rate.base = homes;
    return rate;
}

void expect_figure(Measure const& measure, figures::Figure const& figure, Recount const& expected) {
    EXPECT_EQ(measure.way == Way::days ? 0 : figure.counted, expected.counted);
    EXPECT_EQ(figure.base, expected.base);
    std::map<std::string, std::int64_t> parts;
    for (auto const& part : figure.parts) parts[part.code] = part.count;
    EXPECT_EQ(parts, expected.parts);
    if (figure.days) {
        EXPECT_EQ(figure.days->sum, std::accumulate(expected.days.begin(), expected.days.end(), 0LL));
    }
}

void expect_every_figure(usecases::papers::PaperFigures const& paper, History const& history, Date today) {
    std::vector<figures::ReportingPeriod> periods;
    for (auto const* list : {&paper.quarters, &paper.months, &paper.years, &paper.earlier})
        periods.insert(periods.end(), list->begin(), list->end());
    for (auto const& measure : legal::measures())
        for (auto const& period : periods) {
            SCOPED_TRACE(measure.id + " in " + period.words);
            auto const figure = paper.of(measure.id, period);
            auto const expected = by_hand(history, measure, period.days, today);
            if (figure.is_collected) {
                expect_figure(measure, figure, expected);
            } else {
                EXPECT_EQ(expected.counted + (measure.way == Way::rate ? 0 : expected.base), 0);
            }
        }
}

/// Every comment by its kind and what it is about.
void expect_comments(usecases::papers::PaperFigures const& paper, History const& history) {
    std::map<std::pair<std::string, std::string>, std::int64_t> expected;
    auto const days = paper.now().days;
    for (auto const& made : history.cases)
        for (auto const& survey : made.surveys)
            for (auto const& comment : survey.comments)
                if (days.from <= comment.said_on && comment.said_on < days.until)
                    ++expected[{comment.kind, comment.category}];
    std::map<std::pair<std::string, std::string>, std::int64_t> counted;
    for (auto const& one : paper.comments)
        counted[{std::string(name_of(one.kind)), one.category}] = one.count;
    EXPECT_EQ(counted, expected);
}

/// What the tables print, cell by cell, of those that show whole numbers.
void expect_printed(usecases::papers::PaperView const& view, usecases::Settings const& settings,
                    History const& history, Date today) {
    auto const report = usecases::papers::paper_report(view, settings);
    std::map<std::string, std::vector<std::string>> const measures_of{
        {"chart-opened-closed", {"opened", "closed"}},
        {"chart-interventions", {"legal-interventions", "other-interventions"}},
        {"chart-contacts-quarter", {"contacts"}},
        {"chart-contacts-month", {"contacts"}}};
    int looked_at = 0;
    for (auto const* chart : documents::charts_of(report)) {
        auto const measures = measures_of.find(chart->id);
        if (measures == measures_of.end()) continue;
        ++looked_at;
        auto const& periods =
            chart->id == "chart-contacts-month" ? view.figures.months : view.figures.quarters;
        for (std::size_t row = 0; row < periods.size(); ++row)
            for (std::size_t column = 0; column < measures->second.size(); ++column) {
                auto const& id = measures->second[column];
                if (!view.figures.of(id, periods[row]).is_collected) continue;
                auto const counted = recount(history, id, periods[row].days, today).counted;
                EXPECT_EQ(chart->table.rows.at(row).at(column + 1),
                          counted == 0 ? "0" : std::to_string(counted))
                    << id << " in " << periods[row].words;
            }
    }
    EXPECT_EQ(looked_at, 4);
}

class PaperRecount : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override { require_engine(GetParam()); }
};

void set_homes(TestSite& site) {
    site.database().write(
        [](storage::sql::Write& tx) { usecases::set_site_value(tx, "homes", std::to_string(homes)); });
    site.settings().reload();
}

/// One site for all of them: making accounts takes a hundred times as long as counting. Every eighth history
/// is counted with days kept, which the next one makes the database forget.
TEST_P(PaperRecount, gives_every_number_of_the_paper) {
    TestSite site(GetParam());
    auto const places = make_places(site);
    set_homes(site);
    for (int n = 0; n < histories(); ++n) {
        SCOPED_TRACE("history " + std::to_string(n));
        clear(site);
        std::mt19937 random(static_cast<std::uint32_t>(1000 + n));
        auto const history = random_history(random, *Date::of(2024, 4, 1), site.today(), 10 + n % 40);
        store(site, history, places);
        auto context = site.as_system();
        if (n % 8 == 1) usecases::figures::count_days(context);
        auto const view = usecases::papers::view_paper_of(context, n % 4 < 2 ? "2025-26-Q4" : "2025-26-Q3");
        ASSERT_TRUE(view) << view.error().message();
        expect_every_figure(view->figures, history, site.today());
        expect_comments(view->figures, history);
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
    EXPECT_LE(storage::sql::statements_on_this_thread() - before, 8);
}

INSTANTIATE_TEST_SUITE_P(both, PaperRecount,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
