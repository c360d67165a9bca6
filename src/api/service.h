#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/endpoint.h"
#include "http/rate_limit.h"
#include "http/route.h"
#include "usecases/accounts/api_tokens.h"
#include "usecases/services.h"

namespace doorstep::api {

struct Limits {
    /// Calls with one token within a minute.
    int calls_per_minute = 600;
    /// Calls without a token that works, from one address within a minute.
    int unknown_callers_per_minute = 60;
};

/// The API behind the web server: finds the route, knows the token, refuses what scopes and permissions do
/// not allow, answers a key that was used before with what it made then. No cookies, no sessions: what a
/// browser sends along by itself counts for nothing here, so nothing can be forged with it.
///
/// Throws what use-cases throw; web/ turns it into problem+json.
class Service {
  public:
    Service(usecases::Services& services, Endpoints const& endpoints, Limits limits);

    static bool is_address(std::string_view path) { return path.starts_with("/api/"); }
    http::Response answer(http::Request& request);

    /// What a request to this address may carry.
    http::Body body(http::Method method, std::string_view path) const;
    /// For counts and logs; nothing when there is no such address.
    std::optional<std::string_view> pattern(http::Method method, std::string_view path) const;

  private:
    http::Response answer_endpoint(http::Request& request, Endpoint const& endpoint);
    http::Response answer_caller(Call& call, Endpoint const& endpoint);
    http::Response answer_once(Call& call, Endpoint const& endpoint);

    usecases::Services& services_;
    Endpoints const& endpoints_;
    http::PathTable paths_;
    http::RateLimit calls_;
    http::RateLimit unknown_callers_;
};

}  // namespace doorstep::api
