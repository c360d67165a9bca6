#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <mutex>

#include "base/failure.h"
#include "base/text.h"
#include "gateways/secrets.h"
#include "gateways/sodium.h"

namespace doorstep::gateways {
namespace {

namespace fs = std::filesystem;

constexpr char const* key_name = "site.key";
constexpr std::string_view earlier_key_prefix = "site.key.";
constexpr std::size_t id_size = 8;
/// Between the id of a key and what it made; in neither base64 nor hexadecimal.
constexpr char after_id = '.';

/// A new file that only its owner can read, on disk when this returns; false when another process made it
/// first.
bool write_key_file(fs::path const& path, std::string_view bytes) {
    int const file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) {
        if (errno == EEXIST) return false;
        throw GatewayError(FailureKind::refused, "The site key could not be made at " + path.string());
    }
    bool const whole =
        ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!whole) {
        fs::remove(path);
        throw GatewayError(FailureKind::full, "The site key could not be written to " + path.string());
    }
    return true;
}

void sync_names_in(fs::path const& folder) {
    int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

struct SiteKey::OneKey {
    std::array<unsigned char, crypto_secretbox_KEYBYTES> bytes{};
    std::string id;

    explicit OneKey(std::string_view raw) {
        std::copy_n(raw.begin(), bytes.size(), reinterpret_cast<char*>(bytes.data()));
        id = text::sha256_hex("doorstep site key " + std::string(raw)).substr(0, id_size);
    }
    OneKey(OneKey const&) = default;
    OneKey& operator=(OneKey const&) = default;
    ~OneKey() { sodium_memzero(bytes.data(), bytes.size()); }

    std::optional<std::string> open(std::string_view text) const;
    std::string_view raw() const { return {reinterpret_cast<char const*>(bytes.data()), bytes.size()}; }
    std::string mac(std::string_view purpose, std::string_view message) const {
        // No purpose holds a colon, so no two of them share a text.
        return hmac_sha256_hex(raw(), std::string(purpose) + ':' + std::string(message));
    }
    static OneKey read(fs::path const& path) {
        std::array<char, crypto_secretbox_KEYBYTES> raw{};
        std::ifstream file(path, std::ios::binary);
        file.read(raw.data(), static_cast<std::streamsize>(raw.size()));
        if (file.gcount() != static_cast<std::streamsize>(raw.size()))
            throw GatewayError(FailureKind::corrupt, "The site key at " + path.string() +
                                                         " is not whole: put it back from your copy");
        OneKey key({raw.data(), raw.size()});
        sodium_memzero(raw.data(), raw.size());
        return key;
    }
};

/// The one in use first.
struct SiteKey::Keys {
    std::vector<OneKey> all;

    OneKey const& in_use() const { return all.front(); }
    OneKey const* find(std::string_view id) const {
        auto const found =
            std::find_if(all.begin(), all.end(), [&](OneKey const& key) { return key.id == id; });
        return found == all.end() ? nullptr : &*found;
    }
    static std::shared_ptr<Keys const> read(fs::path const& folder) {
        auto keys = std::make_shared<Keys>();
        keys->all.push_back(OneKey::read(folder / key_name));
        std::vector<fs::path> earlier;
        for (auto const& entry : fs::directory_iterator(folder))
            if (auto const name = entry.path().filename().string();
                name.size() == earlier_key_prefix.size() + id_size && name.starts_with(earlier_key_prefix))
                earlier.push_back(entry.path());
        std::sort(earlier.begin(), earlier.end());
        for (auto const& path : earlier)
            if (auto key = OneKey::read(path); key.id != keys->in_use().id)
                keys->all.push_back(std::move(key));
        return keys;
    }
};

struct SiteKey::State {
    std::mutex mutex;
    std::shared_ptr<Keys const> keys;
};

SiteKey::SiteKey() : state_(std::make_unique<State>()) { need_sodium(); }
SiteKey::~SiteKey() = default;
SiteKey::SiteKey(SiteKey&&) noexcept = default;

SiteKey::SiteKey(fs::path const& secrets_folder) : SiteKey() {
    folder_ = secrets_folder;
    auto const path = folder_ / key_name;
    if (!fs::exists(path)) {
        fs::create_directories(folder_);
        fs::permissions(folder_, fs::perms::owner_all);
        write_key_file(path, random_bytes(crypto_secretbox_KEYBYTES));
    }
    reload();
}

SiteKey SiteKey::from_text(std::string_view text) {
    SiteKey key;
    auto keys = std::make_shared<Keys>();
    keys->all.emplace_back(std::string_view(text::sha256_hex(text)).substr(0, crypto_secretbox_KEYBYTES));
    key.state_->keys = std::move(keys);
    return key;
}

std::shared_ptr<SiteKey::Keys const> SiteKey::keys() const {
    std::lock_guard const lock(state_->mutex);
    return state_->keys;
}

void SiteKey::reload() {
    if (folder_.empty()) return;
    auto fresh = Keys::read(folder_);
    std::lock_guard const lock(state_->mutex);
    state_->keys = std::move(fresh);
}

std::string SiteKey::seal(std::string_view secret) const {
    auto const all = keys();
    auto const& key = all->in_use();
    auto const nonce = random_bytes(crypto_secretbox_NONCEBYTES);
    std::string box(crypto_secretbox_MACBYTES + secret.size(), '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(box.data()),
                          reinterpret_cast<unsigned char const*>(secret.data()), secret.size(),
                          reinterpret_cast<unsigned char const*>(nonce.data()), key.bytes.data());
    return key.id + after_id + base64_url(nonce + box);
}

std::string_view SiteKey::id_of(std::string_view sealed) {
    return sealed.size() > id_size && sealed[id_size] == after_id ? sealed.substr(0, id_size)
                                                                  : std::string_view();
}

std::optional<std::string> SiteKey::OneKey::open(std::string_view text) const {
    auto const raw_box = from_base64_url(text);
    if (!raw_box || raw_box->size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
        return std::nullopt;
    auto const* nonce = reinterpret_cast<unsigned char const*>(raw_box->data());
    auto const* box = nonce + crypto_secretbox_NONCEBYTES;
    auto const box_size = raw_box->size() - crypto_secretbox_NONCEBYTES;
    std::string secret(box_size - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(secret.data()), box, box_size, nonce,
                                   bytes.data()) != 0)
        return std::nullopt;
    return secret;
}

std::optional<std::string> SiteKey::open(std::string_view sealed) const {
    auto const id = id_of(sealed);
    auto all = keys();
    if (id.empty()) {
        // From before keys had ids.
        for (auto const& one : all->all)
            if (auto secret = one.open(sealed)) return secret;
        return std::nullopt;
    }
    auto const* key = all->find(id);
    if (!key && !folder_.empty()) {
        // Another process may have changed the key.
        all = Keys::read(folder_);
        key = all->find(id);
    }
    if (!key) return std::nullopt;
    return key->open(sealed.substr(id_size + 1));
}

std::string SiteKey::mac(std::string_view purpose, std::string_view message) const {
    return keys()->in_use().mac(purpose, message);
}

bool SiteKey::is_mac(std::string_view purpose, std::string_view message, std::string_view mac) const {
    auto const all = keys();
    bool is_one = false;
    for (auto const& key : all->all) is_one |= equal_in_constant_time(key.mac(purpose, message), mac);
    return is_one;
}

std::string SiteKey::kept_mac(std::string_view purpose, std::string_view message) const {
    return kept_macs(purpose, message).front();
}

std::vector<std::string> SiteKey::kept_macs(std::string_view purpose, std::string_view message) const {
    auto const all = keys();
    std::vector<std::string> macs;
    for (auto const& key : all->all) macs.push_back(key.id + after_id + key.mac(purpose, message));
    return macs;
}

std::vector<std::string> SiteKey::ids() const {
    auto const all = keys();
    std::vector<std::string> ids;
    for (auto const& key : all->all) ids.push_back(key.id);
    return ids;
}

// In this order: stopped anywhere, the key in use is whole, and every key before it is there.
std::string SiteKey::rotate() {
    reload();
    auto const before = keys();
    auto const kept = folder_ / (std::string(earlier_key_prefix) + before->in_use().id);
    write_key_file(kept, before->in_use().raw());
    auto const fresh = folder_ / "site.key.new";
    fs::remove(fresh);
    write_key_file(fresh, random_bytes(crypto_secretbox_KEYBYTES));
    sync_names_in(folder_);
    fs::rename(fresh, folder_ / key_name);
    sync_names_in(folder_);
    reload();
    return keys()->in_use().id;
}

bool SiteKey::forget(std::string_view id) {
    reload();
    auto const all = keys();
    if (!all->find(id) || all->in_use().id == id) return false;
    fs::remove(folder_ / (std::string(earlier_key_prefix) + std::string(id)));
    sync_names_in(folder_);
    reload();
    return true;
}

}  // namespace doorstep::gateways
