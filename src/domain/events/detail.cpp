#include "domain/events/detail.h"

#include <boost/json.hpp>

namespace doorstep::domain::events {

Detail& Detail::add(std::string_view field, std::string value_json) {
    if (!body_.empty()) body_ += ',';
    body_ += quoted(field);
    body_ += ':';
    body_ += value_json;
    return *this;
}

std::string Detail::quoted(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

std::string redact(std::string_view detail_json) {
    auto value = boost::json::parse({detail_json.data(), detail_json.size()});
    for (auto& field : value.as_object()) {
        auto* parts = field.value().if_object();
        if (!parts) continue;
        for (auto& part : *parts)
            if (part.key().starts_with('p')) part.value() = nullptr;
    }
    return boost::json::serialize(value);
}

}  // namespace doorstep::domain::events
