#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace doorstep {

/// One row of an enum's table: the value, the stable name that is stored and sent, and words for people.
template <class E>
struct EnumName {
    E value;
    std::string_view name;
    std::string_view words;
};

/// clang before 17 does not deduce aggregates by itself.
template <class E>
EnumName(E, std::string_view, std::string_view) -> EnumName<E>;

/// An enum gets names by a function that lookup finds beside it:
///   constexpr auto enum_names(ContactMethod) { return std::array{EnumName{ContactMethod::visit, "visit",
///   "Visit"}}; }
template <class E>
concept NamedEnum = requires(E e) {
    enum_names(e);
};

template <NamedEnum E>
std::string_view name_of(E value) {
    static constexpr auto rows = enum_names(E{});
    for (auto const& row : rows)
        if (row.value == value) return row.name;
    return {};
}

template <NamedEnum E>
std::string_view words_of(E value) {
    static constexpr auto rows = enum_names(E{});
    for (auto const& row : rows)
        if (row.value == value) return row.words;
    return {};
}

template <NamedEnum E>
std::optional<E> enum_from_name(std::string_view name) {
    static constexpr auto rows = enum_names(E{});
    for (auto const& row : rows)
        if (row.name == name) return row.value;
    return std::nullopt;
}

template <NamedEnum E>
std::span<EnumName<E> const> all_of() {
    static constexpr auto rows = enum_names(E{});
    return rows;
}

}  // namespace doorstep
