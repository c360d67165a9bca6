#include "legal/toml_values.h"

#include <stdexcept>

namespace doorstep::legal {
namespace {

[[noreturn]] void fail(std::string_view file_name, std::string_view key, std::string_view what) {
    throw std::logic_error(std::string(file_name) + ": " + std::string(key) + " " + std::string(what));
}

std::optional<Date> date_of(toml::node_view<toml::node const> value) {
    if (auto const date = value.value<toml::date>()) return Date::of(date->year, date->month, date->day);
    if (auto const text = value.value<std::string>()) return Date::parse_iso(*text);
    return std::nullopt;
}

}  // namespace

toml::table parse_toml(std::string_view file_name, std::string_view content) {
    try {
        return toml::parse(content, file_name);
    } catch (toml::parse_error const& error) {
        throw std::logic_error(std::string(file_name) + ", line " +
                               std::to_string(error.source().begin.line) + ": " +
                               std::string(error.description()));
    }
}

std::string text_value(std::string_view file_name, toml::table const& table, std::string_view key) {
    auto value = table[key].value<std::string>();
    if (!value || value->empty()) fail(file_name, key, "is missing");
    return *value;
}

std::int64_t number_value(std::string_view file_name, toml::table const& table, std::string_view key) {
    auto const value = table[key].value<std::int64_t>();
    if (!value) fail(file_name, key, "must be a number");
    return *value;
}

Date date_value(std::string_view file_name, toml::table const& table, std::string_view key) {
    auto const date = date_of(table[key]);
    if (!date) fail(file_name, key, "must be a date");
    return *date;
}

std::optional<Date> optional_date_value(std::string_view file_name, toml::table const& table,
                                        std::string_view key) {
    if (!table.contains(key)) return std::nullopt;
    return date_value(file_name, table, key);
}

std::string any_value_as_text(toml::node const& value) {
    if (auto const* text = value.as_string()) return text->get();
    if (auto const* number = value.as_integer()) return std::to_string(number->get());
    if (auto const* flag = value.as_boolean()) return flag->get() ? "true" : "false";
    return {};
}

}  // namespace doorstep::legal
