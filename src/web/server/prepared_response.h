#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"
#include "web/server/file_body.h"

namespace doorstep::web::server {

/// A response ready to be sent: made on a worker, so that the event loop has only to add the date.
struct PreparedResponse {
    int status = 200;
    std::string headers;  ///< those that the response itself decides
    std::string body;
    std::optional<FileBody> file;  ///< instead of body
    Slice slice;                   ///< of the file
    std::uint64_t content_length = 0;
    bool has_content_length = true;
    bool sends_content = true;  ///< false for HEAD, 204 and 304
};

/// Compresses, applies ranges and conditions, opens the file, writes the headers. Throws std::logic_error
/// when a header or cookie could break out of its line: that is a bug, and must not become a second response.
/// Throws Failure when the file cannot be opened.
PreparedResponse prepare_response(http::Request const& request, http::Response&& response);

enum class AfterResponse { keep_open, close };

/// Status line and all headers, up to and with the empty line.
std::string write_head(PreparedResponse const& response, std::string_view date, AfterResponse after);

}  // namespace doorstep::web::server
