#include "http/response.h"

#include <algorithm>

#include "http/header_value.h"

namespace doorstep::http {

std::optional<std::string_view> Response::header(std::string_view name) const {
    for (auto const& [header_name, value] : headers)
        if (equals_ignoring_case(header_name, name)) return value;
    return std::nullopt;
}

bool is_on_this_site(std::string_view path) {
    auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    return path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\") &&
           std::none_of(path.begin(), path.end(), is_control);
}

namespace {

Response sent_on(int status, std::string path) {
    bool const on_this_site = is_on_this_site(path);
    Response response;
    response.status = status;
    response.headers.emplace_back("Location", on_this_site ? std::move(path) : "/");
    return response;
}

}  // namespace

Response see_other(std::string path) { return sent_on(303, std::move(path)); }

Response moved(std::string path) { return sent_on(301, std::move(path)); }

Response text(int status, std::string body) {
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    return response;
}

Response json(int status, std::string body) {
    Response response;
    response.status = status;
    response.content_type = "application/json";
    response.body = std::move(body);
    return response;
}

}  // namespace doorstep::http
