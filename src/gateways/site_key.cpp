#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>

#include "base/failure.h"
#include "base/text.h"
#include "gateways/secrets.h"
#include "gateways/sodium.h"

namespace doorstep::gateways {
namespace {

/// A new file that only its owner can read, or nothing when another process made it first.
void write_new_key(std::filesystem::path const& path) {
    auto const fresh = random_bytes(crypto_secretbox_KEYBYTES);
    int const file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) {
        if (errno == EEXIST) return;
        throw GatewayError(FailureKind::refused, "The site key could not be made at " + path.string());
    }
    bool const whole =
        ::write(file, fresh.data(), fresh.size()) == static_cast<ssize_t>(fresh.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!whole) {
        std::filesystem::remove(path);
        throw GatewayError(FailureKind::full, "The site key could not be written to " + path.string());
    }
}

}  // namespace

struct SiteKey::Key {
    std::array<unsigned char, crypto_secretbox_KEYBYTES> bytes{};
    ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
};

SiteKey::SiteKey() : key_(std::make_unique<Key>()) { need_sodium(); }
SiteKey::~SiteKey() = default;
SiteKey::SiteKey(SiteKey&&) noexcept = default;

SiteKey::SiteKey(std::filesystem::path const& secrets_folder) : SiteKey() {
    namespace fs = std::filesystem;
    auto const path = secrets_folder / "site.key";
    if (!fs::exists(path)) {
        fs::create_directories(secrets_folder);
        fs::permissions(secrets_folder, fs::perms::owner_all);
        write_new_key(path);
    }
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char*>(key_->bytes.data()), static_cast<std::streamsize>(key_->bytes.size()));
    if (file.gcount() != static_cast<std::streamsize>(key_->bytes.size()))
        throw GatewayError(FailureKind::corrupt,
                           "The site key at " + path.string() + " is not whole: put it back from your copy");
}

SiteKey SiteKey::from_text(std::string_view text) {
    SiteKey key;
    auto const hash = text::sha256_hex(text);
    for (std::size_t n = 0; n < key.key_->bytes.size(); ++n)
        key.key_->bytes[n] = static_cast<unsigned char>(hash[n]);
    return key;
}

std::string SiteKey::seal(std::string_view secret) const {
    auto const nonce = random_bytes(crypto_secretbox_NONCEBYTES);
    std::string box(crypto_secretbox_MACBYTES + secret.size(), '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()),
                          reinterpret_cast<unsigned char const*>(secret.data()), secret.size(),
                          reinterpret_cast<unsigned char const*>(nonce.data()), key_->bytes.data());
    return base64_url(nonce + box);
}

std::optional<std::string> SiteKey::open(std::string_view sealed) const {
    auto const bytes = from_base64_url(sealed);
    if (!bytes || bytes->size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
        return std::nullopt;
    auto const* nonce = reinterpret_cast<unsigned char const*>(bytes->data());
    auto const* box = nonce + crypto_secretbox_NONCEBYTES;
    auto const box_size = bytes->size() - crypto_secretbox_NONCEBYTES;
    std::string secret(box_size - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(secret.data()), box, box_size, nonce,
                                   key_->bytes.data()) != 0)
        return std::nullopt;
    return secret;
}

std::string SiteKey::mac(std::string_view purpose, std::string_view message) const {
    // No purpose holds a colon, so no two of them share a text.
    return hmac_sha256_hex({reinterpret_cast<char const*>(key_->bytes.data()), key_->bytes.size()},
                           std::string(purpose) + ':' + std::string(message));
}

}  // namespace doorstep::gateways
