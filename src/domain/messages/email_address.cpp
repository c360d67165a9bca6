#include "domain/messages/email_address.h"

#include <algorithm>

namespace doorstep::domain::messages {
namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool has_empty_part(std::string_view text) {
    return text.empty() || text.front() == '.' || text.back() == '.' ||
           text.find("..") != std::string_view::npos;
}

}  // namespace

bool is_email_address(std::string_view text) {
    // RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.2; the whole address by RFC 3696, erratum 1690.
    if (text.size() > 254) return false;
    auto const at = text.find('@');
    if (at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
    auto const name = text.substr(0, at);
    auto const domain = text.substr(at + 1);
    if (name.size() > 64 || has_empty_part(name) || has_empty_part(domain)) return false;
    constexpr std::string_view allowed_in_names = "!#$%&'*+-/=?^_`{|}~.";
    bool const name_is_plain = std::all_of(name.begin(), name.end(), [&](char c) {
        return is_letter_or_digit(c) || allowed_in_names.find(c) != std::string_view::npos;
    });
    bool const domain_is_plain = std::all_of(
        domain.begin(), domain.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; });
    return name_is_plain && domain_is_plain && domain.find('.') != std::string_view::npos;
}

}  // namespace doorstep::domain::messages
