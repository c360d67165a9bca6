#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace doorstep::documents {

/// The bytes of a file, unpacked when gzip made it; or of a text, for tests.
class Source {
  public:
    virtual ~Source() = default;
    /// Replaces `piece` by the next bytes, empty at the end. GatewayError when they cannot be read.
    virtual void next(std::string& piece) = 0;
    virtual std::int64_t bytes_read() const = 0;
    virtual std::int64_t bytes_total() const = 0;
};

/// GatewayError when it cannot be opened.
std::unique_ptr<Source> open_file(std::filesystem::path const& path);
std::unique_ptr<Source> open_text(std::string text);
/// The whole of a file, unpacked; GatewayError when it is longer than `limit`.
std::string read_whole_file(std::filesystem::path const& path, std::size_t limit);

}  // namespace doorstep::documents
