#include "domain/incidents/incident.h"

#include <gtest/gtest.h>

namespace doorstep::domain::incidents {
namespace {

Date const today = *Date::of(2026, 6, 10);

Incident incident() {
    Incident incident;
    incident.happened_on = today;
    incident.description = "Music until 3am";
    return incident;
}

TEST(CheckIncident, takes_one_of_today) { EXPECT_TRUE(check_incident(incident(), today)); }

TEST(CheckIncident, refuses_a_day_in_the_future) {
    auto later = incident();
    later.happened_on = today.plus_days(1);
    EXPECT_EQ(check_incident(later, today).error().code(), "date-in-future");
}

TEST(CheckIncident, refuses_one_without_a_word_of_what_happened) {
    auto silent = incident();
    silent.description = " \n ";
    EXPECT_EQ(check_incident(silent, today).error().code(), "description-missing");
}

TEST(CheckStrike, takes_an_incident_that_stands_and_a_reason) {
    EXPECT_TRUE(check_strike(incident(), "Written down on the wrong case"));
}

TEST(CheckStrike, refuses_without_a_reason_and_a_second_time) {
    EXPECT_EQ(check_strike(incident(), " ").error().code(), "reason-missing");
    auto struck = incident();
    struck.struck_at = Instant{};
    EXPECT_EQ(check_strike(struck, "Again").error().code(), "incident-struck-out");
}

}  // namespace
}  // namespace doorstep::domain::incidents
