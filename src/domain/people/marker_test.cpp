#include "domain/people/marker.h"

#include <gtest/gtest.h>

namespace doorstep::domain::people {
namespace {

Date const today = *Date::of(2026, 6, 10);
Date const latest = *Date::of(2027, 6, 10);

WarningMarker marker() {
    WarningMarker marker;
    marker.warning = "A dog that bites";
    marker.precaution = "Ring first";
    marker.from_on = today;
    marker.until_on = *Date::of(2026, 12, 10);
    return marker;
}

TEST(WarningMarker, stands_from_its_first_day_to_its_last) {
    auto const one = marker();
    EXPECT_FALSE(one.is_in_force(today.plus_days(-1)));
    EXPECT_TRUE(one.is_in_force(today));
    EXPECT_TRUE(one.is_in_force(one.until_on));
    EXPECT_FALSE(one.is_in_force(one.until_on.plus_days(1)));
}

TEST(WarningMarker, stands_no_longer_once_it_was_ended) {
    auto one = marker();
    one.ended_on = today;
    EXPECT_FALSE(one.is_in_force(today));
}

TEST(CheckMarker, takes_one_that_says_what_to_do_until_when) { EXPECT_TRUE(check_marker(marker(), latest)); }

TEST(CheckMarker, refuses_one_without_a_warning_or_a_precaution) {
    auto no_warning = marker();
    no_warning.warning = "  ";
    EXPECT_EQ(check_marker(no_warning, latest).error().code(), "warning-missing");
    auto no_precaution = marker();
    no_precaution.precaution.clear();
    EXPECT_EQ(check_marker(no_precaution, latest).error().code(), "precaution-missing");
}

TEST(CheckMarker, refuses_a_last_day_that_is_over_or_further_off_than_allowed) {
    auto over = marker();
    over.until_on = today.plus_days(-1);
    EXPECT_EQ(check_marker(over, latest).error().code(), "until-in-past");
    auto for_ever = marker();
    for_ever.until_on = latest.plus_days(1);
    EXPECT_EQ(check_marker(for_ever, latest).error().code(), "until-too-late");
}

}  // namespace
}  // namespace doorstep::domain::people
