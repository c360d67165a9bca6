#include "domain/find/name_likeness.h"

#include <gtest/gtest.h>

namespace doorstep::domain::find {
namespace {

TEST(NameLikeness, does_not_mind_order_case_or_accents) {
    EXPECT_DOUBLE_EQ(name_likeness("Silva Ana", "Ana Silva"), 1);
    EXPECT_DOUBLE_EQ(name_likeness("zoe o'neill", "Zoë O’Neill"), 1);
}

TEST(NameLikeness, finds_misspelt_names_alike_and_others_not) {
    EXPECT_GT(name_likeness("Jon Smyth", "John Smith"), alike);
    EXPECT_GT(name_likeness("Katherine Brown", "Catherine Browne"), alike);
    EXPECT_GT(name_likeness("Mohamed Khan", "Muhammad Khan"), alike);
    EXPECT_LT(name_likeness("Ana Silva", "Ivo Marsh"), alike);
    EXPECT_LT(name_likeness("John Smith", "Joan Sutherland"), alike);
}

TEST(NameLikeness, takes_little_off_for_a_middle_name) {
    auto const with_middle_name = name_likeness("Ana Silva", "Ana Maria Silva");
    EXPECT_GT(with_middle_name, 0.95);
    EXPECT_LT(with_middle_name, 1);
}

TEST(NameLikeness, counts_words_that_stand_as_typed_with_their_accents) {
    EXPECT_EQ(words_as_typed("zoë silva", "Zoë Silva"), 2U);
    EXPECT_EQ(words_as_typed("Zoë Silva", "Zoe Silva"), 1U);
    EXPECT_EQ(words_as_typed("Silva  Zoë", "Zoë Silva"), 2U);
    EXPECT_EQ(words_as_typed("", "Zoë"), 0U);
}

TEST(NameLikeness, of_nothing_is_nothing) {
    EXPECT_EQ(name_likeness("", "Ana Silva"), 0);
    EXPECT_EQ(name_likeness("-", "Ana"), 0);
}

}  // namespace
}  // namespace doorstep::domain::find
