#include "forms/json.h"

#include <algorithm>
#include <boost/json.hpp>

namespace doorstep::forms {
namespace {

namespace json = boost::json;

std::optional<std::string> text_of(json::value const& value) {
    switch (value.kind()) {
        case json::kind::string:
            return std::string(value.get_string());
        case json::kind::bool_:
            return value.get_bool() ? "yes" : "no";
        case json::kind::int64:
        case json::kind::uint64:
            return json::serialize(value);
        default:
            return std::nullopt;
    }
}

/// Files come by another way; what a page hides (versions) and passwords are no answers.
bool is_for_programs(FieldShape const& shape) {
    return shape.control != Control::files && shape.control != Control::hidden &&
           shape.control != Control::password;
}

json::object property(FieldShape const& shape) {
    json::object made;
    switch (shape.control) {
        case Control::date:
            made["type"] = "string";
            made["format"] = "date";
            break;
        case Control::checkboxes: {
            json::object items{{"type", "string"}};
            json::array values;
            for (auto const& choice : shape.spec.choices) values.emplace_back(choice.value);
            if (!values.empty()) items["enum"] = std::move(values);
            made["type"] = "array";
            made["items"] = std::move(items);
            break;
        }
        case Control::radios:
        case Control::select:
            if (shape.is_boolean) {
                made["type"] = "boolean";
            } else {
                made["type"] = "string";
                json::array values;
                for (auto const& choice : shape.spec.choices) values.emplace_back(choice.value);
                if (!values.empty()) made["enum"] = std::move(values);
            }
            break;
        case Control::tick:
            made["type"] = "boolean";
            break;
        default:
            made["type"] = shape.is_number ? "integer" : "string";
            if (shape.spec.character_limit > 0) made["maxLength"] = shape.spec.character_limit;
            break;
    }
    made["title"] = json::string(shape.spec.label.english);
    if (!shape.spec.hint.empty()) made["description"] = json::string(shape.spec.hint.english);
    return made;
}

}  // namespace

Expected<Pairs> typed_from_json(std::vector<FieldShape> const& shapes, std::string_view text) {
    boost::system::error_code error;
    auto const document = json::parse({text.data(), text.size()}, error);
    if (error || !document.is_object())
        return refuse(RefusalKind::invalid, "bad-json", "The body must be a JSON object");
    Pairs typed;
    for (auto const& member : document.get_object()) {
        std::string const name(member.key());
        auto const shape = std::find_if(shapes.begin(), shapes.end(), [&](auto const& s) {
            return s.spec.name == name && is_for_programs(s);
        });
        if (shape == shapes.end())
            return refuse_field("unknown-member", name, "There is no member called " + name);
        if (member.value().is_null()) continue;
        if (auto const* list = member.value().if_array()) {
            if (shape->control != Control::checkboxes)
                return refuse_field("bad-member", name, name + " must be one value, not a list");
            for (auto const& item : *list) {
                auto value = text_of(item);
                if (!value) return refuse_field("bad-member", name, name + " must be a list of text");
                typed.add(name, std::move(*value));
            }
            continue;
        }
        auto value = text_of(member.value());
        if (!value) return refuse_field("bad-member", name, name + " must be text, a number, true or false");
        typed.add(name, std::move(*value));
    }
    return typed;
}

std::string schema(std::vector<FieldShape> const& shapes) {
    json::object properties;
    json::array needed;
    for (auto const& shape : shapes) {
        if (!is_for_programs(shape)) continue;
        properties[shape.spec.name] = property(shape);
        if (shape.is_required && shape.revealed_by_field.empty()) needed.emplace_back(shape.spec.name);
    }
    json::object made{
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!needed.empty()) made["required"] = std::move(needed);
    return json::serialize(made);
}

std::string answers_to_json(Pairs const& answers) {
    json::object made;
    for (auto const& [name, value] : answers) {
        auto& list = made[name];
        if (!list.is_array()) list = json::array{};
        list.get_array().emplace_back(value);
    }
    return json::serialize(made);
}

Pairs answers_from_json(std::string_view text) {
    Pairs answers;
    boost::system::error_code error;
    auto const document = json::parse({text.data(), text.size()}, error);
    if (error || !document.is_object()) return answers;
    for (auto const& member : document.get_object())
        if (auto const* list = member.value().if_array())
            for (auto const& item : *list)
                if (item.is_string()) answers.add(std::string(member.key()), std::string(item.get_string()));
    return answers;
}

}  // namespace doorstep::forms
