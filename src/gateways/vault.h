#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "base/instant.h"

namespace doorstep::gateways {

/// What is wrong with a file, if anything, in the words for a person.
struct StoredFile {
    std::string sha256;
    std::uint64_t size = 0;
    std::string content_type;  ///< found in the content
};

/// Files by the SHA-256 of their content: vault/3f/3f9a.... Originals are never changed and never removed
/// while a record names them; the same content is kept once.
class Vault {
  public:
    virtual ~Vault() = default;
    /// Moves a received temporary file in, synced to disk before this returns. Its type is found in its
    /// content. Refused when the content is of a kind we do not take (programs, pages, scripts), or is not
    /// what its name says.
    virtual Expected<StoredFile> take(std::filesystem::path const& temporary, std::string_view sha256,
                                      std::string_view filename) = 0;
    virtual bool has(std::string_view sha256) const = 0;
    /// Where the content can be read; throws GatewayError (corrupt) when it is missing.
    virtual std::filesystem::path path_of(std::string_view sha256) const = 0;
    /// Reads the content again: true when it still has its hash.
    virtual bool is_whole(std::string_view sha256) const = 0;
    /// Removes content that no record names and that nobody sent since `untouched_since`; true when it is
    /// gone. Taking content again counts as touching it, so that what is being received is never forgotten.
    virtual bool forget(std::string_view sha256, Instant untouched_since) = 0;
    /// A folder on the same disk for uploads under way.
    virtual std::filesystem::path upload_folder() const = 0;
};

/// In a folder of the data directory.
class FolderVault : public Vault {
  public:
    explicit FolderVault(std::filesystem::path folder);
    Expected<StoredFile> take(std::filesystem::path const& temporary, std::string_view sha256,
                              std::string_view filename) override;
    bool has(std::string_view sha256) const override;
    std::filesystem::path path_of(std::string_view sha256) const override;
    bool is_whole(std::string_view sha256) const override;
    bool forget(std::string_view sha256, Instant untouched_since) override;
    std::filesystem::path upload_folder() const override;

  private:
    std::filesystem::path place_of(std::string_view sha256) const;
    std::filesystem::path folder_;
};

}  // namespace doorstep::gateways
