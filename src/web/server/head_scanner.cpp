#include "web/server/head_scanner.h"

namespace doorstep::web::server {
namespace {

/// "DELETE " before the target and " HTTP/1.1" after it.
constexpr std::size_t request_line_extra = 24;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

HeadScanner::Progress HeadScanner::refuse(int status) {
    status_ = status;
    return Progress::refused;
}

std::optional<HeadScanner::Progress> HeadScanner::end_line() {
    bool const empty = line_length_ == 0;
    line_length_ = 0;
    if (!empty) {
        // The request line is not a header.
        if (++line_count_ > limits_.header_count + 1) return refuse(431);
        return std::nullopt;
    }
    if (!is_in_request_line()) return Progress::complete;
    if (skipped_ > 0) return refuse(400);
    skipped_ = position_;
    return std::nullopt;
}

HeadScanner::Progress HeadScanner::scan(std::string_view received) {
    while (position_ < received.size()) {
        char const c = received[position_];
        if (++position_ > limits_.head) return refuse(431);
        if (after_carriage_return_) {
            if (c != '\n') return refuse(400);
            after_carriage_return_ = false;
            if (auto const ended = end_line()) return *ended;
        } else if (c == '\r') {
            after_carriage_return_ = true;
        } else if (is_in_request_line()) {
            if (is_control(c) || !is_ascii(c)) return refuse(400);
            if (++line_length_ > limits_.target + request_line_extra) return refuse(414);
        } else {
            if (is_control(c) && c != '\t') return refuse(400);
            // A folded line (RFC 9112, 5.2) is how one header hides in another.
            if (line_length_ == 0 && (c == ' ' || c == '\t')) return refuse(400);
            ++line_length_;
        }
    }
    return Progress::more;
}

}  // namespace doorstep::web::server
