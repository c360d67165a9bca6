#pragma once

#include <toml++/toml.h>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

/// Reading the TOML that ships with us: what is missing or wrong is our own mistake, so it throws
/// std::logic_error with the file and the key.
namespace doorstep::legal {

toml::table parse_toml(std::string_view file_name, std::string_view content);
std::string text_value(std::string_view file_name, toml::table const& table, std::string_view key);
std::int64_t number_value(std::string_view file_name, toml::table const& table, std::string_view key);
Date date_value(std::string_view file_name, toml::table const& table, std::string_view key);
std::optional<Date> optional_date_value(std::string_view file_name, toml::table const& table,
                                        std::string_view key);
/// Text as it is, numbers and true or false in words.
std::string any_value_as_text(toml::node const& value);

}  // namespace doorstep::legal
