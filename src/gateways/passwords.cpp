#include <sodium.h>

#include <array>
#include <semaphore>

#include "base/failure.h"
#include "base/text.h"
#include "gateways/secrets.h"
#include "gateways/sodium.h"

namespace doorstep::gateways {
namespace {

/// Each hash takes 64 MiB: two at once is what a small machine can spare.
std::counting_semaphore<2> hashing_places{2};

thread_local std::int64_t hashed_here = 0;

class HashingPlace {
  public:
    HashingPlace() {
        hashing_places.acquire();
        ++hashed_here;
    }
    ~HashingPlace() { hashing_places.release(); }
};

}  // namespace

std::string hash_password(std::string_view password) {
    need_sodium();
    HashingPlace const place;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(),
                              crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw GatewayError(FailureKind::retry, "Not enough memory to hash a password");
    return out.data();
}

bool password_matches(std::string_view password, std::string_view hash) {
    need_sodium();
    if (hash.size() >= crypto_pwhash_STRBYTES) return false;
    HashingPlace const place;
    std::string const terminated(hash);
    return crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) == 0;
}

void spend_password_time() {
    static std::string const hash = hash_password("nobody has this password");
    password_matches("nor this one", hash);
}

std::int64_t passwords_hashed_on_this_thread() { return hashed_here; }

std::string random_token() { return base64_url(random_bytes(32)); }

std::string random_code() {
    // No 0 O, 1 I L, 5 S: a code survives handwriting.
    static constexpr std::string_view signs = "2346789ABCDEFGHJKMNPQRTUVWXYZ";
    need_sodium();
    std::string code;
    for (int n = 0; n < 12; ++n) {
        if (n == 4 || n == 8) code += '-';
        code += signs[randombytes_uniform(static_cast<std::uint32_t>(signs.size()))];
    }
    return code;
}

std::string code_as_typed(std::string_view typed) {
    std::string code;
    for (char const c : typed)
        if (c != ' ' && c != '-') code += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    return code;
}

std::string token_hash(std::string_view token) { return text::sha256_hex(token); }

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

// libsodium's: OpenSSL 3 looks its algorithm up each time, which costs more than the hash, and every page has
// one.
std::string hmac_sha256_hex(std::string_view key, std::string_view message) {
    auto const bytes = [](std::string_view text) {
        return reinterpret_cast<unsigned char const*>(text.data());
    };
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> out{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes(message), message.size());
    crypto_auth_hmacsha256_final(&state, out.data());
    return text::hex({reinterpret_cast<char const*>(out.data()), out.size()});
}

}  // namespace doorstep::gateways
