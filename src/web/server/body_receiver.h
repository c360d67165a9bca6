#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "http/request.h"
#include "web/server.h"

namespace doorstep::web::server {

/// The status to refuse a request with; nothing while all is well.
using Refused = std::optional<int>;

/// Takes the body of one request as it arrives and gives it to the request when it is complete. Whatever it
/// keeps is bounded; the total is counted by the caller. Throws Failure when the disk fails.
class BodyReceiver {
  public:
    virtual ~BodyReceiver() = default;
    virtual Refused take(std::string_view data) = 0;
    /// After the last byte. Runs on a worker, just before the handler.
    virtual Refused finish(http::Request& request) = 0;
    /// Whether take() writes to disk, and so must not run on an event loop.
    virtual bool uses_disk() const { return false; }
};

/// What parts of a form may become.
struct UploadLimits {
    std::filesystem::path folder;
    int files = 0;
    std::size_t field_bytes = 0;  ///< names and values of all fields together, kept in memory
};

/// The receiver for what a route takes, by the request's content type; or 413 or 415.
tl::expected<std::unique_ptr<BodyReceiver>, int> make_body_receiver(http::Body body,
                                                                    std::string_view content_type,
                                                                    UploadLimits const& limits);

}  // namespace doorstep::web::server
