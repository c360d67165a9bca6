#include "web/site/cookie_names.h"

namespace doorstep::web {
namespace {

constexpr std::string_view host_prefix = "__Host-";

}  // namespace

void take_prefix_from_cookies(http::Request& request) {
    http::Pairs believed;
    for (auto const& [name, value] : request.cookies) {
        bool const has_prefix = name.starts_with(host_prefix);
        if (has_prefix != request.secure) continue;
        believed.add(has_prefix ? name.substr(host_prefix.size()) : name, value);
    }
    request.cookies = std::move(believed);
}

void give_prefix_to_cookies(http::Request const& request, http::Response& response) {
    if (!request.secure) return;
    for (auto& cookie : response.cookies) cookie.name.insert(0, host_prefix);
}

}  // namespace doorstep::web
