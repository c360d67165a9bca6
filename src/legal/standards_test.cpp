#include "legal/standards.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "legal/calendar.h"

namespace doorstep::legal {
namespace {

Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

StandardRow a_row(std::string_view id, int value, Unit unit, std::string_view from) {
    StandardRow row;
    row.id = id;
    row.title = "A landlord's own";
    row.value = value;
    row.unit = unit;
    if (is_period_of_days(unit)) row.counting = Counting::following;
    row.in_force_from = day(from);
    row.source = "Board, 12 May 2025";
    return row;
}

StandardRow until(StandardRow row, std::string_view iso) {
    row.in_force_until = day(iso);
    return row;
}

StandardRow applying_to(StandardRow row, std::string_view scope) {
    row.applies_to = scope;
    return row;
}

TEST(DefaultStandards, have_no_problem) { EXPECT_EQ(problems_with_defaults(), std::vector<std::string>()); }

TEST(DefaultStandards, have_a_row_for_every_id_and_no_other_id) {
    std::set<std::string> rows;
    for (auto const& row : Standards::defaults().default_rows()) rows.insert(row.id);
    EXPECT_EQ(rows, (std::set<std::string>(standard_ids::all.begin(), standard_ids::all.end())));
    EXPECT_EQ(rows.size(), standard_ids::all.size()) << "an id is listed twice";
}

TEST(Standards, are_chosen_by_the_date_of_the_event) {
    auto const standards = Standards::defaults();
    EXPECT_EQ(standards.number(standard_ids::first_contact, day("2024-03-31")), 10);
    EXPECT_EQ(standards.number(standard_ids::first_contact, day("2024-04-01")), 5);
    EXPECT_FALSE(standards.on(standard_ids::first_contact, day("1999-12-31")));
    EXPECT_THROW((void)standards.number(standard_ids::first_contact, day("1999-12-31")), std::logic_error);
}

TEST(Standards, prefer_the_row_of_the_risk_and_fall_back_to_the_general_one) {
    auto const standards = Standards::defaults();
    auto const today = day("2026-11-21");
    EXPECT_EQ(standards.number(standard_ids::first_contact, today, standard_scopes::high_risk), 1);
    EXPECT_EQ(standards.number(standard_ids::first_contact, today, standard_scopes::medium_risk), 5);
    EXPECT_EQ(standards.number(standard_ids::first_contact, day("2024-03-31"), standard_scopes::high_risk),
              10);
    EXPECT_FALSE(standards.on(standard_ids::risk_review, today, standard_scopes::standard_risk));
    EXPECT_FALSE(standards.find_deadline(standard_ids::risk_review, today, "standard", Division::scotland));
    EXPECT_TRUE(standards.yes(standard_ids::closure_approval, today, standard_scopes::unresolved));
    EXPECT_FALSE(standards.yes(standard_ids::closure_approval, today));
}

TEST(Standards, take_an_unknown_id_or_scope_or_the_wrong_measure_for_a_bug) {
    auto const standards = Standards::defaults();
    auto const today = day("2026-11-21");
    EXPECT_THROW((void)standards.on("sla.first_contact", today), std::logic_error);
    EXPECT_THROW((void)standards.on(standard_ids::first_contact, today, "High"), std::logic_error);
    EXPECT_THROW((void)standards.yes(standard_ids::first_contact, today), std::logic_error);
    EXPECT_THROW((void)standards.deadline(standard_ids::session_absolute, today, "", Division::scotland),
                 std::logic_error);
    EXPECT_THROW((void)standards.deadline(standard_ids::survey_attempts, today, "", Division::scotland),
                 std::logic_error);
}

TEST(Standards, give_a_deadline_that_says_where_it_comes_from) {
    auto const deadline = Standards::defaults().deadline(standard_ids::first_contact, day("2026-04-02"), "",
                                                         Division::england_and_wales);
    EXPECT_EQ(deadline.by, day("2026-04-13"));
    EXPECT_EQ(deadline.standard_id, "sla.first_contact_wd");
    EXPECT_EQ(deadline.value, 5);
    EXPECT_EQ(deadline.unit, Unit::working_days);
    EXPECT_EQ(deadline.in_force_from, day("2024-04-01"));
    EXPECT_EQ(words_for(deadline.value, deadline.unit), "5 working days");
}

TEST(Overrides, replace_a_default_for_their_dates_only) {
    auto const standards = Standards::with_overrides({
        until(a_row(standard_ids::first_contact, 3, Unit::working_days, "2025-06-01"), "2025-12-01"),
        a_row(standard_ids::first_contact, 2, Unit::working_days, "2026-06-01"),
    });
    ASSERT_TRUE(standards);
    auto const value = [&](std::string_view date) {
        return standards->number(standard_ids::first_contact, day(date));
    };
    EXPECT_EQ(value("2024-03-31"), 10);
    EXPECT_EQ(value("2025-05-31"), 5);
    EXPECT_EQ(value("2025-06-01"), 3);
    EXPECT_EQ(value("2025-11-30"), 3);
    EXPECT_EQ(value("2025-12-01"), 5);
    EXPECT_EQ(value("2026-06-01"), 2);
    EXPECT_EQ(standards->on(standard_ids::first_contact, day("2026-06-01"))->source, "Board, 12 May 2025");
    EXPECT_EQ(standards->overrides().size(), 2u);
    EXPECT_EQ(standards->number(standard_ids::update, day("2026-06-01")), 14);
}

TEST(Overrides, of_all_leave_a_default_for_high_risk_in_place) {
    auto const general =
        Standards::with_overrides({a_row(standard_ids::first_contact, 3, Unit::working_days, "2025-06-01")});
    ASSERT_TRUE(general);
    EXPECT_EQ(general->number(standard_ids::first_contact, day("2025-06-01"), "high"), 1);
    EXPECT_EQ(general->number(standard_ids::first_contact, day("2025-06-01"), "medium"), 3);

    auto const narrow = Standards::with_overrides(
        {applying_to(a_row(standard_ids::update, 1, Unit::weeks, "2025-06-01"), standard_scopes::high_risk)});
    ASSERT_TRUE(narrow);
    EXPECT_EQ(narrow->deadline(standard_ids::update, day("2025-06-02"), "high", Division::scotland).by,
              day("2025-06-09"));
    EXPECT_EQ(narrow->deadline(standard_ids::update, day("2025-06-02"), "", Division::scotland).by,
              day("2025-06-16"));
}

TEST(Overrides, that_contradict_are_refused_with_every_problem) {
    auto bad = a_row("sla.no_such", 3, Unit::working_days, "2025-06-01");
    bad.title.clear();
    auto const refused = Standards::with_overrides({bad});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "standards-contradict");
    EXPECT_EQ(refused.error().problems().size(), 2u);
}

struct BadRow {
    char const* about;
    std::vector<StandardRow> rows;
    char const* problem;
};

TEST(Overrides, are_checked_before_they_are_kept) {
    auto const contact = [](int value, std::string_view from) {
        return a_row(standard_ids::first_contact, value, Unit::working_days, from);
    };
    auto no_counting = contact(3, "2025-06-01");
    no_counting.counting.reset();
    auto counted_count = a_row(standard_ids::survey_attempts, 3, Unit::count, "2025-06-01");
    counted_count.counting = Counting::following;
    auto no_source = contact(3, "2025-06-01");
    no_source.source.clear();

    for (auto const& bad : std::vector<BadRow>{
             {"overlap", {contact(3, "2025-06-01"), contact(4, "2026-01-01")}, "overlap"},
             {"overlap by a day",
              {until(contact(3, "2025-06-01"), "2026-01-02"), contact(4, "2026-01-01")},
              "overlap"},
             {"same start",
              {until(contact(3, "2025-06-01"), "2025-07-01"), contact(4, "2025-06-01")},
              "overlap"},
             {"ends before it starts",
              {until(contact(3, "2025-06-01"), "2025-06-01")},
              "must end after it starts"},
             {"unknown scope",
              {applying_to(contact(3, "2025-06-01"), "urgent")},
              "cannot apply to \"urgent\""},
             {"another measure",
              {a_row(standard_ids::first_contact, 3, Unit::count, "2025-06-01")},
              "cannot be measured"},
             {"short time for days",
              {a_row(standard_ids::first_contact, 24, Unit::hours, "2025-06-01")},
              "measured in hours"},
             {"nothing at all", {contact(0, "2025-06-01")}, "at least 1"},
             {"less than nothing", {contact(-1, "2025-06-01")}, "less than 0"},
             {"percentage",
              {a_row(standard_ids::first_contact_ambition, 101, Unit::percent, "2025-06-01")},
              "over 100"},
             {"yes or no",
              {a_row(standard_ids::closure_approval, 2, Unit::yes_no, "2025-06-01")},
              "yes or no"},
             {"no counting", {no_counting}, "whether the day of the event"},
             {"counting without days", {counted_count}, "only periods of days"},
             {"no source", {no_source}, "where the standard comes from"},
         }) {
        auto const problems = problems_with(bad.rows);
        ASSERT_EQ(problems.size(), 1u) << bad.about << (problems.empty() ? "" : ": " + problems.back());
        EXPECT_NE(problems.front().find(bad.problem), std::string::npos) << problems.front();
    }
    EXPECT_TRUE(
        problems_with({until(contact(3, "2025-06-01"), "2026-01-01"), contact(4, "2026-01-01")}).empty());
    EXPECT_TRUE(problems_with({a_row(standard_ids::update, 10, Unit::working_days, "2025-06-01")}).empty());
    EXPECT_TRUE(problems_with({}).empty());
}

/// Law and policies use both ways of counting; the difference is one day, for any unit and any date.
TEST(LastDay, beginning_with_ends_before_following) {
    std::mt19937 random(20261121);
    for (int i = 0; i < 3000; ++i) {
        auto const from = day("2019-01-01").plus_days(static_cast<int>(random() % 3000));
        for (auto const unit : {Unit::days, Unit::weeks, Unit::months, Unit::working_days}) {
            auto row = a_row(standard_ids::update, 1 + static_cast<int>(random() % 12), unit, "2000-01-01");
            auto const following = last_day(row, from, Division::england_and_wales);
            row.counting = Counting::beginning_with;
            auto const beginning_with = last_day(row, from, Division::england_and_wales);
            if (unit == Unit::working_days) {
                auto const& calendar = working_days(Division::england_and_wales);
                ASSERT_TRUE(calendar.is_working_day(beginning_with));
                ASSERT_EQ(beginning_with == following, !calendar.is_working_day(from)) << from.iso();
            } else {
                ASSERT_EQ(beginning_with, following.plus_days(-1)) << from.iso();
            }
        }
    }
}

TEST(WordsFor, a_value_suit_people) {
    EXPECT_EQ(words_for(1, Unit::working_days), "1 working day");
    EXPECT_EQ(words_for(2, Unit::weeks), "2 weeks");
    EXPECT_EQ(words_for(100, Unit::percent), "100%");
    EXPECT_EQ(words_for(1, Unit::yes_no), "Yes");
    EXPECT_EQ(words_for(0, Unit::yes_no), "No");
    EXPECT_EQ(words_for(1200, Unit::count), "1,200");
}

}  // namespace
}  // namespace doorstep::legal
