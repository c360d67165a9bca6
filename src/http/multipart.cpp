#include "http/multipart.h"

#include <algorithm>
#include <cstring>

#include "http/decode.h"
#include "http/header_value.h"

namespace doorstep::http {
namespace {

constexpr std::size_t boundary_length_limit = 70;  // RFC 2046, 5.1.1
constexpr std::size_t filename_byte_limit = 200;

bool is_boundary_character(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
    return std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// Marks that turn the direction of text, so that "gpj.exe" reads as "exe.jpg": U+200E, U+200F, U+202A to
/// U+202E, U+2066 to U+2069.
bool starts_with_direction_mark(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xE2') return false;
    auto const second = static_cast<unsigned char>(text[1]);
    auto const third = static_cast<unsigned char>(text[2]);
    if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
    return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

/// Browsers write a quotation mark in a name as %22 and line ends as %0D and %0A (HTML, 4.10.22.8); nothing
/// else is escaped, so nothing else is decoded.
std::string undo_browser_escapes(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        if (text.starts_with("%22"))
            result += '"';
        else if (!text.starts_with("%0D") && !text.starts_with("%0A")) {
            result += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(3);
    }
    return result;
}

/// filename*=UTF-8''%e2%82%ac.jpg (RFC 8187). RFC 7578 says not to send it; some libraries do.
std::optional<std::string> extended_value(std::string_view value) {
    constexpr std::string_view charset = "utf-8'";
    if (!equals_ignoring_case(value.substr(0, charset.size()), charset)) return std::nullopt;
    auto const quote = value.find('\'', charset.size());
    if (quote == std::string_view::npos) return std::nullopt;
    return percent_decode(value.substr(quote + 1));
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    if (media_type(content_type) != "multipart/form-data") return std::nullopt;
    std::optional<std::string> boundary;
    HeaderParameters parameters(after_first_word(content_type));
    while (auto parameter = parameters.next()) {
        if (parameter->name != "boundary") continue;
        if (boundary) return std::nullopt;
        boundary = std::move(parameter->value);
    }
    bool const valid = !parameters.is_malformed() && boundary && !boundary->empty() &&
                       boundary->size() <= boundary_length_limit && boundary->back() != ' ' &&
                       std::all_of(boundary->begin(), boundary->end(), is_boundary_character);
    return valid ? boundary : std::nullopt;
}

std::string clean_filename(std::string_view filename) {
    auto const separator = filename.find_last_of("/\\");
    if (separator != std::string_view::npos) filename.remove_prefix(separator + 1);
    std::string const valid = clean_utf8(filename);
    std::string clean;
    for (std::string_view rest = valid; !rest.empty();) {
        if (starts_with_direction_mark(rest)) {
            rest.remove_prefix(3);
            continue;
        }
        if (!is_control(rest.front())) clean += rest.front();
        rest.remove_prefix(1);
    }
    auto const is_end = [](char c) { return c == ' ' || c == '.'; };
    if (clean.size() > filename_byte_limit) {
        // The extension is what people recognise a file by: shorten before it.
        auto const dot = clean.rfind('.');
        std::string const extension =
            dot != std::string::npos && clean.size() - dot <= 10 ? clean.substr(dot) : "";
        clean.resize(filename_byte_limit - extension.size());
        while (!clean.empty() && !is_clean_utf8(clean)) clean.pop_back();
        clean += extension;
    }
    while (!clean.empty() && is_end(clean.back())) clean.pop_back();
    clean.erase(0, std::min(clean.find_first_not_of(' '), clean.size()));
    return clean;
}

MultipartParser::MultipartParser(std::string_view boundary, Sink& sink, Limits limits)
    : delimiter_("\r\n--" + std::string(boundary)), sink_(sink), limits_(limits) {
    // The first boundary needs no line end before it.
    matched_ = 2;
}

bool MultipartParser::stop(MultipartProblem problem) {
    if (problem_ == MultipartProblem::none) problem_ = problem;
    return false;
}

bool MultipartParser::feed(std::string_view bytes) {
    while (problem_ == MultipartProblem::none && !bytes.empty()) {
        char const c = bytes.front();
        switch (state_) {
            case State::data:
                take_data(bytes);
                continue;
            case State::boundary_end:
            case State::final_dash:
                take_boundary_end(c);
                break;
            case State::header_line:
            case State::header_line_feed:
                take_header_byte(c);
                break;
            case State::after_last:
                if (c != '\r') return stop(MultipartProblem::boundary);
                state_ = State::after_last_line_feed;
                break;
            case State::after_last_line_feed:
                if (c != '\n') return stop(MultipartProblem::boundary);
                state_ = State::done;
                break;
            case State::done:
                return stop(MultipartProblem::boundary);
        }
        bytes.remove_prefix(1);
    }
    return problem_ == MultipartProblem::none;
}

bool MultipartParser::finish() {
    if (problem_ != MultipartProblem::none) return false;
    if (state_ == State::after_last || state_ == State::done) return true;
    return stop(MultipartProblem::cut_short);
}

/// Takes data up to the next delimiter or the end of `bytes`. A delimiter may begin in one piece and end in
/// another: then `matched_` bytes are held back. They are given out from delimiter_ when it turns out to be
/// data. CR appears in it only as its first byte, so a failed match can begin again only at the byte that
/// failed.
bool MultipartParser::take_data(std::string_view& bytes) {
    std::size_t const held_back = inside_part_ ? matched_ : 0;
    std::size_t data_end = 0;  // bytes before this are data of this piece
    std::size_t position = 0;
    bool held_back_is_data = false;
    while (position < bytes.size()) {
        if (matched_ == 0) {
            auto const* found =
                static_cast<char const*>(std::memchr(bytes.data() + position, '\r', bytes.size() - position));
            if (found == nullptr) {
                position = data_end = bytes.size();
                break;
            }
            data_end = static_cast<std::size_t>(found - bytes.data());
            position = data_end + 1;
            matched_ = 1;
        } else if (bytes[position] == delimiter_[matched_]) {
            ++position;
            if (++matched_ == delimiter_.size()) break;
        } else {
            if (!inside_part_) return stop(MultipartProblem::boundary);
            held_back_is_data = true;
            matched_ = 0;
            data_end = position;
        }
    }
    bool const complete = matched_ == delimiter_.size();
    if (inside_part_) {
        // What an earlier piece held back, once it is known to be data.
        if (held_back > 0 && held_back_is_data &&
            !sink_.part_data(std::string_view(delimiter_).substr(0, held_back)))
            return stop(MultipartProblem::refused_by_sink);
        if (data_end > 0 && !sink_.part_data(bytes.substr(0, data_end)))
            return stop(MultipartProblem::refused_by_sink);
    }
    bytes.remove_prefix(position);
    if (!complete) return true;
    matched_ = 0;
    state_ = State::boundary_end;
    if (inside_part_ && !sink_.part_ends()) return stop(MultipartProblem::refused_by_sink);
    inside_part_ = false;
    return true;
}

/// After a boundary: CR LF opens a part, "--" closes the body. `matched_` 1 means that the CR was seen.
bool MultipartParser::take_boundary_end(char c) {
    if (state_ == State::final_dash) {
        if (c != '-') return stop(MultipartProblem::boundary);
        state_ = State::after_last;
        return true;
    }
    if (matched_ == 0 && c == '-') {
        // A form with no field at all is the closing boundary alone.
        state_ = State::final_dash;
        return true;
    }
    if (matched_ == 0 && c == '\r') {
        matched_ = 1;
        return true;
    }
    if (matched_ != 1 || c != '\n') return stop(MultipartProblem::boundary);
    matched_ = 0;
    if (++part_count_ > limits_.parts) return stop(MultipartProblem::too_many_parts);
    header_ = {};
    has_disposition_ = false;
    header_bytes_ = 0;
    line_.clear();
    state_ = State::header_line;
    return true;
}

bool MultipartParser::take_header_byte(char c) {
    if (++header_bytes_ > limits_.header_bytes) return stop(MultipartProblem::header_too_big);
    if (state_ == State::header_line_feed) {
        if (c != '\n') return stop(MultipartProblem::header);
        state_ = State::header_line;
        return end_header_line();
    }
    if (c == '\r') {
        state_ = State::header_line_feed;
        return true;
    }
    if (is_control(c) && c != '\t') return stop(MultipartProblem::header);
    line_ += c;
    return true;
}

bool MultipartParser::end_header_line() {
    if (line_.empty()) {
        if (!has_disposition_) return stop(MultipartProblem::header);
        line_.shrink_to_fit();
        state_ = State::data;
        matched_ = 0;
        inside_part_ = true;
        return sink_.part_begins(header_) || stop(MultipartProblem::refused_by_sink);
    }
    auto const colon = line_.find(':');
    if (colon == std::string::npos || !is_token(std::string_view(line_).substr(0, colon)))
        return stop(MultipartProblem::header);
    auto const name = lower_case(std::string_view(line_).substr(0, colon));
    auto const value = trim_blanks(std::string_view(line_).substr(colon + 1));
    if (name == "content-disposition") {
        if (has_disposition_ || !read_disposition(value)) return stop(MultipartProblem::header);
        has_disposition_ = true;
    } else if (name == "content-type") {
        if (!header_.content_type.empty()) return stop(MultipartProblem::header);
        header_.content_type = clean_utf8(value);
    } else if (name == "content-transfer-encoding") {
        // Deprecated by RFC 7578, 4.7; anything but the bytes as they are would be stored wrongly.
        auto const encoding = lower_case(value);
        if (encoding != "binary" && encoding != "8bit" && encoding != "7bit")
            return stop(MultipartProblem::header);
    }
    line_.clear();
    return true;
}

bool MultipartParser::read_disposition(std::string_view value) {
    if (!equals_ignoring_case(trim_blanks(value.substr(0, value.find(';'))), "form-data")) return false;
    std::optional<std::string> name;
    std::optional<std::string> filename;
    std::optional<std::string> extended_filename;
    HeaderParameters parameters(after_first_word(value));
    while (auto parameter = parameters.next()) {
        auto* wanted = parameter->name == "name"        ? &name
                       : parameter->name == "filename"  ? &filename
                       : parameter->name == "filename*" ? &extended_filename
                                                        : nullptr;
        if (wanted == nullptr) continue;
        if (*wanted) return false;
        *wanted = std::move(parameter->value);
    }
    if (parameters.is_malformed() || !name) return false;
    header_.name = clean_utf8(undo_browser_escapes(*name));
    if (filename)
        header_.filename = clean_filename(undo_browser_escapes(*filename));
    else if (extended_filename)
        header_.filename = clean_filename(extended_value(*extended_filename).value_or(""));
    return true;
}

}  // namespace doorstep::http
