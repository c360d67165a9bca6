#include "api/problem.h"

#include <array>

#include "api/json.h"

namespace doorstep::api {
namespace {

struct StatusWords {
    int status;
    std::string_view code;
    std::string_view title;
    std::string_view detail;
};
constexpr std::array status_table{
    StatusWords{400, "bad-request", "Bad request", "The request could not be understood"},
    StatusWords{401, "signed-out", "Unauthorised", "Send a token that works: Authorization: Bearer"},
    StatusWords{403, "not-allowed", "Forbidden", "This is not allowed"},
    StatusWords{404, "not-found", "Not found", "There is nothing at this address"},
    StatusWords{405, "method-not-allowed", "Method not allowed", "This address does not take this method"},
    StatusWords{408, "too-slow", "Request timeout", "The request came too slowly"},
    StatusWords{409, "conflict", "Conflict", "This cannot be done as things stand"},
    StatusWords{410, "expired", "Gone", "This has ended"},
    StatusWords{412, "changed-meanwhile", "Precondition failed", "Someone changed this meanwhile"},
    StatusWords{413, "too-large", "Content too large", "Send less, and a body only where one is taken"},
    StatusWords{414, "address-too-long", "URI too long", "The address is too long"},
    StatusWords{415, "not-json", "Unsupported media type", "Send the body as application/json"},
    StatusWords{417, "expectation-failed", "Expectation failed", "The expectation cannot be met"},
    StatusWords{422, "invalid", "Unprocessable content", "What was sent is missing something or wrong"},
    StatusWords{428, "if-match-missing", "Precondition required", "Send If-Match with the ETag you saw"},
    StatusWords{429, "too-many", "Too many requests", "Wait a minute, then try again"},
    StatusWords{431, "headers-too-large", "Request header fields too large", "The headers are too large"},
    StatusWords{500, "failed", "Internal server error", "Something went wrong here. It is logged"},
    StatusWords{501, "not-implemented", "Not implemented", "This is not known here"},
    StatusWords{503, "unavailable", "Service unavailable", "Try again in a few seconds"},
    StatusWords{505, "http-version", "HTTP version not supported", "Use HTTP/1.1"},
};

StatusWords const& words_of_status(int status) {
    for (auto const& row : status_table)
        if (row.status == status) return row;
    return status_table[status < 500 ? 0 : status_table.size() - 4];
}

json::string text_value(std::string_view text) { return json::string(text.data(), text.size()); }

json::object problem_object(int status, std::string_view code, std::string_view detail) {
    return {{"type", text_value("urn:doorstep:problem:" + std::string(code))},
            {"title", text_value(words_of_status(status).title)},
            {"status", status},
            {"detail", text_value(detail)},
            {"code", text_value(code)}};
}

http::Response problem_response(int status, json::object const& object) {
    http::Response response;
    response.status = status;
    response.content_type = "application/problem+json";
    response.body = json::serialize(object);
    if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"Doorstep\"");
    if (status == 429) response.headers.emplace_back("Retry-After", "60");
    return response;
}

}  // namespace

http::Response problem(int status, Refusal const& refusal) {
    auto object = problem_object(status, refusal.code(), refusal.message());
    if (!refusal.problems().empty()) {
        json::array problems;
        for (auto const& one : refusal.problems())
            problems.push_back(
                json::object{{"field", text_value(one.field)}, {"message", text_value(one.message)}});
        object["problems"] = std::move(problems);
    }
    if (!refusal.provision().empty()) object["provision"] = text_value(refusal.provision());
    return problem_response(status, object);
}

http::Response problem(Refusal const& refusal) { return problem(http_status(refusal.kind()), refusal); }

http::Response problem(int status, std::string_view code, std::string_view detail) {
    return problem_response(status, problem_object(status, code, detail));
}

http::Response problem(int status) {
    auto const& words = words_of_status(status);
    return problem(status, words.code, words.detail);
}

}  // namespace doorstep::api
