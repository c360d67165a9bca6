#include "domain/reports/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::domain::reports {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(int day) { return *Date::of(2026, 6, day); }

class CheckReport : public ::testing::Test {
  protected:
    Report report = [] {
        Report made;
        made.received_on = day(10);
        made.what_happened = "Loud music";
        return made;
    }();
    people::SafeContact safe = [] {
        people::SafeContact made;
        made.will_contact_us = true;
        return made;
    }();

    std::vector<std::string> fields() {
        auto const checked = check_report(report, {.today = day(10), .safe_contact = safe});
        std::vector<std::string> names;
        if (!checked)
            for (auto const& problem : checked.error().problems()) names.push_back(problem.field);
        return names;
    }
};

TEST_F(CheckReport, takes_one_without_name_place_or_person_complained_about) {
    report.anonymous = true;
    report.people_known = PeopleKnown::unknown;
    EXPECT_THAT(fields(), IsEmpty());
}

TEST_F(CheckReport, asks_for_words_on_what_happened) {
    report.what_happened = " \n\t";
    EXPECT_THAT(fields(), ElementsAre("what"));
}

TEST_F(CheckReport, refuses_dates_in_the_future_and_takes_today) {
    report.happened_on = day(10);
    report.earlier = {{.told = ToldWho::us, .told_on = day(10), .reference = ""}};
    EXPECT_THAT(fields(), IsEmpty());
    report.happened_on = day(11);
    report.earlier[0].told_on = day(11);
    report.received_on = day(11);
    EXPECT_THAT(fields(), ElementsAre("received-on", "happened-on", "told-on"));
}

TEST_F(CheckReport, asks_for_one_safe_way_at_least) {
    safe.will_contact_us = false;
    EXPECT_THAT(fields(), ElementsAre("contact-ways"));
}

TEST_F(CheckReport, asks_for_the_number_or_address_of_every_way) {
    safe = {.telephone_allowed = true, .email_allowed = true, .letter_allowed = true};
    EXPECT_THAT(fields(), ElementsAre("telephone", "email", "letter-address"));
    safe.telephone_allowed = false;
    safe.text_allowed = true;
    safe.email = "ana@example.org";
    report.reporter_address = "4 Mill Lane";
    EXPECT_THAT(fields(), ElementsAre("telephone"));
}

TEST_F(CheckReport, asks_nothing_about_the_reporter_of_a_note_or_a_loaded_row) {
    auto const without = [&](Ask ask) {
        return check_report(report, {.today = day(10), .safe_contact = {}, .ask = ask}).has_value();
    };
    EXPECT_TRUE(without(Ask::nothing_about_them));
    EXPECT_FALSE(without(Ask::how_to_reach_them));
}

TEST(SetFlags, takes_hate_from_kinds_and_motives) {
    Report by_kind;
    set_flags(by_kind, {{.is_hate = true}});
    EXPECT_TRUE(by_kind.hate);
    Report by_motive;
    by_motive.motives = {Motive::age, Motive::disability};
    set_flags(by_motive, {});
    EXPECT_TRUE(by_motive.hate);
    Report neither;
    neither.motives = {Motive::age};
    set_flags(neither, {{}});
    EXPECT_FALSE(neither.hate);
}

TEST(SetFlags, restricts_by_kind_and_keeps_what_somebody_chose) {
    Report report;
    set_flags(report, {{.is_restricted = true}});
    EXPECT_TRUE(report.high_profile);
    Report chosen;
    chosen.high_profile = true;
    set_flags(chosen, {{}});
    EXPECT_TRUE(chosen.high_profile);
}

}  // namespace
}  // namespace doorstep::domain::reports
