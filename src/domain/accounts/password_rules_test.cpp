#include "domain/accounts/password_rules.h"

#include <gtest/gtest.h>

namespace doorstep::domain::accounts {
namespace {

constexpr PasswordFacts dana{.email = "dana.okafor@elmfield.example", .name = "Dana Okafor", .at_least = 12};

std::string refused_as(std::string_view password, PasswordFacts const& facts = dana) {
    auto const checked = check_password(password, facts);
    return checked ? "" : checked.error().code();
}

TEST(CheckPassword, takes_twelve_characters_and_no_fewer) {
    EXPECT_EQ(refused_as("kettle-moss"), "password-short");
    EXPECT_EQ(refused_as("kettle-mosst"), "");
}

TEST(CheckPassword, counts_characters_and_not_bytes) {
    EXPECT_EQ(refused_as("ŵŷŵŷâîôûêâî"), "password-short");
    EXPECT_EQ(refused_as("ŵŷŵŷâîôûêâîy"), "");
}

TEST(CheckPassword, takes_a_thousand_characters_and_no_more) {
    std::string words;
    while (words.size() < 1000) words += "lamp" + std::to_string(words.size());
    words.resize(1000);
    EXPECT_EQ(refused_as(words), "");
    EXPECT_EQ(refused_as(words + "x"), "password-long");
}

TEST(CheckPassword, asks_for_no_capitals_digits_or_signs) {
    EXPECT_EQ(refused_as("teapot gravel lantern"), "");
    EXPECT_EQ(refused_as("82641937501846"), "");
}

TEST(CheckPassword, refuses_the_persons_own_name_and_address_however_written) {
    for (auto const* password :
         {"dana.okafor@elmfield.example", "DanaOkafor2026", "okafor-dana-1234", "my dana okafor 1"})
        EXPECT_EQ(refused_as(password), "password-personal") << password;
}

TEST(CheckPassword, does_not_take_a_short_name_inside_another_word_for_the_person) {
    EXPECT_EQ(
        refused_as("gravel lantern moss", {.email = "al@elmfield.example", .name = "Al", .at_least = 12}),
        "");
}

TEST(CheckPassword, refuses_little_more_than_the_name_of_the_landlord_or_the_program) {
    auto facts = dana;
    facts.landlord = "Northgate Homes";
    for (auto const* password :
         {"Northgate2026!", "northgate homes", "NorthgateHomes1", "N0rthgate-2026", "doorstep homes 7"})
        EXPECT_EQ(refused_as(password, facts), "password-of-this-place") << password;
    for (auto const* password : {"doorstep-12345", "D00rstepD00rstep"})
        EXPECT_NE(refused_as(password, facts), "") << password;
    EXPECT_EQ(refused_as("northgate teapot gravel", facts), "");
    EXPECT_EQ(refused_as("a lantern on my doorstep", facts), "");
}

TEST(CheckPassword, refuses_one_thing_over_and_over) {
    for (auto const* password :
         {"aaaaaaaaaaaa", "abababababab", "abcabcabcabc", "12341234123412", "XyXyxYxyXyxY"})
        EXPECT_EQ(refused_as(password), "password-common") << password;
    EXPECT_EQ(refused_as("lampslampslampslamps"), "");  // five letters: no longer counted as one thing
}

TEST(CheckPassword, refuses_common_passwords_in_disguise) {
    for (auto const* password : {"Password2026!!", "P@ssw0rd123456", "!!letmein2026!!", "Liverpool-FC-1892",
                                 "1q2w3e4r5t6y", "123456789012", "correct horse battery staple",
                                 "W3lcome-2026-!", "Administrator1", "elmfield homes 1"})
        EXPECT_EQ(refused_as(password), "password-common") << password;
}

TEST(CheckPassword, names_the_field_it_is_about) {
    EXPECT_EQ(check_password("short", dana).error().problems().front().field, "new-password");
}

}  // namespace
}  // namespace doorstep::domain::accounts
