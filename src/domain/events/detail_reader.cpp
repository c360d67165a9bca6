#include "domain/events/detail_reader.h"

namespace doorstep::domain::events {
namespace {

std::optional<unsigned> hex_digits(std::string_view digits) {
    if (digits.size() != 4) return std::nullopt;
    unsigned value = 0;
    for (char c : digits) {
        value <<= 4U;
        if (c >= '0' && c <= '9')
            value |= static_cast<unsigned>(c - '0');
        else if (c >= 'a' && c <= 'f')
            value |= static_cast<unsigned>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            value |= static_cast<unsigned>(c - 'A' + 10);
        else
            return std::nullopt;
    }
    return value;
}

void append_utf8(std::string& out, unsigned code) {
    auto const byte = [&](unsigned value) { out += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0U | (code >> 6U));
        byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        byte(0xE0U | (code >> 12U));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    } else {
        byte(0xF0U | (code >> 18U));
        byte(0x80U | ((code >> 12U) & 0x3FU));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    }
}

/// `at` stands on the digits after "\u" and is moved past them, and past a second half of a pair.
void append_unicode(std::string& out, std::string_view text, std::size_t& at) {
    constexpr unsigned replacement = 0xFFFD;
    auto const first = hex_digits(text.substr(at, 4));
    at += 4;
    if (!first) return append_utf8(out, replacement);
    if (*first < 0xD800 || *first > 0xDFFF) return append_utf8(out, *first);
    if (*first < 0xDC00 && text.substr(at, 2) == "\\u") {
        auto const second = hex_digits(text.substr(at + 2, 4));
        if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
            at += 6;
            return append_utf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
        }
    }
    append_utf8(out, replacement);
}

std::string unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const plain_end = text.find('\\', at);
        out += text.substr(at, plain_end == std::string_view::npos ? plain_end : plain_end - at);
        if (plain_end == std::string_view::npos || plain_end + 1 >= text.size()) break;
        char const kind = text[plain_end + 1];
        at = plain_end + 2;
        switch (kind) {
            case 'n':
                out += '\n';
                break;
            case 'r':
                out += '\r';
                break;
            case 't':
                out += '\t';
                break;
            case 'b':
                out += '\b';
                break;
            case 'f':
                out += '\f';
                break;
            case 'u':
                append_unicode(out, text, at);
                break;
            default:
                out += kind;
        }
    }
    return out;
}

bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

std::string_view without_quotes(std::string_view json) { return json.substr(1, json.size() - 2); }

}  // namespace

std::optional<std::string_view> DetailReader::Value::simple_text() const {
    if (!is_text()) return std::nullopt;
    auto const inside = without_quotes(json_);
    if (inside.find('\\') != std::string_view::npos) return std::nullopt;
    return inside;
}

std::string DetailReader::Value::text() const {
    if (empty()) return {};
    return is_text() ? unescaped(without_quotes(json_)) : std::string(json_);
}

DetailReader::DetailReader(std::string_view json) : json_(json) {
    if (!take('{')) at_ = json_.size();
}

bool DetailReader::take(char c) {
    while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\n')) ++at_;
    if (at_ >= json_.size() || json_[at_] != c) return false;
    ++at_;
    return true;
}

std::string_view DetailReader::take_plain() {
    auto const start = at_;
    if (take('"')) {
        auto const quote = at_ - 1;
        auto end = json_.find('"', at_);
        // A quotation mark behind an odd number of backslashes belongs to the text.
        while (end != std::string_view::npos && is_escaped(json_, end)) end = json_.find('"', end + 1);
        if (end == std::string_view::npos) return {};
        at_ = end + 1;
        return json_.substr(quote, at_ - quote);
    }
    at_ = json_.find_first_of(",}", start);
    if (at_ == std::string_view::npos) at_ = json_.size();
    auto const word = json_.substr(start, at_ - start);
    // Lists and objects within objects are not of Detail's making.
    return word.find_first_of("[{\"") == std::string_view::npos ? word : std::string_view{};
}

bool DetailReader::take_parts(Field& field) {
    do {
        auto const name = take_plain();
        if (name.size() < 3 || !take(':')) return false;
        auto const value = take_plain();
        if (value.empty()) return false;
        auto part = without_quotes(name);
        if (part.starts_with('p')) {
            field.is_personal = true;
            part.remove_prefix(1);
        }
        if (part == "b") {
            field.is_change = true;
            field.before = Value(value);
        } else {
            field.value = Value(value);
        }
    } while (take(','));
    return take('}');
}

std::optional<DetailReader::Field> DetailReader::stop() {
    at_ = json_.size();
    return std::nullopt;
}

std::optional<DetailReader::Field> DetailReader::next() {
    take(',');
    auto const name = take_plain();
    if (name.size() < 3 || name.front() != '"' || !take(':')) return stop();
    Field field;
    field.name = without_quotes(name);
    if (take('{')) {
        if (!take_parts(field)) return stop();
        return field;
    }
    auto const value = take_plain();
    if (value.empty()) return stop();
    field.value = Value(value);
    return field;
}

}  // namespace doorstep::domain::events
