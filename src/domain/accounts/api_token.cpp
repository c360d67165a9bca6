#include "domain/accounts/api_token.h"

#include "base/text.h"

namespace doorstep::domain::accounts {
namespace {

constexpr std::size_t random_length = 43;
constexpr std::size_t checksum_length = 8;
constexpr std::size_t longest_token_name = 100;

std::string checksum_of(std::string_view random_characters) {
    return text::sha256_hex(random_characters).substr(0, checksum_length);
}

}  // namespace

std::string token_from(std::string_view random_characters) {
    return std::string(token_prefix)
        .append(random_characters)
        .append("_")
        .append(checksum_of(random_characters));
}

bool looks_like_token(std::string_view token) {
    if (token.size() != token_prefix.size() + random_length + 1 + checksum_length ||
        !token.starts_with(token_prefix))
        return false;
    auto const random = token.substr(token_prefix.size(), random_length);
    return token.substr(token_prefix.size() + random_length) == "_" + checksum_of(random);
}

std::string beginning_of_token(std::string_view token) {
    return std::string(token.substr(0, token_prefix.size() + 4));
}

Expected<Done> check_token(std::string_view name, access::Scopes scopes) {
    if (text::trim(name).empty())
        return refuse_field("token-name", "name", "Enter a name, such as the program it is for");
    if (text::length(name) > longest_token_name)
        return refuse_field("token-name", "name", "Name must be 100 characters or fewer");
    if (scopes.empty()) return refuse_field("token-scopes", "scopes", "Select what the program may do");
    return Done{};
}

}  // namespace doorstep::domain::accounts
