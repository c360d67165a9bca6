#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "base/strong_id.h"

/// How our types are stored. Ids are text UUIDs; dates ISO text (London calendar); instants 64-bit UTC
/// milliseconds; enums their stable names; money whole pence. The same on both engines.
namespace doorstep::storage::sql {

using Null = std::monostate;
/// A bound parameter. Text may be a view: it must live until the call returns, as arguments do.
using Value = std::variant<Null, bool, std::int64_t, double, std::string_view, std::string>;

inline Value to_value(bool value) { return value; }
template <std::integral I>
requires(!std::same_as<I, bool>) Value to_value(I value) { return static_cast<std::int64_t>(value); }
inline Value to_value(double value) { return value; }
inline Value to_value(std::string_view value) { return value; }
inline Value to_value(std::string const& value) { return std::string_view(value); }
inline Value to_value(char const* value) { return std::string_view(value); }
inline Value to_value(Date value) { return value.iso(); }
inline Value to_value(Instant value) { return value.milliseconds(); }
inline Value to_value(Uuid const& value) { return value.text(); }
template <class Tag>
Value to_value(StrongId<Tag> const& value) {
    return value.text();
}
template <NamedEnum E>
Value to_value(E value) {
    return name_of(value);
}
inline Value to_value(std::nullopt_t) { return Null{}; }
template <class T>
Value to_value(std::optional<T> const& value) {
    return value ? to_value(*value) : Value{Null{}};
}

/// `{"case_file_id", id}` in a call: the name without its colon.
struct Parameter {
    std::string_view name;
    Value value;

    template <class T>
    Parameter(std::string_view name, T const& value) : name(name), value(to_value(value)) {}
    /// A temporary string is kept, so that a std::vector<Parameter> may be filled line by line.
    Parameter(std::string_view name, std::string&& value) : name(name), value(std::move(value)) {}
};

/// The parameters of one call, by name: every name in the SQL must be given, and no other.
class Bindings {
  public:
    Bindings() = default;
    // The list lives until the end of the call it is written in, and so do its values.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winit-list-lifetime"
    Bindings(std::initializer_list<Parameter> list) : first_(list.begin()), count_(list.size()) {}  // NOLINT
#pragma GCC diagnostic pop
    Bindings(std::vector<Parameter> const& list) : first_(list.data()), count_(list.size()) {}  // NOLINT
    Parameter const* begin() const { return first_; }
    Parameter const* end() const { return first_ + count_; }
    std::size_t size() const { return count_; }

  private:
    Parameter const* first_ = nullptr;
    std::size_t count_ = 0;
};

/// One row of a result, valid during the call that hands it out. Columns are read in order, typed; a null
/// read into anything but an optional, or a value of the wrong kind, is a StorageError (corrupt) naming the
/// query and column.
class Row {
  public:
    virtual ~Row() = default;

    /// All columns, first to last: `row.read(contact.id, contact.made_on, contact.method);`
    template <class... T>
    void read(T&... targets) {
        next_ = 0;
        expect_columns(sizeof...(T));
        (take(targets), ...);
    }

    virtual std::string const& query_name() const = 0;
    virtual int columns() const = 0;
    virtual std::string_view column_name(int column) const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual bool boolean(int column) const = 0;
    virtual std::string_view text(int column) const = 0;

  protected:
    [[noreturn]] void fail(int column, char const* expected) const;

  private:
    void expect_columns(int count) const;
    void require(int column) const {
        if (is_null(column)) fail(column, "a value, found null");
    }
    template <class I>
    I narrow(int column) {
        auto const wide = integer(column);
        if (!std::in_range<I>(wide)) fail(column, "a smaller number");
        return static_cast<I>(wide);
    }

    void take(bool& out) {
        require(next_);
        out = boolean(next_++);
    }
    template <std::integral I>
    requires(!std::same_as<I, bool>) void take(I& out) {
        require(next_);
        out = narrow<I>(next_);
        ++next_;
    }
    void take(double& out) {
        require(next_);
        out = real(next_++);
    }
    void take(std::string& out) {
        require(next_);
        out = text(next_++);
    }
    void take(Date& out) {
        require(next_);
        auto date = Date::parse_iso(text(next_));
        if (!date) fail(next_, "a date");
        out = *date;
        ++next_;
    }
    void take(Instant& out) {
        require(next_);
        out = Instant::from_milliseconds(integer(next_++));
    }
    void take(Uuid& out) {
        require(next_);
        auto id = Uuid::parse(text(next_));
        if (!id) fail(next_, "an id");
        out = *id;
        ++next_;
    }
    template <class Tag>
    void take(StrongId<Tag>& out) {
        Uuid uuid;
        take(uuid);
        out = StrongId<Tag>(uuid);
    }
    template <NamedEnum E>
    void take(E& out) {
        require(next_);
        auto value = enum_from_name<E>(text(next_));
        if (!value) fail(next_, "a known name");
        out = *value;
        ++next_;
    }
    template <class T>
    void take(std::optional<T>& out) {
        if (is_null(next_)) {
            out.reset();
            ++next_;
            return;
        }
        take(out.emplace());
    }

    int next_ = 0;
};

}  // namespace doorstep::storage::sql
