#include "domain/wording/mentions.h"

#include <gtest/gtest.h>

namespace doorstep::domain::wording {
namespace {

std::vector<Identity> neighbours() {
    return {{.name = "Mr Ivo O'Neill-Marsh",
             .address = "Flat 12, Acre Court, 4 Mill Lane, MK9 3XS",
             .telephone = "+44 7700 900123",
             .email = "Ivo@marsh.example"}};
}

std::vector<std::string> found(std::string_view text) {
    std::vector<std::string> words;
    for (auto const& mention : mentions(text, neighbours())) words.push_back(mention.words);
    return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST(Mentions, finds_any_part_of_a_name_as_a_word) {
    EXPECT_EQ(found("We will visit IVO on Monday"), Words{"Ivo"});
    EXPECT_EQ(found("Talk to o’neill marsh."), Words{"O'Neill-Marsh"});
    EXPECT_EQ(found("The ivory marshes, Mr Smith"), Words{});
}

TEST(Mentions, finds_the_numbered_part_of_an_address) {
    EXPECT_EQ(found("A warning to flat 12."), Words{"Flat 12"});
    EXPECT_EQ(found("At 4 Mill Lane, by the door"), Words{"4 Mill Lane"});
    EXPECT_EQ(found("Flat 120, Acre Court"), Words{});
}

TEST(Mentions, finds_numbers_however_they_are_written) {
    EXPECT_EQ(found("Ring 07700 900 123"), Words{"+44 7700 900123"});
    EXPECT_EQ(found("Write to IVO@MARSH.EXAMPLE").back(), "Ivo@marsh.example");
    EXPECT_EQ(found("Ring 01632 960 001"), Words{});
}

TEST(Mentions, finds_nothing_of_people_we_know_nothing_of) {
    EXPECT_TRUE(mentions("Anything at all", {Identity{}}).empty());
    EXPECT_TRUE(mentions("", neighbours()).empty());
}

TEST(Mentions, names_each_once) { EXPECT_EQ(found("Ivo and Ivo"), Words{"Ivo"}); }

}  // namespace doorstep::domain::wording
