#pragma once

#include <cstdint>
#include <string_view>

namespace doorstep::http {

/// What a Range header asks of a file (RFC 9110, 14.2).
struct Range {
    enum class Kind {
        whole,          ///< no range, one that is malformed, or several: send everything with 200
        part,           ///< send these bytes with 206
        unsatisfiable,  ///< nothing of it exists: 416
    };
    Kind kind = Kind::whole;
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

/// "bytes=0-99", "bytes=100-" or "bytes=-100". Several ranges in one header are answered whole, which a
/// server may do, and which spares us multipart answers many times the size of the file.
Range parse_range(std::string_view header, std::uint64_t file_size);

}  // namespace doorstep::http
