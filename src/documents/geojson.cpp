#include "documents/geojson.h"

#include <boost/json.hpp>

namespace doorstep::documents {
namespace {

namespace json = boost::json;
using Rings = decltype(GeoFeature::rings);

std::string as_text(json::value const& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_null() || value.is_object() || value.is_array()) return {};
    return json::serialize(value);
}

void add_ring(Rings& rings, json::value const& points) {
    auto const* list = points.if_array();
    if (!list) return;
    std::vector<std::pair<double, double>> ring;
    for (auto const& point : *list) {
        auto const* pair = point.if_array();
        if (!pair || pair->size() < 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number()) return;
        ring.emplace_back((*pair)[0].to_number<double>(), (*pair)[1].to_number<double>());
    }
    if (ring.size() >= 3) rings.push_back(std::move(ring));
}

void add_rings(Rings& rings, json::value const& polygon) {
    if (auto const* list = polygon.if_array())
        for (auto const& ring : *list) add_ring(rings, ring);
}

Rings rings_of(json::object const& geometry) {
    Rings rings;
    auto const* type = geometry.if_contains("type");
    auto const* coordinates = geometry.if_contains("coordinates");
    if (!type || !type->is_string() || !coordinates) return rings;
    if (type->get_string() == "Polygon") add_rings(rings, *coordinates);
    if (type->get_string() == "MultiPolygon")
        if (auto const* polygons = coordinates->if_array())
            for (auto const& polygon : *polygons) add_rings(rings, polygon);
    return rings;
}

}  // namespace

Expected<std::vector<GeoFeature>> read_geojson(std::string_view text) {
    json::error_code error;
    auto const document = json::parse({text.data(), text.size()}, error);
    auto const* root = error ? nullptr : document.if_object();
    auto const* features = root && root->contains("features") ? root->at("features").if_array() : nullptr;
    if (!features)
        return refuse(RefusalKind::invalid, "not-geojson", "The file is not a GeoJSON feature collection");
    std::vector<GeoFeature> found;
    for (auto const& value : *features) {
        GeoFeature feature;
        if (auto const* object = value.if_object()) {
            if (auto const* properties = object->if_contains("properties");
                properties && properties->is_object())
                for (auto const& property : properties->get_object())
                    feature.properties.emplace(std::string(property.key()), as_text(property.value()));
            if (auto const* geometry = object->if_contains("geometry"); geometry && geometry->is_object())
                feature.rings = rings_of(geometry->get_object());
        }
        found.push_back(std::move(feature));
    }
    return found;
}

}  // namespace doorstep::documents
