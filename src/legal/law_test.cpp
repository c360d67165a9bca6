#include "legal/law.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "legal/calendar.h"
#include "legal/law_counting.h"
#include "legal/standards.h"

namespace doorstep::legal {
namespace {

Date day(std::string_view text) { return Date::parse_iso(text).value(); }
LawMoment moment(std::string_view text) { return parse_law_moment(text).value(); }

TEST(Law, as_shipped_has_no_problem_and_every_worked_example_comes_out) {
    auto const problems = problems_with_law(Law::shipped());
    EXPECT_TRUE(problems.empty()) << problems.size() << " problems:\n"
                                  << fmt::format("{}", fmt::join(problems, "\n"));
}

TEST(Law, has_at_least_300_worked_examples) { EXPECT_GE(run_law_examples(Law::shipped()).count, 300); }

TEST(Law, counts_good_friday_as_the_published_bank_holidays_do) {
    int found = 0;
    for (auto const& holiday : bank_holidays(Division::england_and_wales)) {
        if (holiday.title != "Good Friday") continue;
        EXPECT_EQ(easter_sunday(holiday.on.year()).iso(), holiday.on.plus_days(2).iso());
        ++found;
    }
    EXPECT_GE(found, 8);
}

TEST(Law, reads_moments_in_the_forms_people_write) {
    EXPECT_EQ(iso(moment("2026-12-24")), "2026-12-24");
    EXPECT_EQ(iso(moment("2026-12-24T15:00")), "2026-12-24T15:00:00+00:00");
    EXPECT_EQ(iso(moment("2026-06-24 15:00")), "2026-06-24T15:00:00+01:00");
    EXPECT_EQ(iso(moment("2026-06-24T15:00:30")), "2026-06-24T15:00:30+01:00");
    EXPECT_EQ(iso(moment("2026-06-24T14:00Z")), "2026-06-24T15:00:00+01:00");
    EXPECT_EQ(iso(moment("2026-06-24T14:00:00+00:00")), "2026-06-24T15:00:00+01:00");
    for (auto const* text : {"", "2026-02-30", "2026-12-24T", "2026-12-24T25:00", "2026-12-24T15", "tomorrow",
                             "2026-12-24T15:00:61", "2026-12-24X15:00"})
        EXPECT_FALSE(parse_law_moment(text)) << text;
}

TEST(Law, gives_a_missing_id_a_refusal_of_its_own) {
    auto const law = Law::shipped();
    EXPECT_EQ(law.deadline("closure.nothing", moment("2026-01-01")).error().code(), "law-id-unknown");
    EXPECT_EQ(law.on("closure.nothing", day("2026-01-01")), nullptr);
    EXPECT_FALSE(law.knows("closure.nothing"));
    EXPECT_TRUE(law.knows("sla.update_days"));
}

TEST(Law, refuses_what_no_calendar_can_count) {
    auto const law = Law::shipped();
    EXPECT_EQ(law.deadline("closure.appeal_days", moment("9999-12-31")).error().code(), "law-impossible");
    EXPECT_EQ(law.deadline("poss.g14za_14a.notice_weeks", moment("0001-01-01")).error().code(),
              "law-impossible");
}

TEST(Law, says_which_provisions_a_deadline_rests_on) {
    auto const deadline =
        Law::shipped().deadline("closure.hearing_deadline_h", moment("2026-12-24T15:00")).value();
    ASSERT_EQ(deadline.rules.size(), 2u);
    auto const& rule = deadline.rules.front();
    EXPECT_EQ(rule.id, "closure.hearing_deadline_h");
    EXPECT_EQ(rule.value, "48");
    EXPECT_EQ(rule.unit, "hours");
    EXPECT_EQ(rule.evidence_marks, "V");
    EXPECT_EQ(rule.in_force_from->iso(), "2014-10-20");
    EXPECT_FALSE(rule.pending);
    EXPECT_EQ(deadline.rules.back().id, standard_ids::target_share);
}

TEST(Law, of_a_pending_row_starts_on_the_day_that_is_set_and_leaves_what_was_before) {
    auto const law = Law::with_commencements({{.id = "closure.hearing_deadline_h",
                                               .tenancy = {},
                                               .in_force_from = day("2027-04-06"),
                                               .authority = "SI 2027/1",
                                               .note = ""}})
                         .value();
    auto const last = [&](std::string_view from) {
        return iso(law.deadline("closure.hearing_deadline_h", moment(from)).value().last_lawful);
    };
    EXPECT_EQ(last("2027-04-05T12:00"), "2027-04-07T12:00:00+01:00");
    EXPECT_EQ(last("2027-04-06T12:00"), "2027-04-09T12:00:00+01:00");
    EXPECT_EQ(law.on("closure.hearing_deadline_h", day("2027-04-06"))->started->authority, "SI 2027/1");
    EXPECT_EQ(Law::shipped().number("closure.hearing_deadline_h", day("2027-04-06")), 48);
}

TEST(Law, lets_a_registered_provider_close_premises_once_that_is_in_force) {
    auto const law = Law::with_commencements({{.id = "closure.issuer.registered_provider",
                                               .tenancy = {},
                                               .in_force_from = day("2027-04-06"),
                                               .authority = "SI 2027/1",
                                               .note = ""}})
                         .value();
    auto const may = [&](std::string_view on) {
        return law.who("closure.notice", "registered-provider-non-profit", day(on)).value().may;
    };
    EXPECT_FALSE(may("2027-04-05"));
    EXPECT_TRUE(may("2027-04-06"));
}

TEST(Law, starts_every_row_for_social_tenancies_on_one_day) {
    auto const law = Law::with_commencements({{.id = "rra.social_commencement",
                                               .tenancy = {},
                                               .in_force_from = day("2027-10-01"),
                                               .authority = "SI 2027/2",
                                               .note = ""}})
                         .value();
    EXPECT_EQ(law.on("rra.social_commencement", day("2027-10-01"))->value, "2027-10-01");
    EXPECT_EQ(law.number("poss.rent.notice_weeks", day("2027-09-30")), 2);
    EXPECT_EQ(law.number("poss.rent.notice_weeks", day("2027-10-01")), 4);
    EXPECT_EQ(law.on("poss.g7a.notice_days.rra", day("2027-09-30")), nullptr);
    EXPECT_NE(law.on("poss.g7a.notice_days.rra", day("2027-10-01")), nullptr);
}

TEST(Law, refuses_a_start_that_cannot_be) {
    auto const refused = [](std::string id, std::string_view from) {
        auto const law = Law::with_commencements(
            {{.id = std::move(id), .tenancy = {}, .in_force_from = day(from), .authority = "", .note = ""}});
        return law ? std::string("nothing") : law.error().code();
    };
    EXPECT_EQ(refused("closure.order.max_months", "2027-01-01"), "law-not-pending");
    EXPECT_EQ(refused("closure.nothing", "2027-01-01"), "law-not-pending");
    EXPECT_EQ(refused("closure.hearing_deadline_h", "2014-10-20"), "law-too-early");
    EXPECT_EQ(refused("closure.hearing_deadline_h", "2027-01-01"), "nothing");
}

TEST(Law, asks_for_what_comes_first_by_the_circumstances) {
    auto const law = Law::shipped();
    auto const adult = law.must_come_first("injunction", day("2026-06-01")).value();
    auto const young = law.must_come_first("injunction", day("2026-06-01"), {"under-18"}).value();
    EXPECT_GT(young.size(), adult.size());
    auto const has = [](auto const& list, std::string_view id) {
        return std::any_of(list.begin(), list.end(), [&](auto const& one) { return one.id == id; });
    };
    EXPECT_FALSE(has(adult, "first.injunction.consult-youth"));
    EXPECT_TRUE(has(young, "first.injunction.consult-youth"));
}

TEST(Law, opens_a_condition_for_possession_when_a_closure_order_is_made) {
    auto const opened = Law::shipped().becomes_possible("closure-order-made", moment("2026-01-15")).value();
    auto const condition = std::find_if(
        opened.begin(), opened.end(), [](auto const& one) { return one.opens == "possession.condition-4"; });
    ASSERT_NE(condition, opened.end());
    EXPECT_EQ(iso(condition->deadline->last_lawful), "2026-04-14");
}

}  // namespace
}  // namespace doorstep::legal
