#pragma once

#include <boost/json.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "base/strong_id.h"

/// How one value is written as JSON, and its JSON Schema (2020-12). A type without these does not compile.
namespace doorstep::api {

namespace json = boost::json;

template <class T>
struct JsonOf;

template <>
struct JsonOf<std::string> {
    static json::value write(std::string const& value) { return json::string(value); }
    static json::object schema() { return {{"type", "string"}}; }
};

template <>
struct JsonOf<std::string_view> {
    static json::value write(std::string_view value) { return json::string(value.data(), value.size()); }
    static json::object schema() { return {{"type", "string"}}; }
};

template <>
struct JsonOf<bool> {
    static json::value write(bool value) { return value; }
    static json::object schema() { return {{"type", "boolean"}}; }
};

template <std::integral I>
requires(!std::same_as<I, bool>) struct JsonOf<I> {
    static json::value write(I value) { return static_cast<std::int64_t>(value); }
    static json::object schema() { return {{"type", "integer"}}; }
};

template <>
struct JsonOf<double> {
    static json::value write(double value) { return value; }
    static json::object schema() { return {{"type", "number"}}; }
};

template <>
struct JsonOf<Date> {
    static json::value write(Date value) { return json::string(value.iso()); }
    static json::object schema() { return {{"type", "string"}, {"format", "date"}}; }
};

template <>
struct JsonOf<Instant> {
    static json::value write(Instant value) { return json::string(value.iso()); }
    static json::object schema() { return {{"type", "string"}, {"format", "date-time"}}; }
};

/// London wall-clock time.
template <>
struct JsonOf<TimeOfDay> {
    static json::value write(TimeOfDay value) { return json::string(value.iso()); }
    static json::object schema() { return {{"type", "string"}, {"pattern", "^[0-2][0-9]:[0-5][0-9]$"}}; }
};

template <class Tag>
struct JsonOf<StrongId<Tag>> {
    static json::value write(StrongId<Tag> const& value) {
        return json::string(value.text().data(), value.text().size());
    }
    static json::object schema() { return {{"type", "string"}, {"format", "uuid"}}; }
};

template <NamedEnum E>
struct JsonOf<E> {
    static json::value write(E value) {
        auto const name = name_of(value);
        return json::string(name.data(), name.size());
    }
    static json::object schema() {
        json::array names;
        for (auto const& row : all_of<E>())
            names.emplace_back(json::string(row.name.data(), row.name.size()));
        return {{"type", "string"}, {"enum", std::move(names)}};
    }
};

/// The same schema, or null. An enum takes null among its values too.
inline json::object or_null(json::object schema) {
    if (auto* type = schema.if_contains("type"); type && type->is_string()) {
        schema["type"] = json::array{*type, "null"};
        if (auto* values = schema.if_contains("enum")) values->as_array().emplace_back(nullptr);
        return schema;
    }
    return {{"anyOf", json::array{std::move(schema), json::object{{"type", "null"}}}}};
}

/// Nothing is null, never left out: a client sees every member of a resource.
template <class T>
struct JsonOf<std::optional<T>> {
    static json::value write(std::optional<T> const& value) {
        return value ? JsonOf<T>::write(*value) : json::value(nullptr);
    }
    static json::object schema() { return or_null(JsonOf<T>::schema()); }
};

template <class T>
struct JsonOf<std::vector<T>> {
    static json::value write(std::vector<T> const& values) {
        json::array all;
        for (auto const& value : values) all.push_back(JsonOf<T>::write(value));
        return all;
    }
    static json::object schema() { return {{"type", "array"}, {"items", JsonOf<T>::schema()}}; }
};

}  // namespace doorstep::api
