#include "cli/json_line.h"

#include <fmt/core.h>

#include <boost/json.hpp>

namespace doorstep::cli {

std::string json_text(std::string_view text) {
    return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

void JsonLine::name(std::string_view name) {
    if (!body_.empty()) body_ += ',';
    body_ += json_text(name) + ":";
}

JsonLine& JsonLine::set(std::string_view key, std::string_view value) {
    name(key);
    body_ += json_text(value);
    return *this;
}

JsonLine& JsonLine::set(std::string_view key, std::int64_t value) {
    name(key);
    body_ += std::to_string(value);
    return *this;
}

JsonLine& JsonLine::set(std::string_view key, bool value) {
    name(key);
    body_ += value ? "true" : "false";
    return *this;
}

JsonLine& JsonLine::set(std::string_view key, std::vector<std::string> const& values) {
    name(key);
    body_ += '[';
    for (auto const& value : values) {
        if (body_.back() != '[') body_ += ',';
        body_ += json_text(value);
    }
    body_ += ']';
    return *this;
}

JsonLine& JsonLine::set_json(std::string_view key, std::string_view json) {
    name(key);
    body_ += json;
    return *this;
}

void JsonLine::print() const { fmt::print("{}\n", text()); }

}  // namespace doorstep::cli
