#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace doorstep::web::server {

/// A file of an upload while it arrives: a random name nobody can guess or prepare (O_EXCL), readable by us
/// only (0600), hashed as it is written. Removed with this object unless someone moved it away before.
class TemporaryFile {
  public:
    /// Throws Failure when the folder cannot be written.
    explicit TemporaryFile(std::filesystem::path const& folder);
    ~TemporaryFile();
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;

    /// Throws Failure (full, unavailable) when the bytes cannot be written.
    void write(std::string_view bytes);
    /// Closes the file; its SHA-256 in lower-case hexadecimal.
    std::string finish();

    std::filesystem::path const& path() const { return path_; }
    std::uint64_t size() const { return size_; }

  private:
    struct FreeDigest {
        void operator()(evp_md_ctx_st* context) const;
    };
    void close_file();

    std::filesystem::path path_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    std::unique_ptr<evp_md_ctx_st, FreeDigest> digest_;
};

/// Makes the folder, and removes files that a program which was killed has left there over a day ago.
void prepare_upload_folder(std::filesystem::path const& folder);

}  // namespace doorstep::web::server
