#include "api/body.h"

#include <algorithm>

namespace doorstep::api {
namespace {

tl::unexpected<Refusal> bad_member(std::string_view name, std::string const& must_be) {
    return refuse_field("bad-member", std::string(name), std::string(name) + " must be " + must_be);
}

}  // namespace

Expected<Body> Body::read(std::string_view text, std::initializer_list<std::string_view> known) {
    boost::system::error_code error;
    auto document = json::parse({text.data(), text.size()}, error);
    if (error || !document.is_object())
        return refuse(RefusalKind::invalid, "bad-json", "The body must be a JSON object");
    for (auto const& member : document.get_object()) {
        std::string const name(member.key());
        if (std::find(known.begin(), known.end(), name) == known.end())
            return refuse_field("unknown-member", name, "There is no member called " + name);
    }
    return Body(std::move(document.get_object()));
}

Expected<std::optional<std::string>> Body::text(std::string_view name) const {
    auto const* value = object_.if_contains({name.data(), name.size()});
    if (!value || value->is_null()) return std::optional<std::string>();
    if (!value->is_string()) return bad_member(name, "text");
    return std::optional(std::string(value->get_string()));
}

Expected<std::optional<int>> Body::number(std::string_view name) const {
    auto const* value = object_.if_contains({name.data(), name.size()});
    if (!value || value->is_null()) return std::optional<int>();
    if (!value->is_int64() || value->get_int64() < 0 || value->get_int64() > 1'000'000)
        return bad_member(name, "a whole number");
    return std::optional(static_cast<int>(value->get_int64()));
}

Expected<Texts> Body::texts(std::string_view name) const {
    Texts texts;
    auto const* value = object_.if_contains({name.data(), name.size()});
    if (!value || value->is_null()) return texts;
    if (!value->is_object()) return bad_member(name, "an object of texts");
    for (auto const& member : value->get_object()) {
        if (!member.value().is_string()) return bad_member(name, "an object of texts");
        texts.emplace(std::string(member.key()), std::string(member.value().get_string()));
    }
    return texts;
}

json::object texts_schema(std::string_view description) {
    return {{"type", "object"},
            {"description", json::string(description.data(), description.size())},
            {"additionalProperties", json::object{{"type", "string"}}}};
}

}  // namespace doorstep::api
