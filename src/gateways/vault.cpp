#include "gateways/vault.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>

#include "base/failure.h"
#include "base/text.h"
#include "gateways/file_type.h"

namespace doorstep::gateways {
namespace {

namespace fs = std::filesystem;

void sync(fs::path const& path, int flags) {
    int const file = ::open(path.c_str(), flags | O_CLOEXEC);
    bool const done = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!done) throw GatewayError(FailureKind::full, "A file could not be written safely to the vault");
}

std::string hash_of_file(fs::path const& path) {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::ifstream file(path, std::ios::binary);
    std::array<char, 64 * 1024> buffer;
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
        EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(file.gcount()));
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context.get(), out.data(), &size);
    return text::hex({reinterpret_cast<char const*>(out.data()), size});
}

bool is_hash(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

FolderVault::FolderVault(fs::path folder, NewFiles new_files)
    : folder_(std::move(folder)), new_files_(new_files) {
    for (auto const* name : {"uploads", "waiting", "apart"}) fs::create_directories(folder_ / name);
    fs::permissions(folder_, fs::perms::owner_all);
}

fs::path FolderVault::place_of(std::string_view sha256) const {
    if (!is_hash(sha256)) throw std::logic_error("not a SHA-256");
    return folder_ / std::string(sha256.substr(0, 2)) / std::string(sha256);
}

fs::path FolderVault::waiting_mark(std::string_view sha256) const {
    return folder_ / "waiting" / place_of(sha256).filename();
}

fs::path FolderVault::place_apart(std::string_view sha256) const {
    return folder_ / "apart" / place_of(sha256).filename();
}

Expected<StoredFile> FolderVault::take(fs::path const& temporary, std::string_view sha256,
                                       std::string_view filename) {
    auto const type = file_type(temporary, filename);
    if (!type) return refuse(type.error());
    StoredFile stored{.sha256 = std::string(sha256),
                      .size = fs::file_size(temporary),
                      .content_type = std::string(type->content_type)};
    auto const place = place_of(sha256);
    if (fs::exists(place)) {
        ::utimensat(AT_FDCWD, place.c_str(), nullptr, 0);
        fs::remove(temporary);
        return stored;
    }
    // Somebody sends again what is kept apart: it stays there.
    if (fs::exists(place_apart(sha256))) {
        fs::remove(temporary);
        return stored;
    }
    // The mark is there before the content: stopped in between, nothing is given out that was not looked at.
    if (new_files_ == NewFiles::wait_for_scanner) {
        std::ofstream(waiting_mark(sha256)).close();
        sync(waiting_mark(sha256), O_RDONLY);
        sync(folder_ / "waiting", O_RDONLY | O_DIRECTORY);
    }
    bool const new_folder = fs::create_directories(place.parent_path());
    sync(temporary, O_RDONLY);
    fs::permissions(temporary, fs::perms::owner_read);
    fs::rename(temporary, place);
    sync(place.parent_path(), O_RDONLY | O_DIRECTORY);
    if (new_folder) sync(folder_, O_RDONLY | O_DIRECTORY);
    return stored;
}

bool FolderVault::has(std::string_view sha256) const {
    return is_hash(sha256) && fs::exists(place_of(sha256));
}

fs::path FolderVault::path_of(std::string_view sha256) const {
    auto const place = place_of(sha256);
    if (!fs::exists(place)) throw GatewayError(FailureKind::corrupt, "A file is missing from the vault");
    return place;
}

Screening FolderVault::screening(std::string_view sha256) const {
    if (fs::exists(place_apart(sha256))) return Screening::apart;
    return fs::exists(waiting_mark(sha256)) ? Screening::waiting : Screening::passed;
}

std::vector<std::string> FolderVault::waiting(std::size_t limit) const {
    std::vector<std::string> hashes;
    for (auto const& mark : fs::directory_iterator(folder_ / "waiting")) {
        if (hashes.size() == limit) break;
        if (auto name = mark.path().filename().string(); is_hash(name)) hashes.push_back(std::move(name));
    }
    return hashes;
}

void FolderVault::pass(std::string_view sha256) { fs::remove(waiting_mark(sha256)); }

// The mark goes last: stopped in between, the content still waits and is looked at again.
void FolderVault::set_apart(std::string_view sha256, std::string_view finding) {
    auto const apart = place_apart(sha256);
    auto words = apart;
    words += ".found";
    std::ofstream(words) << finding << '\n';
    if (fs::exists(place_of(sha256))) fs::rename(place_of(sha256), apart);
    sync(folder_ / "apart", O_RDONLY | O_DIRECTORY);
    pass(sha256);
}

bool FolderVault::is_whole(std::string_view sha256) const {
    return has(sha256) && hash_of_file(place_of(sha256)) == sha256;
}

bool FolderVault::forget(std::string_view sha256, Instant untouched_since) {
    auto const place = place_of(sha256);
    struct stat found {};
    if (::stat(place.c_str(), &found) != 0) return true;
    auto const touched = Instant::from_milliseconds(std::int64_t{found.st_mtim.tv_sec} * 1000);
    if (touched >= untouched_since) return false;
    return fs::remove(place);
}

fs::path FolderVault::upload_folder() const { return folder_ / "uploads"; }

}  // namespace doorstep::gateways
