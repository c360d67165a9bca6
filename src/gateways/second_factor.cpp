#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "gateways/secrets.h"
#include "gateways/sodium.h"

namespace doorstep::gateways::second_factor {
namespace {

constexpr std::string_view base32_signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";  // RFC 4648 section 6
constexpr std::int64_t step_seconds = 30;

std::string base32(std::string_view bytes) {
    std::string out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (char c : bytes) {
        buffer = (buffer << 8) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5) out += base32_signs[(buffer >> (bits - 5)) & 31];
    }
    return out;
}

std::string from_base32(std::string_view text) {
    std::string out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (char c : text) {
        auto const value = base32_signs.find(c);
        if (value == std::string_view::npos) continue;
        buffer = (buffer << 5) | static_cast<std::uint32_t>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>((buffer >> bits) & 0xff);
        }
    }
    return out;
}

std::string percent_encoded(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (isalnum(byte) || c == '-' || c == '.' || c == '_' || c == '~') {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

}  // namespace

std::string new_secret() { return base32(random_bytes(20)); }

std::string code_at(std::string_view secret_base32, std::int64_t step) {
    // RFC 4226 section 5.3.
    std::array<unsigned char, 8> counter{};
    for (std::size_t n = 8; n > 0; --n, step >>= 8) counter[n - 1] = static_cast<unsigned char>(step & 0xff);
    auto const key = from_base32(secret_base32);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(), mac.data(),
         &size);
    std::size_t const offset = mac[size - 1] & 15U;
    std::uint32_t const number = ((mac[offset] & 0x7fU) << 24) |
                                 (static_cast<std::uint32_t>(mac[offset + 1]) << 16) |
                                 (static_cast<std::uint32_t>(mac[offset + 2]) << 8) | mac[offset + 3];
    auto const digits = std::to_string(number % 1'000'000);
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::int64_t> matching_step(std::string_view secret_base32, std::string_view code,
                                          Instant now) {
    std::string digits;
    for (char c : code)
        if (c != ' ') digits += c;
    auto const step = now.milliseconds() / 1000 / step_seconds;
    for (auto const candidate : {step, step - 1, step + 1})
        if (equal_in_constant_time(code_at(secret_base32, candidate), digits)) return candidate;
    return std::nullopt;
}

std::string setup_link(std::string_view secret_base32, std::string_view issuer, std::string_view account) {
    return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
           "?secret=" + std::string(secret_base32) + "&issuer=" + percent_encoded(issuer) +
           "&digits=6&period=30";
}

}  // namespace doorstep::gateways::second_factor
