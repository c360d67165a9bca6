#include <gtest/gtest.h>

#include <map>

#include "figures/figure_words.h"
#include "figures/history.h"
#include "figures/small_numbers.h"
#include "legal/measures.h"
#include "usecases/figures/view_figures.h"
#include "usecases/settings.h"

/// Somebody who reads every page of the public figures and subtracts one from the other.
namespace doorstep::test {
namespace {

using domain::figures::Way;
using figures::Readers;
using usecases::figures::FiguresView;

/// What a public reader learns of one period: a number, or nothing.
struct Published {
    std::map<std::string, std::optional<std::int64_t>> counts;  ///< by measure
    std::map<std::string, std::map<std::string, std::optional<std::int64_t>>> parts;
    std::optional<std::int64_t> resolved;
    std::optional<std::int64_t> since_april;
};

class Differencing : public ::testing::Test {
  protected:
    TestSite site;  // 10 June 2026
    int smallest = 0;

    Published read(FiguresView const& view) {
        Published seen;
        smallest = view.asked.smallest;
        for (auto const& row : view.rows) {
            auto const& measure = *row.measure;
            auto const words = figures::figure_words(measure, row.now, Readers::everyone, smallest);
            auto const shown = words.is_number ? std::optional(row.now.counted) : std::nullopt;
            if (measure.way == Way::count || measure.way == Way::open) seen.counts[measure.id] = shown;
            if (measure.id == "resolved") seen.resolved = shown;
            if (measure.way == Way::rate) seen.since_april = shown;
            if (measure.way != Way::count) continue;
            std::vector<std::int64_t> counts;
            for (auto const& part : row.now.parts) counts.push_back(part.count);
            auto const hidden = figures::held_back(counts, smallest);
            for (std::size_t n = 0; n < counts.size(); ++n)
                seen.parts[measure.id][row.now.parts[n].code] =
                    hidden[n] ? std::nullopt : std::optional(counts[n]);
        }
        return seen;
    }
    Published published(std::string const& period) {
        auto context = site.as_system();
        auto const view = usecases::figures::view_performance(context, period);
        EXPECT_TRUE(view) << period;
        return view ? read(*view) : Published();
    }
    bool is_secret(std::int64_t count) const { return count > 0 && count < smallest; }
};

TEST_F(Differencing, of_any_two_public_pages_gives_away_no_small_number) {
    auto const places = make_places(site);
    std::mt19937 random(31);
    int hidden_counts = 0;
    // A small landlord: quarters with a handful of cases, some with none.
    store(site, random_history(random, *Date::of(2024, 4, 1), site.today(), 60), places);
    auto context = site.as_system();
    for (int const year_start : {2024, 2025}) {
        auto const year = published(figures::year_period(year_start).code);
        std::vector<Published> quarters;
        std::vector<std::map<std::string, figures::Figure>> truth;
        for (int n = 1; n <= 4; ++n) {
            auto const period = figures::quarter_period({year_start, n});
            quarters.push_back(published(period.code));
            usecases::figures::ComputedFigures const computed(context.read(), context.settings(), {period},
                                                              site.today());
            auto& all = truth.emplace_back();
            for (auto const& measure : legal::measures())
                if (measure.is_public) all[measure.id] = computed.of(measure, 0);
        }
        EXPECT_TRUE(year.parts.empty()) << "parts of a year, with three quarters, give the fourth";
        for (auto const& [measure, total] : year.counts) {
            // The year less three quarters.
            int unknown = 0;
            for (auto const& quarter : quarters) unknown += !quarter.counts.at(measure);
            hidden_counts += unknown;
            if (measure != "open-at-end" && total) {
                EXPECT_NE(unknown, 1) << measure << " of " << year_start;
            }
        }
        for (std::size_t n = 0; n < quarters.size(); ++n) {
            auto const& quarter = quarters[n];
            // All less the other parts, where all is known.
            for (auto const& [measure, parts] : quarter.parts) {
                int unknown = 0;
                for (auto const& [code, count] : parts) unknown += !count;
                if (quarter.counts.at(measure)) {
                    EXPECT_NE(unknown, 1) << measure;
                }
                for (auto const& [code, count] : parts) {
                    if (count) {
                        EXPECT_FALSE(is_secret(*count)) << measure << " " << code;
                    }
                }
            }
            // Closed less closed as resolved.
            if (quarter.resolved && quarter.counts.at("closed")) {
                EXPECT_FALSE(is_secret(*quarter.counts.at("closed") - *quarter.resolved));
            }
            // What is open now less what was open before, and what went.
            auto const& opened = truth[n]["opened"];
            if (is_secret(opened.counted)) {
                EXPECT_FALSE(quarter.counts.at("opened"));
                EXPECT_FALSE(quarter.counts.at("open-at-end"));
                EXPECT_FALSE(quarter.since_april) << "the rate since April less the one before it";
            }
        }
    }
    EXPECT_GT(hidden_counts, 0) << "there was nothing to attack";
}

}  // namespace
}  // namespace doorstep::test
