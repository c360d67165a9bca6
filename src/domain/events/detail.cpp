#include "domain/events/detail.h"

#include <algorithm>
#include <stdexcept>

namespace doorstep::domain::events {

Detail& Detail::add(std::string_view field, std::string value_json) {
    if (!body_.empty()) body_ += ',';
    body_ += quoted(field);
    body_ += ':';
    body_ += value_json;
    return *this;
}

std::string Detail::quoted(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    auto rest = text.begin();
    auto const is_special = [](char c) {
        return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    };
    for (;;) {
        auto const special = std::find_if(rest, text.end(), is_special);
        out.append(rest, special);
        if (special == text.end()) break;
        if (*special == '"' || *special == '\\') {
            out += '\\';
            out += *special;
        } else {
            out += "\\u00";
            out += digits[*special >> 4];
            out += digits[*special & 15];
        }
        rest = special + 1;
    }
    out += '"';
    return out;
}

namespace {

/// Reads the JSON that Detail writes, without a space in it, and copies what may stay.
class Redaction {
  public:
    explicit Redaction(std::string_view json) : json_(json) { kept_.reserve(json.size()); }

    std::string run() {
        object([&](std::string_view) {
            if (next() == '{')
                object([&](std::string_view part) {
                    auto const start = place_;
                    skip_value();
                    if (part.starts_with('p'))
                        kept_ += "null";
                    else
                        kept_ += json_.substr(start, place_ - start);
                });
            else
                keep([&] { skip_value(); });
        });
        require(place_ == json_.size());
        return std::move(kept_);
    }

  private:
    static void require(bool right) {
        if (!right) throw std::invalid_argument("This is not the detail of an event");
    }
    char next() const {
        require(place_ < json_.size());
        return json_[place_];
    }
    void skip(char expected) {
        require(next() == expected);
        ++place_;
    }
    template <class Skip>
    void keep(Skip skip) {
        auto const start = place_;
        skip();
        kept_ += json_.substr(start, place_ - start);
    }
    std::string_view skip_text() {
        skip('"');
        auto const start = place_;
        while (next() != '"') place_ += json_[place_] == '\\' ? 2 : 1;
        return json_.substr(start, place_++ - start);
    }
    /// Anything but an object: text, a number, true, false or null.
    void skip_value() {
        if (next() == '"') {
            skip_text();
            return;
        }
        auto const start = place_;
        place_ = std::min(json_.find_first_of(",{}[]\" ", place_), json_.size());
        require(place_ > start);
    }
    template <class Field>
    void object(Field field) {
        keep([&] { skip('{'); });
        while (next() != '}') {
            std::string_view name;
            keep([&] {
                name = skip_text();
                skip(':');
            });
            field(name);
            if (next() == '}') break;
            keep([&] { skip(','); });
            require(next() == '"');
        }
        keep([&] { skip('}'); });
    }

    std::string_view json_;
    std::string kept_;
    std::size_t place_ = 0;
};

}  // namespace

std::string redact(std::string_view detail_json) { return Redaction(detail_json).run(); }

}  // namespace doorstep::domain::events
