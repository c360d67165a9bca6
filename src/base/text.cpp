#include "base/text.h"

#include <openssl/evp.h>

#include <array>
#include <memory>

#include "base/assert.h"

namespace doorstep::text {
namespace {

constexpr bool is_space(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
}

/// A byte that starts a code point: not a UTF-8 continuation byte.
constexpr bool starts_code_point(char character) {
    return (static_cast<unsigned char>(character) & 0xc0) != 0x80;
}

constexpr std::string_view ellipsis = "…";

}  // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& character : result)
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        auto const end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(std::vector<std::string> const& parts, std::string_view separator) {
    std::string result;
    for (auto const& part : parts) {
        if (&part != &parts.front()) result += separator;
        result += part;
    }
    return result;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (char const character : text) count += starts_code_point(character) ? 1 : 0;
    return count;
}

std::string shorten(std::string_view text, std::size_t limit) {
    if (length(text) <= limit) return std::string(text);
    if (limit == 0) return {};
    std::size_t position = 0;
    for (std::size_t seen = 0; position < text.size(); ++position)
        if (starts_code_point(text[position]) && ++seen == limit) break;
    return std::string(trim(text.substr(0, position))).append(ellipsis);
}

std::string count_of(long long count, std::string_view singular, std::string_view plural) {
    return thousands(count).append(" ").append(count == 1 ? singular : plural);
}

std::string thousands(long long value) {
    auto result = std::to_string(value);
    auto const first_digit = value < 0 ? 1 : 0;
    for (auto position = static_cast<int>(result.size()) - 3; position > first_digit; position -= 3)
        result.insert(static_cast<std::size_t>(position), 1, ',');
    return result;
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string result(bytes.size() * 2, '\0');
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        auto const byte = static_cast<unsigned char>(bytes[place]);
        result[2 * place] = hexadecimal[byte >> 4];
        result[2 * place + 1] = hexadecimal[byte & 0x0f];
    }
    return result;
}

std::string sha256_hex(std::string_view bytes) {
    // Looking the algorithm up costs as much as hashing an event.
    static EVP_MD const* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(),
                                                                                       EVP_MD_CTX_free);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    bool const done = EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1 &&
                      EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                      EVP_DigestFinal_ex(context.get(), digest.data(), &size) == 1;
    DOORSTEP_ASSERT(done, "SHA-256 is not available");
    return hex({reinterpret_cast<char const*>(digest.data()), size});
}

}  // namespace doorstep::text
