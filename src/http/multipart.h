#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace doorstep::http {

/// The headers of one part of multipart/form-data (RFC 7578).
struct PartHeader {
    std::string name;
    /// Set when the part is a file: the last component only, safe to show. Empty when no file was chosen.
    std::optional<std::string> filename;
    std::string content_type;  ///< as sent, "" when absent; never to be trusted
};

/// Why reading stopped. What a sink refuses is its own status; the rest is a malformed body.
enum class MultipartProblem {
    none,
    boundary,        ///< does not start with the boundary, or something follows one that may not
    header,          ///< a part header that is malformed, folded, or without a name
    header_too_big,  ///< more header bytes in one part than the limit
    too_many_parts,
    refused_by_sink,
    cut_short,  ///< the body ended before the closing boundary
};

/// Reads multipart/form-data as it arrives: give it the bytes in any pieces, it calls the sink. Keeps at most
/// one part's headers (header_limit) in memory, whatever is sent.
///
/// Stricter than RFC 2046: no preamble, no epilogue but one line end, no padding after a boundary, no folded
/// headers, no transfer encoding. Browsers and curl send none of these; each lets two readers of one body see
/// different parts.
class MultipartParser {
  public:
    class Sink {
      public:
        virtual ~Sink() = default;
        /// Each returns false to stop for good.
        virtual bool part_begins(PartHeader const& header) = 0;
        virtual bool part_data(std::string_view data) = 0;
        virtual bool part_ends() = 0;
    };
    struct Limits {
        std::size_t parts = 1000;
        std::size_t header_bytes = 8 * 1024;  ///< of one part
    };

    /// `boundary` as multipart_boundary gave it. The sink must outlive the parser.
    MultipartParser(std::string_view boundary, Sink& sink, Limits limits);
    MultipartParser(std::string_view boundary, Sink& sink) : MultipartParser(boundary, sink, Limits()) {}

    /// False when reading stopped; problem() says why, and further calls do nothing.
    bool feed(std::string_view bytes);
    /// Call at the end of the body. False when the closing boundary never came.
    bool finish();
    MultipartProblem problem() const { return problem_; }

  private:
    enum class State {
        data,
        boundary_end,
        final_dash,
        header_line,
        header_line_feed,
        after_last,
        after_last_line_feed,
        done
    };

    bool stop(MultipartProblem problem);
    bool take_data(std::string_view& bytes);
    bool take_boundary_end(char c);
    bool take_header_byte(char c);
    bool end_header_line();
    bool read_disposition(std::string_view value);

    std::string delimiter_;  ///< CR LF "--" boundary
    Sink& sink_;
    Limits limits_;
    State state_ = State::data;
    std::size_t matched_ = 0;  ///< bytes of delimiter_ seen at the end of what was fed
    bool inside_part_ = false;
    std::size_t part_count_ = 0;
    std::size_t header_bytes_ = 0;
    std::string line_;
    PartHeader header_;
    bool has_disposition_ = false;
    MultipartProblem problem_ = MultipartProblem::none;
};

/// The boundary of "multipart/form-data; boundary=..."; nothing when the type is another or the boundary is
/// missing, longer than 70 characters or has characters that RFC 2046, 5.1.1 does not allow.
std::optional<std::string> multipart_boundary(std::string_view content_type);

/// The last component of a name as browsers send it, for showing to people: both separators, no control or
/// direction-changing characters, at most 200 bytes; empty when nothing sensible is left ("..", "C:\").
std::string clean_filename(std::string_view filename);

}  // namespace doorstep::http
