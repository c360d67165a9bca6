#pragma once

#include <string_view>

#include "http/request.h"

namespace doorstep {

/// Words in both languages. Pages for residents give both: a pair without Welsh is found by
/// scripts/check_welsh.py. Staff pages are English.
struct Words {
    std::string_view english;
    std::string_view welsh = {};

    constexpr Words() = default;
    constexpr Words(char const* english) : english(english) {}  // NOLINT: `.label = "When was the contact?"`
    constexpr Words(char const* english, char const* welsh) : english(english), welsh(welsh) {}

    constexpr std::string_view in(http::Language language) const {
        return language == http::Language::welsh && !welsh.empty() ? welsh : english;
    }
    constexpr bool empty() const { return english.empty(); }
};

}  // namespace doorstep
