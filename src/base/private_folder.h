#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace doorstep {

/// A folder for files under way that only this user may read (mode 0700), below the system's temporary
/// folder; it goes, with all that is in it, when this object does. Throws Failure (full or refused) when it
/// cannot be made.
class PrivateFolder {
  public:
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(PrivateFolder const&) = delete;
    PrivateFolder& operator=(PrivateFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }
    /// `name` is a plain file name.
    std::filesystem::path write(std::string_view name, std::string_view content) const;
    /// The whole of a file in it; throws Failure (unavailable) when it is not there.
    std::string read(std::string_view name) const;

  private:
    std::filesystem::path path_;
};

}  // namespace doorstep
