#include "web/compression.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "http/conditions.h"
#include "http/header_value.h"

namespace doorstep::web {
namespace {

/// Smaller ones fit into one or two packets anyway.
constexpr std::size_t smallest_worth_it = 2 * 1024;
constexpr int level = 2;
constexpr int gzip_window = 15 + 16;  // zlib: 16 more asks for the gzip format
constexpr int memory_level = 8;

bool is_text(std::string_view content_type) {
    static constexpr std::array types{"application/json", "application/javascript", "image/svg+xml",
                                      "application/xml", "application/manifest+json"};
    auto const type = http::media_type(content_type);
    return type.starts_with("text/") || std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    int const started =
        deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY);
    DOORSTEP_ASSERT(started == Z_OK, "zlib does not start");
    std::string compressed(deflateBound(&stream, bytes.size()), '\0');
    // zlib reads its input only, whatever its type says.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    int const ended = deflate(&stream, Z_FINISH);
    compressed.resize(stream.total_out);
    deflateEnd(&stream);
    DOORSTEP_ASSERT(ended == Z_STREAM_END, "zlib needs more room than it said");
    return compressed;
}

void compress_if_safe(http::Request const& request, http::Response& response) {
    bool const possible = !response.no_store && response.status == 200 && !response.file &&
                          response.cookies.empty() && response.body.size() > smallest_worth_it &&
                          is_text(response.content_type) && !response.header("Content-Encoding");
    if (!possible) return;
    if (!response.header("Vary")) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!http::accepts_encoding(request.headers.value("accept-encoding"), http::Encoding::gzip)) return;
    response.body = gzip(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace doorstep::web
