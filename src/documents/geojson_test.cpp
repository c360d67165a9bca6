#include "documents/geojson.h"

#include <gtest/gtest.h>

namespace doorstep::documents {
namespace {

TEST(GeoJson, reads_polygons_with_their_properties) {
    auto const features = read_geojson(R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"WD13CD": "E05002398", "homes": 12, "WD13NMW": null},
         "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
        {"type": "Feature", "properties": null,
         "geometry": {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1]]], [[[5, 5], [6, 5], [6, 6]]]]}}]})");
    ASSERT_TRUE(features);
    ASSERT_EQ(features->size(), 2U);
    EXPECT_EQ((*features)[0].properties.at("WD13CD"), "E05002398");
    EXPECT_EQ((*features)[0].properties.at("homes"), "12");
    EXPECT_EQ((*features)[0].properties.at("WD13NMW"), "");
    EXPECT_EQ((*features)[0].rings.size(), 1U);
    EXPECT_EQ((*features)[1].rings.size(), 2U);
}

TEST(GeoJson, leaves_out_shapes_that_are_not_well_made) {
    auto const features = read_geojson(R"({"features": [
        {"geometry": {"type": "Polygon", "coordinates": [[[0], [1, 0], [1, 1]], "ring", [[0, 0], [1, 1]]]}},
        {"geometry": {"type": "Point", "coordinates": [0, 0]}}, 5, {"geometry": null}]})");
    ASSERT_TRUE(features);
    ASSERT_EQ(features->size(), 4U);
    for (auto const& feature : *features) EXPECT_TRUE(feature.rings.empty());
}

TEST(GeoJson, refuses_anything_else) {
    for (auto const* text : {"", "[]", "{", R"({"features": 5})", R"({"E05000932": "Ainsdale"})"})
        EXPECT_EQ(read_geojson(text).error().code(), "not-geojson") << text;
}

}  // namespace
}  // namespace doorstep::documents
