#include "gateways/national_grid.h"

#include <gtest/gtest.h>

#include <cmath>

namespace doorstep::gateways {
namespace {

// Ordnance Survey's test point at Caister water tower: ETRS89 52.658007833 N, 1.716073973 E is
// 651409.804, 313177.450 by OSTN15. WGS84 and ETRS89 are taken as one here.
constexpr NationalGrid::Metres caister_metres{651409.804, 313177.450};
constexpr NationalGrid::Degrees caister_degrees{52.658007833, 1.716073973};

TEST(NationalGrid, converts_ordnance_survey_s_test_point_within_five_metres) {
    NationalGrid const grid;
    auto const metres = grid.to_metres(caister_degrees);
    EXPECT_LT(std::hypot(metres.easting - caister_metres.easting, metres.northing - caister_metres.northing),
              5);
    auto const degrees = grid.to_degrees(caister_metres);
    EXPECT_NEAR(degrees.latitude, caister_degrees.latitude, 5 / 111'000.0);
    EXPECT_NEAR(degrees.longitude, caister_degrees.longitude, 5 / 67'000.0);
}

TEST(NationalGrid, gives_back_what_it_converted) {
    NationalGrid const grid;
    NationalGrid::Metres const start{487550, 235487};
    auto const back = grid.to_metres(grid.to_degrees(start));
    EXPECT_NEAR(back.easting, start.easting, 0.01);
    EXPECT_NEAR(back.northing, start.northing, 0.01);
}

TEST(NationalGrid, knows_what_lies_outside_great_britain) {
    EXPECT_TRUE(is_on_national_grid({487550, 235487}));
    EXPECT_FALSE(is_on_national_grid({0, 0}));
    EXPECT_FALSE(is_on_national_grid({235487, 4875500}));
}

}  // namespace
}  // namespace doorstep::gateways
