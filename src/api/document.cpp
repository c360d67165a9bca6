#include "api/document.h"

#include <array>
#include <map>

#include "api/endpoints.h"
#include "base/text.h"

namespace doorstep::api {
namespace {

using http::Method;

json::string words(std::string_view text) { return json::string(text.data(), text.size()); }

json::object problem_schema() {
    auto const text = [](char const* description) {
        return json::object{{"type", "string"}, {"description", description}};
    };
    return {
        {"type", "object"},
        {"description", "RFC 9457"},
        {"properties",
         json::object{
             {"type", text("urn:doorstep:problem: and the code")},
             {"title", text("What the status means")},
             {"status", json::object{{"type", "integer"}}},
             {"detail", text("A sentence for a person")},
             {"code", text("Short and stable, for programs")},
             {"problems", json::object{{"type", "array"},
                                       {"description", "Every member of the body that was missing or wrong"},
                                       {"items", json::object{{"type", "object"},
                                                              {"properties",
                                                               json::object{{"field", text("The member")},
                                                                            {"message", text("What to do")}}},
                                                              {"required", json::array{"field", "message"}},
                                                              {"additionalProperties", false}}}}},
             {"provision", text("The rule or standard that stops it")}}},
        {"required", json::array{"type", "title", "status", "detail", "code"}},
        {"additionalProperties", false}};
}

struct ErrorWords {
    int status;
    char const* name;
    char const* description;
};
constexpr std::array error_table{
    ErrorWords{400, "BadRequest",
               "Not JSON, an unknown parameter, or no Idempotency-Key where one is needed"},
    ErrorWords{401, "Unauthorised", "No token, or one that does not work"},
    ErrorWords{403, "Forbidden", "The account or the token's scopes do not allow it"},
    ErrorWords{404, "NotFound", "Not there, or not for this account to know"},
    ErrorWords{409, "Conflict", "Done already, closed, or the same key is being worked on"},
    ErrorWords{412, "PreconditionFailed", "Changed since the ETag in If-Match"},
    ErrorWords{422, "Unprocessable",
               "Missing or wrong members, each named; or a key used for something else"},
    ErrorWords{428, "PreconditionRequired", "Send If-Match"},
    ErrorWords{429, "TooMany", "Too many calls within a minute: see Retry-After"},
};

json::object error_response(char const* description) {
    return {
        {"description", description},
        {"content",
         json::object{{"application/problem+json",
                       json::object{{"schema", json::object{{"$ref", "#/components/schemas/Problem"}}}}}}}};
}

bool can_answer(Endpoint const& endpoint, int status) {
    bool const changes = endpoint.method != Method::get;
    switch (status) {
        case 401:
        case 403:
        case 429:
            return endpoint.access.needs_sign_in();
        case 404:
            return endpoint.pattern.find('{') != std::string::npos || changes;
        case 409:
        case 422:
            return changes;
        case 412:
        case 428:
            return endpoint.needs == Needs::if_match;
        default:
            return true;
    }
}

std::vector<std::string> path_parameters(std::string_view pattern) {
    std::vector<std::string> names;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1))
        names.emplace_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    return names;
}

json::array parameters_of(Endpoint const& endpoint) {
    json::array all;
    auto const add = [&](std::string_view name, char const* in, std::string_view description, bool required,
                         json::object schema) {
        all.push_back(json::object{{"name", words(name)},
                                   {"in", in},
                                   {"description", words(description)},
                                   {"required", required},
                                   {"schema", std::move(schema)}});
    };
    json::object const text{{"type", "string"}};
    for (auto const& name : path_parameters(endpoint.pattern))
        add(name, "path", name == "reference" ? "Reference, such as ASB-26-00142" : "Its id", true, text);
    for (auto const& one : endpoint.query) add(one.name, "query", one.description, false, one.schema);
    if (endpoint.needs == Needs::idempotency_key)
        add("Idempotency-Key", "header",
            "Made up anew for each thing to make. Sent again with the same body, the first answer comes "
            "again "
            "and nothing is made twice",
            true, {{"type", "string"}, {"minLength", 1}, {"maxLength", 200}});
    if (endpoint.needs == Needs::if_match) add("If-Match", "header", "The ETag of what was seen", true, text);
    if (endpoint.answer.has_etag && endpoint.method == Method::get)
        add("If-None-Match", "header", "The ETag of what is known: 304 when it is still so", false, text);
    return all;
}

json::object responses_of(Endpoint const& endpoint, json::object& schemas) {
    json::object all;
    json::object success{{"description", words(endpoint.answer.description)}};
    json::object headers;
    json::object const text{{"schema", json::object{{"type", "string"}}}};
    if (endpoint.answer.has_etag) headers["ETag"] = text;
    if (endpoint.answer.has_link) headers["Link"] = text;
    if (!headers.empty()) success["headers"] = headers;
    if (endpoint.answer.schema)
        success["content"] =
            json::object{{"application/json", json::object{{"schema", endpoint.answer.schema(schemas)}}}};
    all[std::to_string(endpoint.answer.status)] = std::move(success);
    if (endpoint.answer.has_etag && endpoint.method == Method::get)
        all["304"] = json::object{{"description", "What is known is still so"}, {"headers", headers}};
    for (auto const& row : error_table)
        if (can_answer(endpoint, row.status))
            all[std::to_string(row.status)] =
                json::object{{"$ref", words(std::string("#/components/responses/") + row.name)}};
    all["default"] = json::object{{"$ref", "#/components/responses/Problem"}};
    return all;
}

json::object operation_of(Endpoint const& endpoint, json::object& schemas) {
    // "/api/v1/cases/..." belongs to "cases".
    auto tag = std::string_view(endpoint.pattern).substr(std::string_view("/api/v1/").size());
    tag = tag.substr(0, tag.find('/'));
    json::object operation{{"operationId", words(endpoint.operation)},
                           {"summary", words(endpoint.summary)},
                           {"tags", json::array{words(tag)}}};
    if (auto parameters = parameters_of(endpoint); !parameters.empty())
        operation["parameters"] = std::move(parameters);
    if (endpoint.body) {
        auto name = endpoint.operation + "Body";
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        schemas[name] = json::parse(endpoint.body());
        operation["requestBody"] = json::object{
            {"required", true},
            {"content",
             json::object{
                 {"application/json",
                  json::object{{"schema", json::object{{"$ref", words("#/components/schemas/" + name)}}}}}}}};
    }
    operation["responses"] = responses_of(endpoint, schemas);
    if (!endpoint.access.needs_sign_in()) {
        operation["security"] = json::array{};
    } else if (auto const action = endpoint.access.action()) {
        auto const scope = domain::access::scope_of(*action);
        json::array scopes;
        if (scope) scopes.push_back(words(name_of(*scope)));
        operation["security"] = json::array{json::object{{"token", std::move(scopes)}}};
    }
    return operation;
}

}  // namespace

std::string openapi_document(Endpoints const& endpoints) {
    json::object schemas;
    json::object paths;
    for (auto const& endpoint : endpoints) {
        auto& path = paths[endpoint.pattern];
        if (!path.is_object()) path = json::object{};
        path.as_object()[text::lower_ascii(name_of(endpoint.method))] = operation_of(endpoint, schemas);
    }
    schemas["Problem"] = problem_schema();
    json::object responses;
    for (auto const& row : error_table) responses[row.name] = error_response(row.description);
    responses["Problem"] = error_response("Anything else that went wrong");
    std::string scopes;
    for (auto const& row : all_of<domain::access::Scope>())
        scopes.append("\n- `").append(row.name).append("`: ").append(row.words);
    json::object document{
        {"openapi", "3.1.0"},
        {"info", json::object{{"title", "Doorstep"},
                              {"version", words(DOORSTEP_VERSION)},
                              {"description",
                               "Casework for anti-social behaviour, for programs. Names, checks "
                               "and words are those of the pages. Dates are days in London; "
                               "moments are UTC"},
                              {"license", json::object{{"name", "MIT"}, {"identifier", "MIT"}}}}},
        {"servers", json::array{json::object{{"url", "/"}}}},
        {"security", json::array{json::object{{"token", json::array{}}}}},
        {"paths", std::move(paths)},
        {"components",
         json::object{
             {"securitySchemes",
              json::object{
                  {"token", json::object{{"type", "http"},
                                         {"scheme", "bearer"},
                                         {"description", words("A token made on the page Your account, or by "
                                                               "`doorstep api token add`. Its scopes:" +
                                                               scopes)}}}}},
             {"schemas", std::move(schemas)},
             {"responses", std::move(responses)}}}};
    return json::serialize(document);
}

std::string const& openapi_document() {
    static auto const document = openapi_document(all_endpoints());
    return document;
}

void add_document_endpoint(Endpoints& endpoints) {
    endpoints.push_back({.method = Method::get,
                         .pattern = "/api/v1/openapi.json",
                         .access = http::Access::everyone(),
                         .operation = "getDocument",
                         .summary = "This document",
                         .handler =
                             [](Call&) {
                                 auto response = http::json(200, openapi_document());
                                 response.no_store = false;
                                 return response;
                             },
                         .answer = {.status = 200, .description = "OpenAPI 3.1", .schema = [](json::object&) {
                                        return json::object{{"type", "object"}};
                                    }}});
}

}  // namespace doorstep::api
