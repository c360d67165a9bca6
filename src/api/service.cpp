#include "api/service.h"

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "http/header_value.h"
#include "usecases/once.h"

namespace doorstep::api {
namespace {

constexpr std::size_t longest_key = 200;

/// RFC 6750, 2.1. Never from the query or a cookie: those end up in logs, or are sent by themselves.
std::optional<std::string_view> bearer_token(http::Request const& request) {
    auto const header = request.headers.get("authorization");
    constexpr std::string_view scheme = "bearer ";
    if (!header || header->size() <= scheme.size() ||
        text::lower_ascii(header->substr(0, scheme.size())) != scheme)
        return std::nullopt;
    return text::trim(header->substr(scheme.size()));
}

http::Response no_such_token() {
    auto response = problem(401, "signed-out", "This token does not work: it is unknown, ended or revoked");
    response.headers.front().second += ", error=\"invalid_token\"";
    return response;
}

http::Response scope_is_missing(domain::access::Scope scope) {
    auto const name = std::string(name_of(scope));
    auto response = problem(403, "scope-missing", "This token needs the scope " + name);
    response.headers.emplace_back(
        "WWW-Authenticate",
        "Bearer realm=\"Doorstep\", error=\"insufficient_scope\", scope=\"" + name + "\"");
    return response;
}

std::optional<http::Response> refuse_unknown_parameters(Call const& call, Endpoint const& endpoint) {
    for (auto const& [name, value] : call.request.query) {
        bool const known = std::any_of(endpoint.query.begin(), endpoint.query.end(),
                                       [&](QueryParameter const& one) { return one.name == name; });
        if (!known)
            return problem(400, "unknown-parameter", "There is no parameter of that name at this address");
    }
    return std::nullopt;
}

std::string fingerprint_of(http::Request const& request) {
    return text::sha256_hex(std::string(name_of(request.method)) + " " + request.path + "\n" + request.body);
}

/// The answer of the first request with this key, or why there is none.
http::Response answer_of(usecases::UsedBefore const& used, std::string const& fingerprint) {
    if (used.fingerprint != fingerprint)
        return problem(422, "key-reused", "This Idempotency-Key was used for another request");
    if (used.answer.empty()) {
        auto response = problem(409, "key-in-use", "A request with this Idempotency-Key is being worked on");
        response.headers.emplace_back("Retry-After", "1");
        return response;
    }
    auto response = Call::from_kept(used.answer);
    response.headers.emplace_back("Idempotency-Replayed", "true");
    return response;
}

}  // namespace

Service::Service(usecases::Services& services, Endpoints const& endpoints, Limits limits)
    : services_(services),
      endpoints_(endpoints),
      calls_(limits.calls_per_minute),
      unknown_callers_(limits.unknown_callers_per_minute) {
    for (std::size_t n = 0; n < endpoints_.size(); ++n)
        paths_.add(endpoints_[n].method, endpoints_[n].pattern, n);
}

http::Body Service::body(http::Method method, std::string_view path) const {
    auto const match = paths_.find(method, path);
    if (!match.value || endpoints_[*match.value].body) return http::Body::json;
    return http::Body::none;
}

std::optional<std::string_view> Service::pattern(http::Method method, std::string_view path) const {
    auto const match = paths_.find(method, path);
    if (!match.value) return std::nullopt;
    return endpoints_[*match.value].pattern;
}

http::Response Service::answer(http::Request& request) {
    auto match = paths_.find(request.method, request.path);
    if (match.value) {
        request.parameters = std::move(match.parameters);
        return answer_endpoint(request, endpoints_[*match.value]);
    }
    if (!match.path_exists) return problem(404);
    auto response = problem(405);
    std::string allowed;
    for (auto const method : match.allowed)
        allowed.append(allowed.empty() ? "" : ", ").append(name_of(method));
    response.headers.emplace_back("Allow", std::move(allowed));
    return response;
}

http::Response Service::answer_endpoint(http::Request& request, Endpoint const& endpoint) {
    // Words come in one language here: codes are for programs, sentences for whoever reads their logs.
    request.language = http::Language::english;
    usecases::Context context(services_, domain::access::Viewer{.door = domain::access::Door::api});
    Call call(context, request);
    if (!endpoint.access.needs_sign_in()) return endpoint.handler(call);

    auto const token = bearer_token(request);
    auto const caller = token ? usecases::accounts::caller_of(context, *token) : std::nullopt;
    if (!caller) {
        if (!unknown_callers_.allow(request.client_address, context.now)) return problem(429);
        return token ? no_such_token() : problem(401);
    }
    auto response = calls_.allow(std::string(caller->token.text()), context.now)
                        ? [&] {
                              context.viewer = caller->viewer;
                              context.viewer.today = context.today;
                              usecases::accounts::touch_token(context, *caller);
                              return answer_caller(call, endpoint);
                          }()
                        : problem(429);
    // The access log: which token did what, and never about whom.
    log::info("api call", {{"token", caller->token},
                           {"account", *caller->viewer.account},
                           {"method", request.method},
                           {"route", log::Safe{endpoint.pattern}},
                           {"status", response.status}});
    context.viewer = caller->viewer;
    context.viewer.today = context.today;
    context.note_view("program", std::nullopt, caller->token.text(),
                      std::string(name_of(request.method)) + " " + endpoint.pattern + " " +
                          std::to_string(response.status));
    return response;
}

http::Response Service::answer_caller(Call& call, Endpoint const& endpoint) {
    if (auto const action = endpoint.access.action()) {
        auto const scope = domain::access::scope_of(*action);
        if (scope && !call.context.viewer.scopes->has(*scope)) return scope_is_missing(*scope);
        if (auto const allowed = call.context.require(*action); !allowed) return problem(allowed.error());
    }
    if (auto refused = refuse_unknown_parameters(call, endpoint)) return std::move(*refused);
    if (endpoint.needs == Needs::if_match)
        if (auto const seen = call.seen_version(); !seen)
            return seen.error().code() == "if-match-missing" ? problem(428, seen.error())
                                                             : problem(412, seen.error());
    if (endpoint.needs == Needs::idempotency_key) return answer_once(call, endpoint);
    return endpoint.handler(call);
}

http::Response Service::answer_once(Call& call, Endpoint const& endpoint) {
    auto const key = call.request.headers.get("idempotency-key");
    if (!key || key->empty() || key->size() > longest_key)
        return problem(
            400, "key-missing",
            "Send an Idempotency-Key of up to 200 characters, made up anew for each thing to make");
    auto& context = call.context;
    context.once = "api:" + std::string(*key);
    context.once_fingerprint = fingerprint_of(call.request);
    if (auto const used = usecases::used_before(context)) return answer_of(*used, context.once_fingerprint);
    auto response = endpoint.handler(call);
    // Refused, perhaps because a request with the same key was a moment earlier.
    if (response.status >= 400)
        if (auto const used = usecases::used_before(context))
            return answer_of(*used, context.once_fingerprint);
    return response;
}

}  // namespace doorstep::api
