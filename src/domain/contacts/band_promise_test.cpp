#include "domain/contacts/band_promise.h"

#include <gtest/gtest.h>

namespace doorstep::domain::contacts {
namespace {

using cases::RiskBand;

Date day(int day_of_june) { return *Date::of(2026, 6, day_of_june); }

DueDay one_day_when_high_else_five(Date from, RiskBand band) {
    return {from.plus_days(band == RiskBand::high ? 1 : 5), std::string(name_of(band))};
}

Date due(Date started_on, std::optional<Date> ended_on, std::vector<BandFrom> const& bands) {
    return due_under_bands(started_on, ended_on, bands, one_day_when_high_else_five).by;
}

}  // namespace

TEST(DueUnderBands, is_standard_before_anybody_assessed_the_risk) { EXPECT_EQ(due(day(1), {}, {}), day(6)); }

TEST(DueUnderBands, follows_the_band_of_the_day_it_started) {
    EXPECT_EQ(due(day(1), {}, {{day(1), RiskBand::high}}), day(2));
    EXPECT_EQ(due(day(3), {}, {{day(1), RiskBand::high}, {day(3), RiskBand::standard}}), day(8));
}

TEST(DueUnderBands, comes_forward_when_the_risk_is_found_to_be_high_counted_from_that_day) {
    EXPECT_EQ(due(day(1), {}, {{day(3), RiskBand::high}}), day(4));
}

TEST(DueUnderBands, never_moves_back) {
    EXPECT_EQ(due(day(1), {}, {{day(5), RiskBand::high}}), day(6));
    EXPECT_EQ(due(day(1), {}, {{day(1), RiskBand::high}, {day(2), RiskBand::standard}}), day(2));
}

TEST(DueUnderBands, leaves_alone_what_had_ended_before_the_band_changed) {
    EXPECT_EQ(due(day(1), day(2), {{day(3), RiskBand::high}}), day(6));
    EXPECT_EQ(due(day(1), day(3), {{day(3), RiskBand::high}}), day(4));
}

TEST(DueUnderBands, keeps_the_earliest_promise_of_the_day_it_started) {
    EXPECT_EQ(due(day(1), {}, {{day(1), RiskBand::high}, {day(1), RiskBand::standard}}), day(2));
    EXPECT_EQ(due(day(1), {}, {{day(1), RiskBand::standard}, {day(1), RiskBand::high}}), day(2));
}

TEST(BandsBeforeAssessment, are_standard_from_the_start) {
    EXPECT_EQ(with_bands_before_assessment({}, day(1), {}),
              (std::vector<BandFrom>{{day(1), RiskBand::standard}}));
    EXPECT_EQ(with_bands_before_assessment({{day(4), RiskBand::medium}}, day(1), {}),
              (std::vector<BandFrom>{{day(1), RiskBand::standard}, {day(4), RiskBand::medium}}));
}

TEST(BandsBeforeAssessment, are_high_from_the_day_it_was_taken_as_high_until_assessed) {
    EXPECT_EQ(with_bands_before_assessment({}, day(1), day(1)),
              (std::vector<BandFrom>{{day(1), RiskBand::high}}));
    EXPECT_EQ(with_bands_before_assessment({{day(4), RiskBand::medium}}, day(1), day(2)),
              (std::vector<BandFrom>{
                  {day(1), RiskBand::standard}, {day(2), RiskBand::high}, {day(4), RiskBand::medium}}));
}

TEST(BandsBeforeAssessment,
     keep_the_promise_of_the_morning_when_assessed_the_same_day_but_not_of_the_day_after) {
    auto const same_day = with_bands_before_assessment({{day(1), RiskBand::standard}}, day(1), day(1));
    EXPECT_EQ(due(day(1), {}, same_day), day(2));
    auto const after = with_bands_before_assessment({{day(1), RiskBand::standard}}, day(1), day(2));
    EXPECT_EQ(after, (std::vector<BandFrom>{{day(1), RiskBand::standard}}));
    EXPECT_EQ(due(day(1), {}, after), day(6));
}

TEST(DueUnderBands, says_which_promise_it_took) {
    EXPECT_EQ(due_under_bands(day(1), {}, {{day(3), RiskBand::high}}, one_day_when_high_else_five).standard,
              "high");
}

}  // namespace doorstep::domain::contacts
