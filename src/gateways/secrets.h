#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

/// Passwords, tokens and codes. libsodium for passwords, sealing and randomness; OpenSSL for HMAC.
namespace doorstep::gateways {

/// Argon2id, 64 MiB and 2 passes (libsodium's "interactive"), in its own text form with salt. At most two run
/// at once; others wait their turn. About 70 ms.
std::string hash_password(std::string_view password);
/// False for a wrong password and for a hash that is no hash.
bool password_matches(std::string_view password, std::string_view hash);
/// Spends what checking a password would: for a name nobody has, so that the answer's time tells nothing.
void spend_password_time();
/// How many passwords this thread has hashed, to set or to check: an answer that must take the same time
/// whoever asks hashes the same number.
std::int64_t passwords_hashed_on_this_thread();

/// 256 random bits as 43 characters that are safe in cookies and links.
std::string random_token();
/// For reading out and writing down: "7KQM-2XWP-9FHR", no letters or digits that look alike. About 58 bits.
std::string random_code();
/// A written code as it is hashed: without spaces and dashes, in capitals, so that it may be typed as people
/// do.
std::string code_as_typed(std::string_view typed);
/// What of a token is stored: SHA-256 in hexadecimal.
std::string token_hash(std::string_view token);
/// In the same time whatever differs.
bool equal_in_constant_time(std::string_view a, std::string_view b);
std::string hmac_sha256_hex(std::string_view key, std::string_view message);

/// Codes from an authenticator app: RFC 6238 with SHA-1, 6 digits, 30 seconds (what such apps support).
namespace second_factor {
/// 160 random bits in base 32, as apps take it.
std::string new_secret();
/// The step (30-second count since 1970) whose code this is, allowing one step either way for slow clocks;
/// nothing when it is wrong. The caller refuses a step already used.
std::optional<std::int64_t> matching_step(std::string_view secret_base32, std::string_view code, Instant now);
std::string code_at(std::string_view secret_base32, std::int64_t step);
/// "otpauth://totp/..." for the QR code.
std::string setup_link(std::string_view secret_base32, std::string_view issuer, std::string_view account);
}  // namespace second_factor

/// The site's own keys, in the folder secrets/ (mode 0600), never in the database: they seal what the
/// database must hold but a thief of it must not read. One is in use, site.key, made when first needed. Those
/// before it, site.key.<id>, still open what they sealed, until nothing of theirs is left
/// (usecases/site/site_keys.h). A key that another process made is found when something of it is to be
/// opened.
class SiteKey {
  public:
    explicit SiteKey(std::filesystem::path const& secrets_folder);
    /// The same key for the same text: tests.
    static SiteKey from_text(std::string_view text);
    ~SiteKey();
    SiteKey(SiteKey&&) noexcept;

    std::string seal(std::string_view secret) const;
    /// Nothing when it was sealed by a key that is not there, or altered.
    std::optional<std::string> open(std::string_view sealed) const;
    /// Proves that a message came from this site and for one purpose, such as "csrf", as hexadecimal
    /// (HMAC-SHA256).
    std::string mac(std::string_view purpose, std::string_view message) const;
    /// By any of the keys; in constant time.
    bool is_mac(std::string_view purpose, std::string_view message, std::string_view mac) const;
    /// A mac to keep for long: it begins with the key's id, as what was sealed does.
    std::string kept_mac(std::string_view purpose, std::string_view message) const;
    /// The same by every key: one of them is what was kept.
    std::vector<std::string> kept_macs(std::string_view purpose, std::string_view message) const;

    /// Eight hexadecimal digits of a hash of each key; the one in use comes first.
    std::vector<std::string> ids() const;
    /// The key that sealed this, or made this kept mac; empty when it says none.
    static std::string_view id_of(std::string_view sealed);
    /// Reads the folder again.
    void reload();
    /// A new key, in use from now on; the one before is kept. Gives its id. GatewayError when the folder
    /// cannot be written; the key in use stays then.
    std::string rotate();
    /// Removes a key that is no longer in use. False when there is none of this id, or it is in use.
    bool forget(std::string_view id);

  private:
    SiteKey();
    struct OneKey;
    struct Keys;
    std::shared_ptr<Keys const> keys() const;

    std::filesystem::path folder_;
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace doorstep::gateways
