#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "base/instant.h"

namespace doorstep::gateways {

/// What is wrong with a file, if anything, in the words for a person.
struct StoredFile {
    std::string sha256;
    std::uint64_t size = 0;
    std::string content_type;  ///< found in the content
};

/// What a virus scanner said of a content.
enum class Screening {
    passed,   ///< nothing was found, or no scanner was set up when it came
    waiting,  ///< not looked at yet: given to nobody
    apart,    ///< something was found: kept, and given to nobody
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
    virtual Screening screening(std::string_view sha256) const = 0;
    /// Hashes of content that waits to be looked at.
    virtual std::vector<std::string> waiting(std::size_t limit) const = 0;
    virtual void pass(std::string_view sha256) = 0;
    /// Takes the content out of where files are given from, and keeps it with what was found.
    virtual void set_apart(std::string_view sha256, std::string_view finding) = 0;
    /// Reads the content again: true when it still has its hash.
    virtual bool is_whole(std::string_view sha256) const = 0;
    /// Removes content that no record names and that nobody sent since `untouched_since`; true when it is
    /// gone. Taking content again counts as touching it, so that what is being received is never forgotten.
    virtual bool forget(std::string_view sha256, Instant untouched_since) = 0;
    /// A folder on the same disk for uploads under way.
    virtual std::filesystem::path upload_folder() const = 0;
};

/// New content is given out at once, or only after a scanner looked at it.
enum class NewFiles { are_given_at_once, wait_for_scanner };

/// In a folder of the data directory. What waits has a name in waiting/; what is kept apart is in apart/,
/// with what was found beside it.
class FolderVault : public Vault {
  public:
    explicit FolderVault(std::filesystem::path folder, NewFiles new_files = NewFiles::are_given_at_once);
    Expected<StoredFile> take(std::filesystem::path const& temporary, std::string_view sha256,
                              std::string_view filename) override;
    bool has(std::string_view sha256) const override;
    std::filesystem::path path_of(std::string_view sha256) const override;
    Screening screening(std::string_view sha256) const override;
    std::vector<std::string> waiting(std::size_t limit) const override;
    void pass(std::string_view sha256) override;
    void set_apart(std::string_view sha256, std::string_view finding) override;
    bool is_whole(std::string_view sha256) const override;
    bool forget(std::string_view sha256, Instant untouched_since) override;
    std::filesystem::path upload_folder() const override;

  private:
    std::filesystem::path place_of(std::string_view sha256) const;
    std::filesystem::path waiting_mark(std::string_view sha256) const;
    std::filesystem::path place_apart(std::string_view sha256) const;
    std::filesystem::path folder_;
    NewFiles new_files_;
};

}  // namespace doorstep::gateways
