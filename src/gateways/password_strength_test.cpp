#include "gateways/password_strength.h"

#include <gtest/gtest.h>

namespace doorstep::gateways {
namespace {

constexpr double a_hundred_million = 8;

double guesses(char const* password) {
    return guesses_of_password(password, {"dana", "okafor", "elmfield", "housing"});
}

TEST(PasswordStrength, is_small_for_passwords_of_breaches_patterns_and_dates) {
    for (auto const* password :
         {"iloveyou1234", "football2023!", "liverpool2024", "manunited1999", "1q2w3e4r5t6y", "letmeinplease",
          "P@ssw0rd1234", "qwertyuiop12", "michaeljackson", "abcdefghijkl", "summerholiday1"})
        EXPECT_LT(guesses(password), a_hundred_million) << password;
}

TEST(PasswordStrength, is_small_for_the_words_of_this_place) {
    EXPECT_LT(guesses("Elmfield2026!"), a_hundred_million);
    EXPECT_LT(guesses("dana.okafor.99"), a_hundred_million);
}

TEST(PasswordStrength, is_great_for_three_random_words_and_for_chance) {
    for (auto const* password :
         {"teapot gravel lantern", "correct horse battery", "red kettle moss", "xK9$mPq2vLw7"})
        EXPECT_GT(guesses(password), a_hundred_million) << password;
}

TEST(PasswordStrength, takes_any_bytes_and_any_length) {
    EXPECT_GT(guesses("\xC5\xBC\xC3\xB3\xC5\x82w \xF0\x9F\x8E\xBA piecze chleb"), a_hundred_million);
    EXPECT_GT(guesses_of_password(std::string(400, 'x') + "teapot", {""}), 0);
    EXPECT_EQ(guesses(""), 0);
}

}  // namespace
}  // namespace doorstep::gateways
