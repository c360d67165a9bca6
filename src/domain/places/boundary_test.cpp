#include "domain/places/boundary.h"

#include <gtest/gtest.h>

namespace doorstep::domain::places {
namespace {

Ring square(double west, double south, double size) {
    return {{west, south},
            {west + size, south},
            {west + size, south + size},
            {west, south + size},
            {west, south}};
}

TEST(Boundary, contains_what_is_inside) {
    Boundary const boundary({square(0, 0, 10)});
    EXPECT_TRUE(boundary.contains({5, 5}));
    EXPECT_FALSE(boundary.contains({11, 5}));
    EXPECT_FALSE(boundary.contains({5, -1}));
}

TEST(Boundary, leaves_out_holes_and_takes_in_islands) {
    Boundary const boundary({square(0, 0, 10), square(4, 4, 2), square(20, 0, 5)});
    EXPECT_FALSE(boundary.contains({5, 5}));
    EXPECT_TRUE(boundary.contains({3, 3}));
    EXPECT_TRUE(boundary.contains({22, 2}));
    EXPECT_FALSE(boundary.contains({15, 2}));
}

TEST(Boundary, shares_every_point_of_an_edge_with_one_neighbour_only) {
    Boundary const west({square(0, 0, 10)});
    Boundary const east({square(10, 0, 10)});
    Boundary const north({square(0, 10, 10)});
    for (double at = 0; at < 10; at += 0.5) {
        EXPECT_NE(west.contains({10, at}), east.contains({10, at})) << at;
        EXPECT_NE(west.contains({at, 10}), north.contains({at, 10})) << at;
    }
}

TEST(Boundary, without_rings_contains_nothing) {
    EXPECT_FALSE(Boundary().contains({0, 0}));
    EXPECT_TRUE(Boundary().empty());
}

}  // namespace
}  // namespace doorstep::domain::places
