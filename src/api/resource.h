#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "api/json.h"

/// What the API answers with, declared once: from the list of members come the JSON and its schema.
///
///   Resource<Task> const& task_resource() {
///       static Resource<Task> const resource{"Task", {
///           member<Task>("what", "What has to be done", [](Task const& t) { return t.what; }), ...}};
///       return resource;
///   }
namespace doorstep::api {

template <class T>
struct Member {
    std::string name;
    json::object schema;
    std::function<json::value(T const&)> write;
    /// Adds the schemas that this one refers to.
    std::function<void(json::object& schemas)> collect;
};

template <class T>
struct Resource {
    std::string name;  ///< "Task": unique in the document
    std::vector<Member<T>> members;

    json::object write(T const& value) const {
        json::object object;
        for (auto const& member : members) object[member.name] = member.write(value);
        return object;
    }
    json::object schema() const {
        json::object properties;
        json::array needed;
        for (auto const& member : members) {
            properties[member.name] = member.schema;
            needed.emplace_back(json::string(member.name));
        }
        return {{"type", "object"},
                {"properties", std::move(properties)},
                {"required", std::move(needed)},
                {"additionalProperties", false}};
    }
    json::object reference() const { return {{"$ref", json::string("#/components/schemas/" + name)}}; }
    void collect(json::object& schemas) const {
        if (schemas.contains(name)) return;
        schemas[name] = schema();
        for (auto const& member : members)
            if (member.collect) member.collect(schemas);
    }
};

/// One value; its schema by the type that `get` returns.
template <class T, class Get>
Member<T> member(std::string name, std::string description, Get get) {
    using Value = std::remove_cvref_t<std::invoke_result_t<Get, T const&>>;
    auto schema = JsonOf<Value>::schema();
    schema["description"] = json::string(description);
    return {.name = std::move(name),
            .schema = std::move(schema),
            .write = [get](T const& from) { return JsonOf<Value>::write(get(from)); },
            .collect = {}};
}

/// Many of another resource.
template <class T, class Part, class Get>
Member<T> list_member(std::string name, std::string description, Resource<Part> const& part, Get get) {
    return {.name = std::move(name),
            .schema = {{"type", "array"},
                       {"items", part.reference()},
                       {"description", json::string(description)}},
            .write =
                [&part, get](T const& from) {
                    json::array all;
                    for (auto const& one : get(from)) all.push_back(part.write(one));
                    return json::value(std::move(all));
                },
            .collect = [&part](json::object& schemas) { part.collect(schemas); }};
}

/// One of another resource, or null; `get` returns a pointer or an optional.
template <class T, class Part, class Get>
Member<T> optional_member(std::string name, std::string description, Resource<Part> const& part, Get get) {
    return {.name = std::move(name),
            .schema = {{"anyOf", json::array{part.reference(), json::object{{"type", "null"}}}},
                       {"description", json::string(description)}},
            .write =
                [&part, get](T const& from) {
                    auto const& one = get(from);
                    return one ? json::value(part.write(*one)) : json::value(nullptr);
                },
            .collect = [&part](json::object& schemas) { part.collect(schemas); }};
}

}  // namespace doorstep::api
