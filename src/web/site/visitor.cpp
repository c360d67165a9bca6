#include "web/site/visitor.h"

#include "gateways/secrets.h"

namespace doorstep::web {
namespace {

std::optional<std::string> notice_of(usecases::Context& context, http::Request const& request) {
    auto const cookie = request.cookies.value("notice");
    constexpr std::size_t mac_size = 64;
    if (cookie.size() <= mac_size) return std::nullopt;
    // Cookies hold percent-encoded text; a form decoder reads it back.
    auto const words = std::string(http::parse_form("w=" + std::string(cookie.substr(mac_size))).value("w"));
    auto const mac = gateways::hmac_sha256_hex(context.services.site_key.derive("notice"), words);
    if (!gateways::equal_in_constant_time(mac, cookie.substr(0, mac_size))) return std::nullopt;
    return words;
}

}  // namespace

Visitor recognise(usecases::Context& context, http::Request const& request) {
    Visitor visitor;
    std::string secret;
    if (auto const token = request.cookies.get("session"); token && !token->empty()) {
        visitor.facts.token = std::string(*token);
        visitor.session = usecases::accounts::current_session(context, *token);
        visitor.had_dead_session = !visitor.session.has_value();
        if (visitor.session) secret = *token;
    }
    if (secret.empty()) {
        if (auto const cookie = request.cookies.get("visitor"); cookie && cookie->size() == 43) {
            secret = *cookie;
        } else {
            secret = gateways::random_token();
            visitor.new_cookie = http::Cookie{.name = "visitor", .value = secret, .max_age = {}};
        }
    }
    visitor.facts.csrf_token = gateways::hmac_sha256_hex(context.services.site_key.derive("csrf"), secret);
    if (visitor.session)
        visitor.facts.idle_ends_at = context.now.plus_milliseconds(
            visitor.session->idle_ends_at.milliseconds() - context.now.milliseconds());
    visitor.facts.notice = notice_of(context, request);
    return visitor;
}

bool is_not_forged(http::Request const& request, Visitor const& visitor) {
    // Browsers that tell where a request comes from are believed when they say "another site".
    auto const site = request.headers.value("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    return gateways::equal_in_constant_time(request.form.value(pages::csrf_field), visitor.facts.csrf_token);
}

}  // namespace doorstep::web
