#include "base/text.h"

#include <gtest/gtest.h>

namespace doorstep::text {
namespace {

TEST(Utf8, is_checked) {
    EXPECT_TRUE(is_valid_utf8(""));
    EXPECT_TRUE(is_valid_utf8("Zoë 🏠"));
    for (auto const* wrong : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "abc\x80"})
        EXPECT_FALSE(is_valid_utf8(wrong)) << wrong;
}

TEST(Normalise, composes_and_replaces_what_is_broken) {
    EXPECT_EQ(normalise("plain"), "plain");
    EXPECT_EQ(normalise("Zoe\u0308"), "Zoë");
    EXPECT_EQ(normalise("a\xff"
                        "b"),
              "a\uFFFDb");
    EXPECT_EQ(normalise(std::string_view("a\0b", 3)), "a\uFFFDb");
    EXPECT_TRUE(is_valid_utf8(normalise("\xe2\x82")));
}

TEST(Fold, makes_names_comparable) {
    EXPECT_EQ(fold("Zoë O'Neill-Ŵyn"), "zoe o neill wyn");
    EXPECT_EQ(fold("  MILTON   Keynes. "), "milton keynes");
    EXPECT_EQ(fold("Ａｌｉ"), "ali");
    EXPECT_EQ(fold("Straße"), "strasse");
    EXPECT_EQ(fold("Łukasz Søren Æthelþryð"), "lukasz soren aethelthryd");
    EXPECT_EQ(fold("Ｆｌａｔ １２"), "flat 12");
    EXPECT_EQ(fold("O’Neill"), "o neill");
    EXPECT_EQ(fold("İstanbul"), "istanbul");
    EXPECT_EQ(fold("--"), "");
    EXPECT_EQ(fold("ﬁona"), "fiona");
}

TEST(Fold, keeps_words_of_other_scripts_whole) {
    EXPECT_EQ(fold("हिन्दी भाषा"), "हिन्दी भाषा");
    EXPECT_EQ(fold("مُحَمَّد"), "محمد");
    EXPECT_EQ(fold("Ελένη"), "ελενη");
    EXPECT_EQ(fold("李 小龙"), "李 小龙");
}

TEST(Fold, changes_nothing_the_second_time) {
    for (auto const* text : {"Zoë O'Neill-Ŵyn", "İstanbul", "Straße", "ΑΣ", "हिन्दी", "ﬀ ǅ K", "ₓ²"}) {
        auto const once = fold(text);
        EXPECT_EQ(fold(once), once) << text;
    }
}

std::string utf8_of(char32_t c) {
    auto const part = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3f)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xc0 | c >> 6), part(c)};
    if (c < 0x10000) return {static_cast<char>(0xe0 | c >> 12), part(c >> 6), part(c)};
    return {static_cast<char>(0xf0 | c >> 18), part(c >> 12), part(c >> 6), part(c)};
}

TEST(Fold, settles_every_character_at_once) {
    for (char32_t c = 1; c < 0x20000; ++c) {
        if (c >= 0xd800 && c < 0xe000) continue;
        auto const once = fold("a" + utf8_of(c) + "b");
        ASSERT_EQ(fold(once), once) << std::hex << static_cast<unsigned>(c);
        ASSERT_TRUE(is_valid_utf8(once));
        ASSERT_TRUE(is_valid_utf8(sort_key(utf8_of(c))));
    }
}

TEST(SortKey, puts_names_where_a_reader_looks) {
    std::vector<std::string> const expected{"Oakley",     "O'Neill",  "Oxley", "Smith", "Smith Jones",
                                            "Smith-King", "Smithson", "Zoë A", "Zoe B"};
    auto sorted = expected;
    std::sort(sorted.begin(), sorted.end());
    std::sort(sorted.begin(), sorted.end(),
              [](auto const& a, auto const& b) { return sort_key(a) < sort_key(b); });
    EXPECT_EQ(sorted, expected);
}

TEST(SortKey, puts_numbers_in_their_order) {
    std::vector<std::string> const expected{
        "Flat 2", "Flat 002a", "Flat 10", "Flat 12, 3 Oak Court", "Flat 12, 20 Oak Court", "Flat 100"};
    for (std::size_t i = 1; i < expected.size(); ++i)
        EXPECT_LT(sort_key(expected[i - 1]), sort_key(expected[i]));
}

TEST(Split, gives_every_part) {
    EXPECT_EQ(split("a,b,,c", ','), (std::vector<std::string_view>{"a", "b", "", "c"}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(split(",", ','), (std::vector<std::string_view>{"", ""}));
    EXPECT_EQ(join({"a", "a", "b"}, ", "), "a, a, b");
    EXPECT_EQ(join({}, ", "), "");
}

TEST(Trim, takes_white_space_from_both_ends) {
    EXPECT_EQ(trim(" \t\r\n a b \v\f"), "a b");
    EXPECT_EQ(trim("  "), "");
    EXPECT_EQ(lower_ascii("AbÉ"), "abÉ");
}

TEST(Length, counts_code_points) {
    EXPECT_EQ(length("Zoë"), 3u);
    EXPECT_EQ(length("🏠🏠"), 2u);
    EXPECT_EQ(length(""), 0u);
}

TEST(Shorten, never_passes_the_limit_nor_cuts_a_character) {
    EXPECT_EQ(shorten("Zoë", 3), "Zoë");
    EXPECT_EQ(shorten("Zoë Smith", 4), "Zoë…");
    EXPECT_EQ(shorten("Zoë Smith", 5), "Zoë…");
    EXPECT_EQ(shorten("ééé", 2), "é…");
    EXPECT_EQ(shorten("abc", 1), "…");
    EXPECT_EQ(shorten("abc", 0), "");
    for (std::size_t limit = 0; limit < 12; ++limit) {
        auto const shorter = shorten("één twéé drié", limit);
        EXPECT_LE(length(shorter), limit);
        EXPECT_TRUE(is_valid_utf8(shorter));
    }
}

TEST(Numbers, are_written_for_people) {
    EXPECT_EQ(thousands(12430), "12,430");
    EXPECT_EQ(thousands(999), "999");
    EXPECT_EQ(thousands(1000), "1,000");
    EXPECT_EQ(thousands(-999), "-999");
    EXPECT_EQ(thousands(-1234567), "-1,234,567");
    EXPECT_EQ(thousands(0), "0");
    EXPECT_EQ(count_of(1, "working day", "working days"), "1 working day");
    EXPECT_EQ(count_of(0, "working day", "working days"), "0 working days");
    EXPECT_EQ(count_of(1200, "home", "homes"), "1,200 homes");
}

TEST(Postcode, is_put_in_its_usual_form) {
    EXPECT_EQ(postcode("mk93xs"), "MK9 3XS");
    EXPECT_EQ(postcode(" MK9 3XS "), "MK9 3XS");
    EXPECT_EQ(postcode("m k 9 3 x s"), "MK9 3XS");
    for (auto const* valid : {"M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "N1 2XQ",
                              "GIR 0AA", "SW1W 0NY", "BT1 5GS"})
        EXPECT_EQ(postcode(valid), valid);
    for (auto const* wrong :
         {"", "MK9", "MK9 3X", "QK9 3XS", "MI9 3XS", "MK9 3CS", "MK9 XXS", "MK9-3XS", "12345", "MK999 3XS",
          "W1I 1HQ", "EC1C 1BB", "MK9 3XSS", "Milton Keynes", "ＭＫ9 3XS"})
        EXPECT_EQ(postcode(wrong), "") << wrong;
}

TEST(Sha256, agrees_with_the_standard) {
    // FIPS 180-4 example values.
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(std::string_view("\x00\xff\x7f", 3)), "00ff7f");
}

}  // namespace
}  // namespace doorstep::text
