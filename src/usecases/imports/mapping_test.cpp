#include "usecases/imports/mapping.h"

#include <gtest/gtest.h>

namespace doorstep::usecases::imports {
namespace {

using documents::csv::Record;
std::set<std::string, std::less<>> const fields{"line", "town", "kind", "words"};

Mapping parsed(std::string_view toml) {
    auto mapping = Mapping::parse(toml, fields);
    EXPECT_TRUE(mapping) << (mapping ? "" : mapping.error().message());
    return mapping ? *mapping : Mapping::by_name({});
}
std::string refusal(std::string_view toml) {
    auto const mapping = Mapping::parse(toml, fields);
    return mapping ? "" : mapping.error().message();
}

TEST(Mapping, takes_columns_texts_and_lists) {
    auto mapping = parsed(R"(
        [columns]
        line = ["Flat", "House", "Street"]
        kind = "Type"
        words = "{Type}: {Notes}"
    )");
    ASSERT_TRUE(mapping.bind({1, {"Street", "House", "Flat", "Type", "Notes"}}, {"line"}));
    Record const record{2, {" Mill Lane ", "4", "", "Noise", "Loud"}};
    EXPECT_EQ(mapping.value(record, "line"), "4, Mill Lane");
    EXPECT_EQ(mapping.value(record, "words"), "Noise: Loud");
    EXPECT_EQ(mapping.value({3, {}}, "words"), "") << "a text whose columns are all empty says nothing";
}

TEST(Mapping, turns_their_words_into_ours) {
    auto mapping = parsed(R"(
        [columns]
        kind = "Type"
        town = "Town"
        [values.kind]
        "Loud music" = "noise"
        [values.town]
        MK = "Milton Keynes"
        "*" = "Elsewhere"
        [constants]
        town = "Derby"
    )");
    ASSERT_TRUE(mapping.bind({1, {"Type", "Town"}}, {}));
    EXPECT_EQ(mapping.value({2, {"Loud music", "MK"}}, "kind"), "noise");
    EXPECT_EQ(mapping.value({2, {"Parking", "MK"}}, "kind"), std::nullopt);
    EXPECT_EQ(mapping.value({2, {"", "MK"}}, "town"), "Milton Keynes");
    EXPECT_EQ(mapping.value({2, {"", "Leeds"}}, "town"), "Elsewhere");
    EXPECT_EQ(mapping.value({2, {"", ""}}, "town"), "Derby");
}

TEST(Mapping, says_which_columns_are_missing) {
    auto mapping = parsed("key = \"Ref\"\n[columns]\nline = \"Adress\"");
    auto const bound = mapping.bind({1, {"Address"}}, {});
    ASSERT_FALSE(bound);
    EXPECT_EQ(bound.error().message(), "The first line of the file has no column called Adress, Ref");
}

TEST(Mapping, by_name_needs_only_what_is_required) {
    auto mapping = Mapping::by_name(fields);
    ASSERT_TRUE(mapping.bind({1, {"LINE", "kind"}}, {"line"}));
    EXPECT_EQ(mapping.value({2, {"4 Mill Lane", "home"}}, "line"), "4 Mill Lane");
    EXPECT_EQ(mapping.value({2, {"4 Mill Lane", "home"}}, "town"), "");
    EXPECT_FALSE(Mapping::by_name(fields).bind({1, {"kind"}}, {"line"}));
}

TEST(Mapping, names_the_line_of_every_mistake) {
    EXPECT_EQ(refusal("source = \"x\"\n[columns]\nlien = \"A\"\n"),
              "The mapping line 3: there is no field lien; fields are kind, line, town, words");
    EXPECT_NE(refusal("source = \n").find("line 1"), std::string::npos);
    EXPECT_NE(refusal("date_format = \"dd.mm\"\n").find("line 1: date_format must have"), std::string::npos);
    EXPECT_NE(refusal("colums = 5\n").find("line 1: there is no colums"), std::string::npos);
    EXPECT_NE(refusal("separator = \"tab\"\n").find("one character"), std::string::npos);
}

}  // namespace
}  // namespace doorstep::usecases::imports
