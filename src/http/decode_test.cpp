#include "http/decode.h"

#include <gtest/gtest.h>

namespace doorstep::http {
namespace {

TEST(PercentDecode, decodes_once_only) {
    EXPECT_EQ(percent_decode("%252e%2E"), "%2e.");
    EXPECT_EQ(percent_decode("a+b"), "a+b");
    EXPECT_EQ(percent_decode("a+b", PlusSign::means_space), "a b");
    EXPECT_EQ(percent_decode("%"), "%");
    EXPECT_EQ(percent_decode("%4"), "%4");
    EXPECT_EQ(percent_decode("%+1"), "%+1");
}

struct Utf8Case {
    std::string_view text;
    std::string_view clean;
};

// Sequences of the Unicode Standard, tables 3-8 to 3-11.
TEST(CleanUtf8, replaces_each_maximal_broken_sequence_once) {
    using namespace std::string_view_literals;
    for (auto const& [text, clean] : {
             Utf8Case{"plain"sv, "plain"sv},
             Utf8Case{"Ŵ€😀"sv, "Ŵ€😀"sv},
             Utf8Case{"a\0b"sv, "ab"sv},
             Utf8Case{"\xC0\xAF"sv, "\uFFFD\uFFFD"sv},
             Utf8Case{"\xE0\x80\xBF"sv, "\uFFFD\uFFFD\uFFFD"sv},
             Utf8Case{"\xED\xA0\x80"sv, "\uFFFD\uFFFD\uFFFD"sv},
             Utf8Case{"\xF4\x91\x92\x93\xFF\x41"sv, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41"sv},
             Utf8Case{"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"sv, "\uFFFD\uFFFD\uFFFD\uFFFD\x41"sv},
             Utf8Case{"\xE2\x82"sv, "\uFFFD"sv},
         }) {
        EXPECT_EQ(clean_utf8(text), clean);
        EXPECT_EQ(is_clean_utf8(text), text == clean);
    }
}

}  // namespace
}  // namespace doorstep::http
