#include "web/site/visitor.h"

#include "gateways/secrets.h"

namespace doorstep::web {
namespace {

constexpr std::string_view form_purpose = "csrf";

std::optional<std::string> notice_of(usecases::Context& context, http::Request const& request) {
    auto const cookie = request.cookies.value("notice");
    constexpr std::size_t mac_size = 64;
    if (cookie.size() <= mac_size) return std::nullopt;
    // Cookies hold percent-encoded text; a form decoder reads it back.
    auto const words = std::string(http::parse_form("w=" + std::string(cookie.substr(mac_size))).value("w"));
    if (!context.services.site_key.is_mac("notice", words, cookie.substr(0, mac_size))) return std::nullopt;
    return words;
}

std::string form_token(usecases::Context& context, std::string_view cookie) {
    return context.services.site_key.mac(form_purpose, cookie);
}

}  // namespace

Visitor recognise(usecases::Context& context, http::Request const& request) {
    Visitor visitor;
    if (auto const token = request.cookies.get("session"); token && !token->empty()) {
        visitor.facts.token = std::string(*token);
        visitor.session = usecases::accounts::current_session(context, *token);
        visitor.had_dead_session = !visitor.session.has_value();
    }
    if (auto const cookie = request.cookies.get("visitor"); cookie && cookie->size() == 43) {
        visitor.browser = *cookie;
    } else {
        visitor.browser = gateways::random_token();
        visitor.new_cookie = http::Cookie{.name = "visitor", .value = visitor.browser, .max_age = {}};
    }
    visitor.facts.csrf_token = form_token(context, visitor.session ? visitor.facts.token : visitor.browser);
    if (visitor.session)
        visitor.facts.idle_ends_at = context.now.plus_milliseconds(
            visitor.session->idle_ends_at.milliseconds() - context.now.milliseconds());
    visitor.facts.notice = notice_of(context, request);
    return visitor;
}

FormOrigin origin_of_form(usecases::Context& context, http::Request const& request, Visitor const& visitor) {
    // Browsers that tell where a request comes from are believed when they say "another site".
    auto const site = request.headers.value("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return {};
    auto const given = request.form.value(pages::csrf_field);
    auto const is_token_of = [&](std::string_view cookie) {
        return context.services.site_key.is_mac(form_purpose, cookie, given);
    };
    if (is_token_of(visitor.session ? visitor.facts.token : visitor.browser))
        return {Origin::this_session, {}};
    for (auto const* cookie : {"session", "earlier"}) {
        auto const token = request.cookies.value(cookie);
        if (!token.empty() && is_token_of(token))
            return {Origin::earlier_session, usecases::accounts::account_of_ended_session(context, token)};
    }
    return {};
}

void keep_earlier_session(http::Request const& request, Visitor const& visitor, http::Response& response) {
    auto const old = request.cookies.value("session");
    bool const half_open = visitor.session && !visitor.session->second_factor_done;
    if (old.empty() || half_open) return;
    for (auto const& cookie : response.cookies)
        if (cookie.name == "session" && cookie.value != old) {
            response.cookies.push_back({.name = "earlier", .value = std::string(old), .max_age = {}});
            return;
        }
}

}  // namespace doorstep::web
