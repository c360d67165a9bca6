#include "http/header_value.h"

#include <algorithm>

namespace doorstep::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_token_character(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
    return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

std::string_view trim_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::optional<HeaderParameters::Parameter> HeaderParameters::malformed() {
    malformed_ = true;
    rest_ = {};
    return std::nullopt;
}

std::optional<HeaderParameters::Parameter> HeaderParameters::next() {
    // Empty parameters, as in "a;; b=c;", are allowed (RFC 9110, 5.6.6).
    do {
        rest_ = trim_blanks(rest_);
        if (rest_.empty()) return std::nullopt;
        if (rest_.front() != ';') return malformed();
        rest_ = trim_blanks(rest_.substr(1));
    } while (rest_.empty() || rest_.front() == ';');

    auto const equals = rest_.find('=');
    if (equals == std::string_view::npos || !is_token(rest_.substr(0, equals))) return malformed();
    Parameter parameter{lower_case(rest_.substr(0, equals)), {}};
    rest_.remove_prefix(equals + 1);

    if (!rest_.starts_with('"')) {
        auto const end = std::min(rest_.find_first_of("; \t"), rest_.size());
        if (!is_token(rest_.substr(0, end))) return malformed();
        parameter.value = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return parameter;
    }
    // Only \" is an escape: browsers escape nothing by backslash, and a Windows path must keep its own.
    for (std::size_t i = 1; i < rest_.size(); ++i) {
        if (rest_[i] == '"') {
            rest_.remove_prefix(i + 1);
            return parameter;
        }
        if (rest_[i] == '\\' && i + 1 < rest_.size() && rest_[i + 1] == '"') ++i;
        parameter.value += rest_[i];
    }
    return malformed();
}

std::string_view after_first_word(std::string_view value) {
    return value.substr(std::min(value.find(';'), value.size()));
}

std::string media_type(std::string_view content_type) {
    return lower_case(trim_blanks(content_type.substr(0, content_type.find(';'))));
}

}  // namespace doorstep::http
