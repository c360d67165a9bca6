#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "http/request.h"
#include "http/response.h"

namespace doorstep::web::server {

/// A regular file that is sent as a response. Everything here touches the disk and belongs on a worker.
class FileBody {
  public:
    /// Throws Failure when it is not there, not readable or not a regular file.
    explicit FileBody(std::filesystem::path const& path);
    ~FileBody();
    FileBody(FileBody&& other) noexcept;
    FileBody& operator=(FileBody&& other) noexcept;

    std::uint64_t size() const { return size_; }
    /// Bytes read: fewer than asked for only at the end of the file. Throws Failure.
    std::size_t read(std::uint64_t offset, std::span<char> into) const;

  private:
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

/// The stretch of a file to send.
struct Slice {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

/// Turns a 200 with a file into 206, 304 or 416 as the request's Range, If-Range and If-None-Match ask (RFC
/// 9110, 13 and 14), adds the headers that belong to it, and says which bytes to send.
Slice apply_conditions(http::Request const& request, http::Response& response, std::uint64_t file_size);

}  // namespace doorstep::web::server
