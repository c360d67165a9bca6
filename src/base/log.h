#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "base/strong_id.h"

namespace doorstep::log {

/// Text that is known to hold nothing personal: a route pattern, a file path of ours, an error of the
/// database. Names, addresses and free text are std::string everywhere in the program, and std::string cannot
/// be logged: whoever writes `Safe{...}` says by it that the text is safe.
struct Safe {
    std::string text;
};

/// One "key=value" of a log line.
class Field {
  public:
    Field(char const* key, Safe value) : key_(key), value_(std::move(value.text)) {}
    Field(char const* key, std::int64_t value) : key_(key), value_(std::to_string(value)) {}
    Field(char const* key, int value) : key_(key), value_(std::to_string(value)) {}
    Field(char const* key, std::size_t value) : key_(key), value_(std::to_string(value)) {}
    Field(char const* key, double value) : key_(key), value_(std::to_string(value)) {}
    Field(char const* key, bool value) : key_(key), value_(value ? "true" : "false") {}
    Field(char const* key, Date value) : key_(key), value_(value.iso()) {}
    Field(char const* key, Instant value) : key_(key), value_(value.iso()) {}
    template <class Tag>
    Field(char const* key, StrongId<Tag> const& value) : key_(key), value_(value.text()) {}
    template <NamedEnum E>
    Field(char const* key, E value) : key_(key), value_(name_of(value)) {}
    /// Only string literals.
    template <std::size_t N>
    Field(char const* key, char const (&literal)[N]) : key_(key), value_(literal) {}
    Field(char const* key, std::string const&) = delete;
    Field(char const* key, std::string_view) = delete;

    /// In JSON every value is a string.
    char const* key() const { return key_; }
    std::string const& value() const { return value_; }

  private:
    char const* key_;
    std::string value_;
};

enum class Style { text, json };
/// Called once, before there are threads. Logs go to stderr, times in UTC; results of commands go to stdout.
/// Warnings and errors are always written, information only when `verbose`. Until it is called: text, not
/// verbose.
void start(Style style, bool verbose);

/// The message must be a literal: what varies goes into fields.
template <std::size_t N>
void info(char const (&message)[N], std::initializer_list<Field> fields = {});
template <std::size_t N>
void warning(char const (&message)[N], std::initializer_list<Field> fields = {});
template <std::size_t N>
void error(char const (&message)[N], std::initializer_list<Field> fields = {});

enum class Level { info, warning, error };
void write(Level level, std::string_view literal, std::initializer_list<Field> fields);

template <std::size_t N>
void info(char const (&message)[N], std::initializer_list<Field> fields) {
    write(Level::info, message, fields);
}
template <std::size_t N>
void warning(char const (&message)[N], std::initializer_list<Field> fields) {
    write(Level::warning, message, fields);
}
template <std::size_t N>
void error(char const (&message)[N], std::initializer_list<Field> fields) {
    write(Level::error, message, fields);
}

}  // namespace doorstep::log
