#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/resource.h"

/// A page of a list: its items, and the cursor of the next page or null.
namespace doorstep::api {

template <class T>
json::object write_page(Resource<T> const& resource, std::vector<T> const& items,
                        std::optional<std::string> const& next) {
    json::array all;
    for (auto const& item : items) all.push_back(resource.write(item));
    return {{"items", std::move(all)}, {"next", JsonOf<std::optional<std::string>>::write(next)}};
}

/// Schema of a page of this resource, put among `schemas`; gives the reference to it.
template <class T>
json::object page_schema(Resource<T> const& resource, json::object& schemas) {
    auto const name = resource.name + "Page";
    resource.collect(schemas);
    auto next = JsonOf<std::optional<std::string>>::schema();
    next["description"] = "Give it as `cursor` to get the next page; null on the last";
    schemas[name] = json::object{
        {"type", "object"},
        {"properties",
         json::object{{"items", json::object{{"type", "array"}, {"items", resource.reference()}}},
                      {"next", std::move(next)}}},
        {"required", json::array{"items", "next"}},
        {"additionalProperties", false}};
    return {{"$ref", json::string("#/components/schemas/" + name)}};
}

}  // namespace doorstep::api
