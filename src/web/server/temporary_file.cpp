#include "web/server/temporary_file.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/clock.h"
#include "base/failure.h"
#include "base/log.h"
#include "base/text.h"

namespace doorstep::web::server {
namespace {

constexpr std::string_view name_prefix = "upload-";
constexpr std::int64_t forgotten_after_seconds = 24 * 3600;

[[noreturn]] void fail(std::string_view what, int error) {
    auto const kind = error == ENOSPC || error == EDQUOT  ? FailureKind::full
                      : error == EACCES || error == EROFS ? FailureKind::refused
                                                          : FailureKind::unavailable;
    throw Failure(kind, std::string(what) + ": " + std::strerror(error));
}

std::string random_name() {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), bytes.size()) != 1)
        throw Failure(FailureKind::unavailable, "no random bytes");
    return std::string(name_prefix) + text::hex({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
}

}  // namespace

void TemporaryFile::FreeDigest::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

TemporaryFile::TemporaryFile(std::filesystem::path const& folder) : path_(folder / random_name()) {
    digest_.reset(EVP_MD_CTX_new());
    if (!digest_ || EVP_DigestInit_ex(digest_.get(), EVP_sha256(), nullptr) != 1)
        throw Failure(FailureKind::unavailable, "SHA-256 is not available");
    descriptor_ =
        open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor_ < 0) fail("cannot make a temporary file for an upload", errno);
}

TemporaryFile::~TemporaryFile() {
    close_file();
    unlink(path_.c_str());
}

void TemporaryFile::close_file() {
    if (descriptor_ >= 0) close(descriptor_);
    descriptor_ = -1;
}

void TemporaryFile::write(std::string_view bytes) {
    if (EVP_DigestUpdate(digest_.get(), bytes.data(), bytes.size()) != 1)
        throw Failure(FailureKind::unavailable, "SHA-256 failed");
    size_ += bytes.size();
    while (!bytes.empty()) {
        auto const written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write an upload", errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string TemporaryFile::finish() {
    close_file();
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    if (EVP_DigestFinal_ex(digest_.get(), bytes.data(), &length) != 1)
        throw Failure(FailureKind::unavailable, "SHA-256 failed");
    return text::hex({reinterpret_cast<char const*>(bytes.data()), length});
}

void prepare_upload_folder(std::filesystem::path const& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw Failure(FailureKind::unavailable, "cannot make the folder for uploads: " + error.message());
    auto const now = SystemClock().now();
    for (auto const& entry : std::filesystem::directory_iterator(folder, error)) {
        struct stat status {};
        bool const is_ours = entry.path().filename().string().starts_with(name_prefix);
        if (!is_ours || lstat(entry.path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
        if (now.milliseconds() / 1000 - status.st_mtim.tv_sec > forgotten_after_seconds)
            unlink(entry.path().c_str());
    }
    if (error)
        log::warning("cannot look into the folder for uploads", {{"error", log::Safe{error.message()}}});
}

}  // namespace doorstep::web::server
