#pragma once

#include <functional>
#include <string>
#include <vector>

#include "api/call.h"
#include "http/route.h"

namespace doorstep::api {

using Handler = std::function<http::Response(Call&)>;

/// A parameter of the address's query.
struct QueryParameter {
    std::string name;
    std::string description;
    json::object schema{{"type", "string"}};
};
QueryParameter cursor_parameter();
QueryParameter limit_parameter();
/// One of the names of an enum.
template <class E>
QueryParameter enum_parameter(std::string name, std::string description) {
    return {std::move(name), std::move(description), JsonOf<E>::schema()};
}

/// What a route answers when all is well.
struct AnswerShape {
    int status = 200;
    std::string description;
    /// Puts what it needs among `schemas` and gives the schema of the body; empty without a body.
    std::function<json::object(json::object& schemas)> schema;
    bool has_etag = false;
    bool has_link = false;  ///< a page of a list
};

enum class Needs { nothing, idempotency_key, if_match };

/// One row of the API's route table. Routes, permissions, the document and its tests all come from it.
struct Endpoint {
    http::Method method{};
    std::string pattern;  ///< "/api/v1/cases/{reference}"
    http::Access access = http::Access::everyone();
    std::string operation;  ///< "getCase": name of the function in generated clients
    std::string summary;
    Handler handler;
    AnswerShape answer;
    std::vector<QueryParameter> query;
    /// JSON Schema of the body, from the form; empty when the route takes none.
    std::function<std::string()> body;
    /// POST that makes something, or PATCH and POST that change what was seen.
    Needs needs = Needs::nothing;
};
using Endpoints = std::vector<Endpoint>;

template <class T>
AnswerShape one(Resource<T> const& resource, std::string description) {
    return {
        .status = 200, .description = std::move(description), .schema = [&resource](json::object& schemas) {
            resource.collect(schemas);
            return resource.reference();
        }};
}
template <class T>
AnswerShape one_with_etag(Resource<T> const& resource, std::string description) {
    auto shape = one(resource, std::move(description));
    shape.has_etag = true;
    return shape;
}
template <class T>
AnswerShape made(Resource<T> const& resource, std::string description) {
    auto shape = one(resource, std::move(description));
    shape.status = 201;
    return shape;
}
template <class T>
AnswerShape page_of(Resource<T> const& resource, std::string description) {
    return {.status = 200,
            .description = std::move(description),
            .schema = [&resource](json::object& schemas) { return page_schema(resource, schemas); },
            .has_link = true};
}
inline AnswerShape no_content(std::string description) {
    return {.status = 204, .description = std::move(description), .schema = {}};
}

/// The schema of a form's body.
template <class Input>
std::function<std::string()> body_of(forms::Form<Input> const& (*form)()) {
    return [form] { return forms::schema(form().shapes()); };
}

/// The same for a change: nothing is required.
template <class Input>
std::function<std::string()> changes_of(forms::Form<Input> const& (*form)()) {
    return [form] {
        auto shapes = form().shapes();
        for (auto& shape : shapes) shape.is_required = false;
        return forms::schema(shapes);
    };
}

/// "limit" between 1 and 100, 50 when not given. Refused when it is no such number.
Expected<int> limit_of(Call const& call);
/// For lists that are counted in pages: the page the cursor names, 1 when not given; and the cursor of the
/// next.
Expected<int> page_of_cursor(Call const& call);
std::optional<std::string> cursor_after(int page, int pages);
/// The value of an enum in the query; nothing when not given. Refused when it is not one of the names.
template <class E>
Expected<std::optional<E>> enum_of(Call const& call, std::string_view name) {
    auto const given = call.request.query.get(name);
    if (!given) return std::optional<E>();
    auto const value = enum_from_name<E>(*given);
    if (!value)
        return refuse(
            Refusal(RefusalKind::invalid, "bad-parameter", "There is no such value of " + std::string(name)));
    return value;
}

}  // namespace doorstep::api
