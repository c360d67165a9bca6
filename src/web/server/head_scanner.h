#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace doorstep::web::server {

/// Finds the end of a request's head as it arrives, and refuses what Beast's parser would accept or could not
/// count: bare CR or LF, control bytes, folded lines, and heads over the limits, counted over all pieces.
class HeadScanner {
  public:
    struct Limits {
        std::size_t target;
        std::size_t head;
        int header_count;
    };
    explicit HeadScanner(Limits limits) : limits_(limits) {}

    enum class Progress { more, complete, refused };
    /// `received` is everything of this request so far; the part seen by earlier calls is not read again.
    Progress scan(std::string_view received);

    /// Bytes of the head with its empty line; once complete.
    std::size_t length() const { return position_; }
    /// Bytes of an empty line before the request, which RFC 9112, 2.2 lets a server ignore.
    std::size_t skipped() const { return skipped_; }
    /// 400, 414 or 431; once refused.
    int status() const { return status_; }

  private:
    Progress refuse(int status);
    std::optional<Progress> end_line();
    bool is_in_request_line() const { return line_count_ == 0; }

    Limits limits_;
    std::size_t position_ = 0;
    std::size_t line_length_ = 0;
    std::size_t skipped_ = 0;
    int line_count_ = 0;
    bool after_carriage_return_ = false;
    int status_ = 0;
};

}  // namespace doorstep::web::server
