#include "gateways/zone.h"

#include <gtest/gtest.h>

namespace doorstep::gateways {
namespace {

TEST(Zone, of_a_circle_reaches_as_far_as_its_radius) {
    auto const zone = circle_zone({485000, 238000}, 200);
    EXPECT_EQ(metres_from_zone(zone.text, zone.radius, {485000, 238000}), 0);
    EXPECT_EQ(metres_from_zone(zone.text, zone.radius, {485200, 238000}), 0);
    EXPECT_NEAR(metres_from_zone(zone.text, zone.radius, {485250, 238000}), 50, 0.01);
    EXPECT_EQ(zone.west, 484800);
    EXPECT_EQ(zone.north, 238200);
}

TEST(Zone, of_an_outline_holds_what_lies_inside) {
    auto const zone = outline_zone({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
    ASSERT_TRUE(zone);
    EXPECT_EQ(metres_from_zone(zone->text, {}, {50, 50}), 0);
    EXPECT_EQ(metres_from_zone(zone->text, {}, {100, 50}), 0);
    EXPECT_NEAR(metres_from_zone(zone->text, {}, {130, 140}), 50, 0.01);
    EXPECT_EQ(zone->east, 100);
}

TEST(Zone, is_the_same_with_its_outline_closed_already) {
    EXPECT_TRUE(outline_zone({{0, 0}, {100, 0}, {100, 100}, {0, 0}}));
}

TEST(Zone, is_refused_when_its_outline_crosses_itself_or_holds_nothing) {
    EXPECT_EQ(outline_zone({{0, 0}, {100, 100}, {100, 0}, {0, 100}}).error().code(), "zone-crosses-itself");
    EXPECT_EQ(outline_zone({{0, 0}, {50, 50}, {100, 100}}).error().code(), "zone-crosses-itself");
    EXPECT_EQ(outline_zone({{0, 0}, {1, 1}}).error().code(), "zone-too-small");
}

TEST(Zone, gives_its_corners_back_for_drawing) {
    auto const corners = zone_corners(outline_zone({{0, 0}, {100, 0}, {100, 100}})->text);
    ASSERT_EQ(corners.size(), 3U);
    EXPECT_EQ(corners[1].easting, 100);
    EXPECT_EQ(zone_corners(circle_zone({485000, 238000}, 200).text).at(0).northing, 238000);
}

}  // namespace
}  // namespace doorstep::gateways
