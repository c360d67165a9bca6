#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "base/strong_id.h"
#include "base/text.h"

/// How one value of a type is typed. A type without a codec does not compile.
namespace doorstep::forms {

template <class T>
struct Codec;

template <>
struct Codec<std::string> {
    static std::optional<std::string> decode(std::string_view typed) { return std::string(typed); }
    static std::string encode(std::string const& value) { return value; }
};

template <std::integral I>
requires(!std::same_as<I, bool>) struct Codec<I> {
    static std::optional<I> decode(std::string_view typed) {
        std::string digits;
        for (char c : text::trim(typed))
            if (c != ',' && c != ' ') digits += c;
        I value{};
        auto const end = digits.data() + digits.size();
        auto const [at, error] = std::from_chars(digits.data(), end, value);
        if (error != std::errc{} || at != end) return std::nullopt;
        return value;
    }
    static std::string encode(I value) { return std::to_string(value); }
};

template <>
struct Codec<bool> {
    static std::optional<bool> decode(std::string_view typed) {
        if (typed == "yes" || typed == "true") return true;
        if (typed == "no" || typed == "false") return false;
        return std::nullopt;
    }
    static std::string encode(bool value) { return value ? "yes" : "no"; }
};

template <>
struct Codec<TimeOfDay> {
    static std::optional<TimeOfDay> decode(std::string_view typed) { return TimeOfDay::parse(typed); }
    static std::string encode(TimeOfDay value) { return value.words(); }
};

template <NamedEnum E>
struct Codec<E> {
    static std::optional<E> decode(std::string_view typed) { return enum_from_name<E>(typed); }
    static std::string encode(E value) { return std::string(name_of(value)); }
};

template <class Tag>
struct Codec<StrongId<Tag>> {
    static std::optional<StrongId<Tag>> decode(std::string_view typed) { return StrongId<Tag>::parse(typed); }
    static std::string encode(StrongId<Tag> const& value) { return std::string(value.text()); }
};

template <class T>
struct UnwrappedOptional {
    using type = T;
};
template <class T>
struct UnwrappedOptional<std::optional<T>> {
    using type = T;
};
template <class T>
using Unwrapped = typename UnwrappedOptional<T>::type;

}  // namespace doorstep::forms
