#include "usecases/figures/view_behind.h"

#include <gtest/gtest.h>

#include <set>

#include "figures/history.h"
#include "legal/measures.h"
#include "usecases/figures/view_figures.h"
#include "usecases/figures/view_measure.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::figures::Dimension;
using domain::figures::Way;
using usecases::figures::BehindQuery;
using usecases::figures::Which;

/// What a measure's list must be as long as.
std::int64_t size_of(domain::figures::Measure const& measure, figures::Figure const& figure) {
    return measure.way == Way::share || measure.way == Way::said || measure.way == Way::days ? figure.base
                                                                                             : figure.counted;
}

class BehindFigures : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override {
        require_engine(GetParam());
        site = std::make_unique<TestSite>(GetParam());
        places = std::make_unique<Places>(make_places(*site));
        std::mt19937 random(31);
        store(*site, random_history(random, *Date::of(2025, 4, 1), site->today(), 200), *places);
    }
    std::unique_ptr<TestSite> site;
    std::unique_ptr<Places> places;
};

TEST_P(BehindFigures, every_list_is_as_long_as_its_figure) {
    auto context = site->as_system();
    auto const view = usecases::figures::view_figures(context, {.period = "2025-26-Q4"});
    ASSERT_TRUE(view) << view.error().message();
    for (auto const& row : view->rows) {
        if (row.measure->way == Way::rate) continue;
        auto const& id = row.measure->id;
        auto const list = [&](BehindQuery query) {
            query.figures.period = "2025-26-Q4";
            auto const behind = usecases::figures::view_behind(context, id, query);
            EXPECT_TRUE(behind) << behind.error().message();
            return behind->all;
        };
        EXPECT_EQ(list({}), size_of(*row.measure, row.now)) << id;
        if (row.measure->way == Way::share || row.measure->way == Way::said) {
            EXPECT_EQ(list({.which = Which::counted}), row.now.counted) << id;
            EXPECT_EQ(list({.which = Which::not_counted}), row.now.base - row.now.counted) << id;
        }
        for (auto const& part : row.now.parts) EXPECT_EQ(list({.part = part.code}), part.count) << id;
        for (auto const& by : all_of<Dimension>())
            for (auto const& group :
                 usecases::figures::figures_by(context.read(), context.settings(), *row.measure, by.value,
                                               view->asked.period, context.today))
                EXPECT_EQ(list({.by = by.value, .group = group.code}), size_of(*row.measure, group.figure))
                    << id << " by " << by.name << " " << group.label;
    }
}

TEST_P(BehindFigures, areas_and_types_add_up_to_the_whole) {
    auto context = site->as_system();
    auto const whole = usecases::figures::view_figures(context, {.period = "2025-26-Q4"});
    ASSERT_TRUE(whole);
    for (auto const& row : whole->rows) {
        if (row.measure->way == Way::rate) continue;
        std::int64_t of_areas = 0;
        for (auto const& area :
             usecases::figures::figures_by(context.read(), context.settings(), *row.measure, Dimension::area,
                                           whole->asked.period, context.today)) {
            if (area.code.empty()) {
                of_areas += size_of(*row.measure, area.figure);
                continue;
            }
            auto const part =
                usecases::figures::view_figures(context, {.period = "2025-26-Q4", .area = area.code});
            ASSERT_TRUE(part);
            EXPECT_EQ(part->asked.area_name, area.label);
            EXPECT_EQ(part->row(row.measure->id)->now, area.figure) << row.measure->id;
            of_areas += size_of(*row.measure, area.figure);
        }
        EXPECT_EQ(of_areas, size_of(*row.measure, row.now)) << row.measure->id;
    }
    EXPECT_EQ(whole->reconciliation.difference(), 0);
}

TEST_P(BehindFigures, one_area_and_one_type_is_part_of_both) {
    auto context = site->as_system();
    auto const area = std::string(places->areas.front().text());
    auto const both = usecases::figures::view_measure(
        context, "opened", {.period = "2025-26-Q4", .area = area, .type = "noise"}, Dimension::type);
    ASSERT_TRUE(both);
    ASSERT_EQ(both->groups.size(), 1u);
    EXPECT_EQ(both->groups.front().code, "noise");
    EXPECT_EQ(both->groups.front().figure.counted, both->now.counted);
    auto const list = usecases::figures::view_behind(
        context, "opened", {.figures = {.period = "2025-26-Q4", .area = area, .type = "noise"}});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->all, both->now.counted);
    EXPECT_GT(list->all, 0);
}

TEST_P(BehindFigures, pages_list_every_record_once_and_cases_by_permission) {
    auto const manager = site->account(Role::asb_manager);
    auto context = site->as(manager);
    BehindQuery query{.figures = {.period = "2025-26"}};
    std::multiset<std::string> seen;
    std::int64_t visible = 0;
    std::int64_t not_listed = 0;
    for (;; ++query.page) {
        auto const behind = usecases::figures::view_behind(context, "opened", query);
        ASSERT_TRUE(behind);
        visible = behind->visible;
        not_listed = behind->not_listed();
        for (auto const& item : behind->items) seen.insert(item.row.reference);
        if (behind->page == behind->pages) break;
    }
    EXPECT_EQ(static_cast<std::int64_t>(seen.size()), visible);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), seen.size());
    EXPECT_GT(not_listed, 0) << "the history has restricted cases, which this manager is not named on";
    auto everything = site->as_system();
    auto const all = usecases::figures::view_behind(everything, "opened", {.figures = {.period = "2025-26"}});
    ASSERT_TRUE(all);
    EXPECT_EQ(all->visible, visible + not_listed);
}

TEST_P(BehindFigures, say_by_how_many_opened_closed_and_open_do_not_add_up) {
    static storage::sql::Query const lose{"test.figures.lose_spell", R"sql(
        DELETE FROM case_spell WHERE case_file_id IN (SELECT min(s.case_file_id) FROM case_spell s
            WHERE s.number = 1 AND s.ended_on IS NULL AND s.started_on < '2026-04-01'))sql"};
    site->database().write([&](storage::sql::Write& tx) { tx.run(lose); });
    auto context = site->as_system();
    auto const view = usecases::figures::view_figures(context, {.period = "2025-26"});
    ASSERT_TRUE(view);
    EXPECT_EQ(std::abs(view->reconciliation.difference()), 1);
    EXPECT_NE(figures::reconciliation_words(view->reconciliation).find("out by 1"), std::string::npos);
    ASSERT_EQ(view->problems.size(), 1u);
    EXPECT_EQ(view->problems.front().what, "none");
    EXPECT_FALSE(view->problems.front().reference.empty());
}

TEST_P(BehindFigures, compare_officers_only_for_those_who_lead_them) {
    auto const officer = site->account(Role::asb_officer);
    auto context = site->as(officer);
    EXPECT_TRUE(usecases::figures::view_measure(context, "opened", {}, Dimension::area));
    EXPECT_FALSE(usecases::figures::view_measure(context, "opened", {}, Dimension::officer));
    EXPECT_FALSE(usecases::figures::view_behind(context, "opened", {.by = Dimension::officer}));
}

TEST_P(BehindFigures, are_refused_to_those_who_may_not_see_figures) {
    auto const member = site->account(Role::tenant_member);
    auto context = site->as(member);
    EXPECT_EQ(usecases::figures::view_figures(context, {}).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(usecases::figures::view_measure(context, "opened", {}, {}).error().kind(),
              RefusalKind::forbidden);
    EXPECT_EQ(usecases::figures::view_behind(context, "opened", {}).error().kind(), RefusalKind::forbidden);
}

TEST_P(BehindFigures, are_refused_for_what_is_not_there) {
    auto context = site->as_system();
    for (auto const& query : std::vector<usecases::figures::FiguresQuery>{
             {.period = "2026"}, {.period = "2027-28-Q1"}, {.area = "nowhere"}, {.type = "no-such-type"}})
        EXPECT_FALSE(usecases::figures::view_figures(context, query)) << query.period;
    EXPECT_EQ(usecases::figures::view_measure(context, "no-such", {}, {}).error().code(), "no-such-measure");
}

INSTANTIATE_TEST_SUITE_P(both, BehindFigures,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
