#include "web/server/file_body.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/failure.h"
#include "http/conditions.h"
#include "http/range.h"

namespace doorstep::web::server {

FileBody::FileBody(std::filesystem::path const& path) {
    // Non-blocking, so that a pipe in place of the file cannot hold a worker.
    descriptor_ = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0)
        throw Failure(FailureKind::unavailable,
                      std::string("cannot open a file to send: ") + std::strerror(errno));
    struct stat status {};
    if (fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(descriptor_);
        throw Failure(FailureKind::unavailable, "what should be sent is not a regular file");
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
}

FileBody::~FileBody() {
    if (descriptor_ >= 0) close(descriptor_);
}

FileBody::FileBody(FileBody&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

FileBody& FileBody::operator=(FileBody&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(size_, other.size_);
    return *this;
}

std::size_t FileBody::read(std::uint64_t offset, std::span<char> into) const {
    std::size_t total = 0;
    while (total < into.size()) {
        auto const got =
            pread(descriptor_, into.data() + total, into.size() - total, static_cast<off_t>(offset + total));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            throw Failure(FailureKind::unavailable,
                          std::string("cannot read a file to send: ") + std::strerror(errno));
        if (got == 0) break;
        total += static_cast<std::size_t>(got);
    }
    return total;
}

Slice apply_conditions(http::Request const& request, http::Response& response, std::uint64_t file_size) {
    Slice const whole{0, file_size};
    if (response.status != 200) return whole;
    // A copy, because headers are added below.
    std::string const etag(response.header("ETag").value_or(""));
    if (http::matches_etag(request.headers.value("if-none-match"), etag)) {
        response.status = 304;
        return {};
    }
    response.headers.emplace_back("Accept-Ranges", "bytes");
    if (request.method != http::Method::get) return whole;
    // A range of what the client had before is useless unless it is this very file: only a strong ETag says
    // so.
    auto const if_range = request.headers.get("if-range");
    if (if_range && (etag.empty() || *if_range != etag || etag.starts_with("W/"))) return whole;

    auto const range = http::parse_range(request.headers.value("range"), file_size);
    switch (range.kind) {
        case http::Range::Kind::whole:
            return whole;
        case http::Range::Kind::unsatisfiable:
            response.status = 416;
            response.headers.emplace_back("Content-Range", fmt::format("bytes */{}", file_size));
            return {};
        case http::Range::Kind::part:
            break;
    }
    response.status = 206;
    auto const last = range.first + range.length - 1;
    response.headers.emplace_back("Content-Range",
                                  fmt::format("bytes {}-{}/{}", range.first, last, file_size));
    return {range.first, range.length};
}

}  // namespace doorstep::web::server
