#include "api/call.h"

#include "base/text.h"
#include "http/conditions.h"

namespace doorstep::api {

Refusal Call::refusal_of(std::vector<Problem> problems) {
    Refusal refusal(RefusalKind::invalid, "invalid", problems.front().message);
    for (auto& one : problems) std::move(refusal).with_problem(std::move(one.field), std::move(one.message));
    return refusal;
}

http::Pairs Call::merge(http::Pairs stored, http::Pairs const& typed) const {
    auto const body = json::parse(request.body).as_object();
    for (auto const& member : body) {
        std::string const name(member.key());
        for (auto const* part : {"", "-day", "-month", "-year"}) stored.remove(name + part);
    }
    for (auto const& [name, value] : typed) stored.add(name, value);
    return stored;
}

Expected<std::int64_t> Call::seen_version() const {
    auto const header = request.headers.get("if-match");
    if (!header)
        return refuse(RefusalKind::invalid, "if-match-missing",
                      "Send If-Match with the ETag of what you saw");
    // "7.0f3a...": the version before the point. A weak ETag never matches (RFC 9110, 13.1.1).
    auto tag = text::trim(*header);
    auto const changed =
        refuse(RefusalKind::conflict, "changed-meanwhile", "This is not the ETag of what is stored now");
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return changed;
    tag = tag.substr(1, tag.size() - 2);
    auto const version = forms::Codec<std::int64_t>::decode(tag.substr(0, tag.find('.')));
    if (!version || *version < 1) return changed;
    return *version;
}

http::Response Call::with_etag(http::Response response, std::int64_t version) const {
    // The words of a resource can change without its version, such as the name of an owner.
    auto const etag =
        "\"" + std::to_string(version) + "." + text::sha256_hex(response.body).substr(0, 12) + "\"";
    if (auto const known = request.headers.get("if-none-match"); known && http::matches_etag(*known, etag)) {
        response = {};
        response.status = 304;
        response.content_type.clear();
    }
    response.headers.emplace_back("ETag", etag);
    return response;
}

http::Response Call::page_response(json::object const& page, std::optional<std::string> const& next) const {
    auto response = http::json(200, json::serialize(page));
    if (next) {
        auto query = request.query;
        query.set("cursor", *next);
        response.headers.emplace_back(
            "Link", "<" + request.path + "?" + http::encode_form(query) + ">; rel=\"next\"");
    }
    return response;
}

http::Response Call::refused(Refusal const& refusal) const {
    auto const& code = refusal.code();
    if (code == "if-match-missing") return problem(428, refusal);
    if (code == "bad-json" || code == "bad-parameter") return problem(400, refusal);
    if (code == "changed-meanwhile" && request.headers.has("if-match")) return problem(412, refusal);
    return problem(refusal);
}

std::string Call::kept(http::Response const& response) {
    json::object headers;
    for (auto const& [name, value] : response.headers) headers[name] = json::string(value);
    return json::serialize(json::object{{"status", response.status},
                                        {"type", json::string(response.content_type)},
                                        {"headers", std::move(headers)},
                                        {"body", json::string(response.body)}});
}

http::Response Call::from_kept(std::string_view text) {
    auto const kept = json::parse({text.data(), text.size()}).as_object();
    http::Response response;
    response.status = static_cast<int>(kept.at("status").as_int64());
    response.content_type = std::string(kept.at("type").as_string());
    for (auto const& [name, value] : kept.at("headers").as_object())
        response.headers.emplace_back(std::string(name), std::string(value.as_string()));
    response.body = std::string(kept.at("body").as_string());
    return response;
}

}  // namespace doorstep::api
