#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace doorstep::http {

/// RFC 9110, 5.6.2.
bool is_token(std::string_view text);
bool is_token_character(char c);
/// Without spaces and tabs at both ends (RFC 9110, 5.6.3).
std::string_view trim_blanks(std::string_view text);
/// ASCII letters compared without case, as header names, types and schemes are.
bool equals_ignoring_case(std::string_view a, std::string_view b);
std::string lower_case(std::string_view text);

/// The parameters of a header value, "form-data; name=\"a\"; filename=b", one after the other.
class HeaderParameters {
  public:
    /// Starts behind the first word: `rest` is empty or begins with ";".
    explicit HeaderParameters(std::string_view rest) : rest_(rest) {}

    struct Parameter {
        std::string name;  ///< lower case
        std::string value;
    };
    /// Nothing at the end, and when what follows is malformed: see is_malformed().
    std::optional<Parameter> next();
    bool is_malformed() const { return malformed_; }

  private:
    std::optional<Parameter> malformed();
    std::string_view rest_;
    bool malformed_ = false;
};

/// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type);
/// What follows the media type, for HeaderParameters.
std::string_view after_first_word(std::string_view value);

}  // namespace doorstep::http
