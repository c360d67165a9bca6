#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

/// Reading dated rows of TOML; included by .cpp files only, because toml++ compiles slowly.
namespace doorstep::legal {

inline std::optional<Date> date_in(toml::table const& table, std::string_view key) {
    auto const* value = table[key].as_date();
    if (value == nullptr) return std::nullopt;
    return Date::of(value->get().year, value->get().month, value->get().day);
}

inline std::string text_in(toml::table const& table, std::string_view key) {
    return table[key].value_or(std::string());
}

}  // namespace doorstep::legal
