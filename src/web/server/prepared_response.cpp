#include "web/server/prepared_response.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/assert.h"
#include "http/header_value.h"
#include "web/compression.h"

namespace doorstep::web::server {
namespace {

std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 416:
            return "Range Not Satisfiable";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "";
    }
}

bool is_safe_value(std::string_view value) {
    return std::none_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    });
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
    DOORSTEP_ASSERT(http::is_token(name) && is_safe_value(value), "not a header: " + std::string(name));
    head.append(name).append(": ").append(value).append("\r\n");
}

bool is_cookie_value(std::string_view value) {
    return is_safe_value(value) && value.find_first_of(";, \"\\") == std::string_view::npos;
}

void append_cookie(std::string& head, http::Cookie const& cookie, bool secure) {
    DOORSTEP_ASSERT(
        http::is_token(cookie.name) && is_cookie_value(cookie.value) && is_cookie_value(cookie.path),
        "not a cookie: " + cookie.name);
    std::string value = fmt::format("{}={}; Path={}", cookie.name, cookie.value, cookie.path);
    if (cookie.max_age) fmt::format_to(std::back_inserter(value), "; Max-Age={}", *cookie.max_age);
    value += "; HttpOnly; SameSite=Lax";
    if (secure) value += "; Secure";
    append_header(head, "Set-Cookie", value);
}

/// RFC 9110, 6.4.1.
bool may_have_content(int status) { return status != 204 && status != 304; }

std::string write_own_headers(http::Request const& request, http::Response const& response) {
    std::string headers;
    headers.reserve(1024);
    if (may_have_content(response.status) && !response.content_type.empty())
        append_header(headers, "Content-Type", response.content_type);
    bool const says_caching = response.header("Cache-Control").has_value();
    if (response.no_store && !says_caching) append_header(headers, "Cache-Control", "no-store");
    for (auto const& [name, value] : response.headers) append_header(headers, name, value);
    for (auto const& cookie : response.cookies) append_cookie(headers, cookie, request.secure);
    return headers;
}

}  // namespace

PreparedResponse prepare_response(http::Request const& request, http::Response&& response) {
    PreparedResponse prepared;
    compress_if_safe(request, response);
    if (response.file) {
        prepared.file.emplace(*response.file);
        prepared.slice = apply_conditions(request, response, prepared.file->size());
        prepared.content_length = prepared.slice.length;
    } else {
        prepared.content_length = response.body.size();
    }
    DOORSTEP_ASSERT(response.status >= 200 && response.status <= 599, "not a status to send");
    prepared.status = response.status;
    prepared.headers = write_own_headers(request, response);
    prepared.body = std::move(response.body);
    prepared.has_content_length = may_have_content(response.status);
    prepared.sends_content = prepared.has_content_length && request.method != http::Method::head;
    return prepared;
}

std::string write_head(PreparedResponse const& response, std::string_view date, AfterResponse after) {
    std::string head;
    head.reserve(response.headers.size() + 160);
    auto const end = std::back_inserter(head);
    fmt::format_to(end, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, reason_of(response.status), date);
    if (response.has_content_length) fmt::format_to(end, "Content-Length: {}\r\n", response.content_length);
    head += response.headers;
    head += after == AfterResponse::close ? "Connection: close\r\n\r\n" : "\r\n";
    return head;
}

}  // namespace doorstep::web::server
