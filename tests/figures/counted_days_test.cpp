#include "usecases/figures/counted_days.h"

#include <gtest/gtest.h>

#include "figures/history.h"
#include "legal/measures.h"
#include "storage/counted_days.h"
#include "usecases/figures/compute.h"

namespace doorstep::test {
namespace {

using figures::Figure;
using figures::ReportingPeriod;
using storage::figures::Slice;
using storage::sql::Read;
using storage::sql::Write;
using usecases::figures::ComputedFigures;

class CountedDays : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override {
        require_engine(GetParam());
        site = std::make_unique<TestSite>(GetParam());
        places = std::make_unique<Places>(make_places(*site));
        std::mt19937 random(99);
        store(*site, random_history(random, *Date::of(2025, 4, 1), site->today(), 200), *places);
    }

    storage::sql::Database& database() { return site->services().database; }
    std::vector<Slice> kept() {
        return database().read([](Read& tx) { return storage::figures::kept_slices(tx); });
    }
    void count_days() {
        auto context = site->as_system();
        usecases::figures::count_days(context);
    }
    void change(std::string const& sql) {
        database().write([&](Write& tx) { tx.script(sql); });
    }
    /// Every figure of these periods.
    std::vector<Figure> figures() {
        std::vector<ReportingPeriod> periods;
        for (auto const* code : {"2026-27-Q1", "2025-26-Q4", "2025-26", "2026-02", "2026-02-14..2026-05-03"})
            periods.push_back(*figures::parse_period(code));
        auto context = site->as_system();
        ComputedFigures const all(context.read(), context.settings(), periods, site->today());
        std::vector<Figure> found;
        for (auto const& measure : legal::measures())
            for (std::size_t n = 0; n < periods.size(); ++n) found.push_back(all.of(measure, n));
        std::vector<usecases::figures::Narrowing> narrowings(2);
        narrowings[0].type = "noise";
        narrowings[1].area = std::string(places->areas.front().text());
        for (auto const& narrowing : narrowings) {
            ComputedFigures const narrow(context.read(), context.settings(), periods, site->today(),
                                         narrowing);
            for (auto const& measure : legal::measures())
                for (std::size_t n = 0; n < periods.size(); ++n) found.push_back(narrow.of(measure, n));
        }
        for (auto const& measure : legal::measures())
            for (auto const& by : all_of<domain::figures::Dimension>())
                for (auto const& group : usecases::figures::figures_by(
                         context.read(), context.settings(), measure, by.value, periods[1], site->today()))
                    found.push_back(group.figure);
        return found;
    }
    /// Names of those that are not what the records say.
    std::vector<std::string> wrong() {
        std::vector<std::string> names;
        for (auto const& slice : kept())
            if (!database().read(
                    [&](Read& tx) { return storage::figures::is_right(tx, slice, site->today()); }))
                names.push_back(slice.words());
        return names;
    }

    std::unique_ptr<TestSite> site;
    std::unique_ptr<Places> places;
};

TEST_P(CountedDays, give_the_figures_that_the_records_give) {
    auto const from_records = figures();
    count_days();
    ASSERT_FALSE(kept().empty());
    EXPECT_EQ(figures(), from_records);
}

TEST_P(CountedDays, are_every_month_that_is_over_and_the_days_of_late_but_never_today) {
    count_days();
    auto const today = site->today();
    auto const slices = kept();
    EXPECT_EQ(std::count_if(slices.begin(), slices.end(),
                            [](auto const& slice) { return slice.name.size() == 7 && !slice.by; }),
              (today.year() - 2025) * 12 + today.month() - 4);
    EXPECT_NE(std::find(slices.begin(), slices.end(), Slice::of_day(today.plus_days(-1))), slices.end());
    for (auto const& slice : slices) EXPECT_LE(slice.days.until, today) << slice.name;
    EXPECT_TRUE(
        database().read([&](Read& tx) { return storage::figures::slices_to_count(tx, today); }).empty());
}

TEST_P(CountedDays, are_forgotten_by_whatever_changes_one_of_their_records) {
    for (std::string const sql : {
             "UPDATE contact SET result = 'attempt' WHERE id = (SELECT min(id) FROM contact WHERE result = "
             "'conversation')",
             "UPDATE contact SET made_on = '2025-09-02' WHERE id = (SELECT min(id) FROM contact)",
             "DELETE FROM contact WHERE id = (SELECT max(id) FROM contact WHERE made_on < '2026-05-01')",
             "UPDATE contact_interval SET ended_on = '2026-03-01', kept = FALSE WHERE id = (SELECT min(id) "
             "FROM contact_interval WHERE kept)",
             "UPDATE contact_interval SET due_on = '2025-10-03' WHERE id = (SELECT min(id) FROM "
             "contact_interval)",
             "UPDATE plan_step SET state = 'dropped', done_on = NULL WHERE id = (SELECT min(id) FROM "
             "plan_step WHERE state = 'done' AND due_on < '2026-01-01')",
             "UPDATE plan_step SET due_on = '2025-12-24' WHERE id = (SELECT min(id) FROM plan_step)",
             "UPDATE intervention SET used_on = '2025-08-08' WHERE id = (SELECT min(id) FROM intervention)",
             "UPDATE triage_decision SET decided_on = '2025-07-07' WHERE report_id = (SELECT min(report_id) "
             "FROM triage_decision)",
             "UPDATE case_spell SET outcome = CASE outcome WHEN 'resolved' THEN 'unresolved' ELSE 'resolved' "
             "END "
             "WHERE case_file_id = (SELECT min(case_file_id) FROM case_spell WHERE ended_on < '2026-01-01') "
             "AND ended_on IS NOT NULL",
             "UPDATE survey SET state = 'declined' WHERE id = (SELECT min(id) FROM survey WHERE state = "
             "'completed')",
             "UPDATE survey_answer SET answer = '' WHERE survey_id = (SELECT min(survey_id) FROM "
             "survey_answer WHERE answer <> '' AND counts_on IS NOT NULL)",
             "DELETE FROM survey_answer WHERE survey_id = (SELECT max(survey_id) FROM survey_answer WHERE "
             "counts_on IS NOT NULL)",
             "INSERT INTO survey_comment (id, survey_id, said_on, words, kind, category) SELECT "
             "'0190aaaa-0000-7000-8000-000000000001', "
             "min(id), '2025-12-01', 'Thank you', 'compliment', '' FROM survey",
             "UPDATE survey_comment SET kind = CASE kind WHEN 'compliment' THEN 'observation' ELSE "
             "'compliment' END WHERE id = (SELECT min(id) FROM survey_comment)",
             "UPDATE case_file SET category = 'litter' WHERE id = (SELECT min(id) FROM case_file)",
             "UPDATE case_file SET hate = NOT hate WHERE id = (SELECT max(id) FROM case_file WHERE opened_on "
             "< '2026-01-01')",
             "UPDATE case_file SET opened_on = '2025-06-06' WHERE id = (SELECT min(id) FROM case_file)",
             "UPDATE case_file SET first_plan_on = NULL WHERE id = (SELECT min(id) FROM case_file WHERE "
             "first_plan_on < '2026-01-01')",
             "UPDATE case_file SET first_risk_by = '2025-05-30' WHERE id = (SELECT min(id) FROM case_file "
             "WHERE first_risk_by < '2026-01-01')",
             "UPDATE case_file SET closed_on = NULL WHERE id = (SELECT min(c.id) FROM case_file c JOIN "
             "plan_step s ON s.case_file_id = c.id "
             "WHERE s.state = 'to-do' AND c.closed_on <= s.due_on AND s.due_on < '2026-04-01')",
             "UPDATE case_spell SET ended_on = '2026-02-20' WHERE case_file_id = (SELECT min(case_file_id) "
             "FROM "
             "case_spell WHERE ended_on < '2026-01-01') AND ended_on IS NOT NULL",
             "UPDATE case_file SET owner_id = NULL WHERE id = (SELECT min(id) FROM case_file WHERE owner_id "
             "IS "
             "NOT NULL AND opened_on < '2026-01-01')",
             "UPDATE case_file SET area_id = NULL WHERE id = (SELECT min(id) FROM case_file WHERE area_id IS "
             "NOT "
             "NULL AND opened_on < '2026-01-01')",
             "UPDATE case_file SET harm_group = 'environmental' WHERE id = (SELECT min(id) FROM case_file "
             "WHERE "
             "harm_group <> 'environmental')",
             "UPDATE case_file SET risk_band = CASE risk_band WHEN 'high' THEN 'medium' ELSE 'high' END "
             "WHERE id = "
             "(SELECT min(id) FROM case_file)",
             "UPDATE contact SET made_by = NULL WHERE id = (SELECT min(id) FROM contact WHERE made_by IS NOT "
             "NULL "
             "AND made_on < '2026-05-01')",
             "UPDATE intervention SET used_by = NULL WHERE id = (SELECT min(id) FROM intervention WHERE "
             "used_by IS "
             "NOT NULL AND used_on < '2026-05-01')",
             "UPDATE case_spell SET owner_id = NULL WHERE case_file_id = (SELECT min(case_file_id) FROM "
             "case_spell "
             "WHERE owner_id IS NOT NULL AND ended_on < '2026-05-01')",
             "UPDATE survey SET category = 'litter' WHERE id = (SELECT min(id) FROM survey WHERE category <> "
             "'litter' AND due_on < '2026-05-01')",
             "UPDATE report SET category = 'litter' WHERE id = (SELECT min(r.id) FROM report r JOIN "
             "triage_decision "
             "d ON d.report_id = r.id WHERE r.category <> 'litter' AND d.decided_on < '2026-05-01')",
             "DELETE FROM rights_notice WHERE case_file_id = (SELECT min(case_file_id) FROM rights_notice)",
         }) {
        count_days();
        auto const before = kept().size();
        auto const figures_before = figures();
        change(sql);
        EXPECT_LT(kept().size(), before) << sql;
        // What is missed stays wrong: it is enough to look at the end, where each look costs much.
        if (GetParam() == storage::sql::Engine::sqlite) {
            EXPECT_EQ(wrong(), std::vector<std::string>()) << sql;
        }
    }
    EXPECT_EQ(wrong(), std::vector<std::string>());
}

TEST_P(CountedDays, stay_when_nothing_that_counts_has_changed) {
    count_days();
    auto const before = kept();
    change("UPDATE case_file SET title = 'Another', version = version + 1");
    change("UPDATE contact SET summary = 'Said more'");
    EXPECT_EQ(kept(), before);
}

TEST_P(CountedDays, that_are_wrong_are_found_at_night_and_counted_again) {
    count_days();
    auto context = site->as_system();
    EXPECT_NE(usecases::figures::check_counted_days(context).find("all right"), std::string::npos);
    change(
        "UPDATE figure_tally SET records = records + 1 WHERE slice = '2025-11' AND source = 'contacts' AND "
        "dimension = 'officer'");
    change("UPDATE figure_open SET cases = cases + 1 WHERE day = '2025-12-01' AND dimension = ''");
    EXPECT_EQ(usecases::figures::check_counted_days(context),
              "2 days and months were wrong: 2025-11 by officer, open 2025-12-01");
    EXPECT_EQ(database().read([&](Read& tx) { return storage::figures::slices_to_count(tx, site->today()); }),
              (std::vector{Slice::of_open(*Date::of(2025, 12, 1)),
                           Slice::of_month(*Date::of(2025, 11, 1), domain::figures::Dimension::officer)}));
    count_days();
    EXPECT_TRUE(wrong().empty());
}

INSTANTIATE_TEST_SUITE_P(both, CountedDays,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
