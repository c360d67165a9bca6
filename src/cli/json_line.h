#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace doorstep::cli {

/// One JSON object on a line of stdout, for machines.
class JsonLine {
  public:
    JsonLine& set(std::string_view name, std::string_view value);
    JsonLine& set(std::string_view name, char const* value) { return set(name, std::string_view(value)); }
    JsonLine& set(std::string_view name, std::int64_t value);
    JsonLine& set(std::string_view name, bool value);
    JsonLine& set(std::string_view name, std::vector<std::string> const& values);
    /// Already JSON.
    JsonLine& set_json(std::string_view name, std::string_view json);
    std::string text() const { return "{" + body_ + "}"; }
    void print() const;

  private:
    void name(std::string_view name);
    std::string body_;
};

std::string json_text(std::string_view text);

}  // namespace doorstep::cli
