#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

#include "base/failure.h"
#include "gateways/sodium.h"
#include "gateways/web_post.h"

namespace doorstep::gateways {
namespace {

constexpr std::string_view secret_prefix = "whsec_";
constexpr std::size_t secret_length = 32;

std::string base64(std::string_view bytes) {
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out.resize(out.size() - 1);
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(),
                          nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        throw GatewayError(FailureKind::bug, "a webhook's secret is not base 64");
    out.resize(size);
    return out;
}

}  // namespace

std::string new_webhook_secret() { return std::string(secret_prefix) + base64(random_bytes(secret_length)); }

std::string webhook_signature(std::string_view secret, std::string_view id, std::int64_t seconds,
                              std::string_view body) {
    auto const key = from_base64(secret.substr(secret.starts_with(secret_prefix) ? secret_prefix.size() : 0));
    auto const signed_text = std::string(id) + "." + std::to_string(seconds) + "." + std::string(body);
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<unsigned char const*>(signed_text.data()), signed_text.size(), digest.data(),
         &length);
    return "v1," + base64({reinterpret_cast<char const*>(digest.data()), digest.size()});
}

}  // namespace doorstep::gateways
