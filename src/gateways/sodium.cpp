#include "gateways/sodium.h"

#include <sodium.h>

#include "base/failure.h"

namespace doorstep::gateways {

void need_sodium() {
    static bool const ready = sodium_init() >= 0;
    if (!ready) throw GatewayError(FailureKind::unavailable, "libsodium could not start");
}

std::string random_bytes(std::size_t count) {
    need_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), count);
    return bytes;
}

std::string base64_url(std::string_view bytes) {
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    out.resize(out.size() - 1);
    return out;
}

std::optional<std::string> from_base64_url(std::string_view text) {
    std::string out(text.size() + 1, '\0');
    std::size_t size = 0;
    char const* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(),
                          nullptr, &size, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text.data() + text.size())
        return std::nullopt;
    out.resize(size);
    return out;
}

}  // namespace doorstep::gateways
