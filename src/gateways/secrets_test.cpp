#include "gateways/secrets.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <set>

namespace doorstep::gateways {

// RFC 4231, test case 2.
TEST(Hmac, is_that_of_the_standard) {
    EXPECT_EQ(hmac_sha256_hex("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Passwords, match_only_themselves) {
    auto const hash = hash_password("correct horse battery staple");
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(password_matches("correct horse battery staple", hash));
    EXPECT_FALSE(password_matches("correct horse battery stapl", hash));
    EXPECT_FALSE(password_matches("anything", "not a hash"));
}

TEST(Tokens, are_long_and_never_repeat) {
    std::set<std::string> seen;
    for (int n = 0; n < 1000; ++n) seen.insert(random_token());
    EXPECT_EQ(seen.size(), 1000u);
    EXPECT_EQ(seen.begin()->size(), 43u);
}

TEST(Codes, have_no_signs_that_look_alike) {
    for (int n = 0; n < 200; ++n) EXPECT_EQ(random_code().find_first_of("01OILS5"), std::string::npos);
}

// RFC 6238 appendix B, SHA-1; the RFC gives 8 digits, of which apps show the last 6.
TEST(SecondFactor, agrees_with_the_vectors_of_rfc_6238) {
    auto const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";  // "12345678901234567890"
    EXPECT_EQ(second_factor::code_at(secret, 59 / 30), "287082");
    EXPECT_EQ(second_factor::code_at(secret, 1111111109 / 30), "081804");
    EXPECT_EQ(second_factor::code_at(secret, 1234567890 / 30), "005924");
    EXPECT_EQ(second_factor::code_at(secret, 20000000000 / 30), "353130");
}

TEST(SecondFactor, forgives_a_clock_one_step_out_and_no_more) {
    auto const secret = second_factor::new_secret();
    auto const now = Instant::from_milliseconds(1'800'000'000'000);
    auto const step = now.milliseconds() / 30'000;
    EXPECT_EQ(second_factor::matching_step(secret, second_factor::code_at(secret, step - 1), now), step - 1);
    EXPECT_EQ(second_factor::matching_step(secret, second_factor::code_at(secret, step + 1), now), step + 1);
    EXPECT_FALSE(second_factor::matching_step(secret, second_factor::code_at(secret, step - 2), now));
    auto spaced = second_factor::code_at(secret, step);
    spaced.insert(3, " ");
    EXPECT_TRUE(second_factor::matching_step(secret, spaced, now));
}

TEST(SiteKey, opens_only_what_it_sealed) {
    auto const key = SiteKey::from_text("one");
    auto const other = SiteKey::from_text("two");
    auto sealed = key.seal("secret");
    EXPECT_EQ(key.open(sealed), "secret");
    EXPECT_FALSE(other.open(sealed));
    sealed[10] = sealed[10] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(key.open(sealed));
    EXPECT_FALSE(key.open(""));
    auto const without_id = key.seal("secret").substr(9);
    EXPECT_EQ(key.open(without_id), "secret") << "sealed before keys had ids";
    EXPECT_FALSE(other.open(without_id));
}

TEST(SiteKey, is_made_once_and_readable_by_its_owner_only) {
    auto const folder = std::filesystem::temp_directory_path() / ("doorstep-key-" + random_token());
    auto const sealed = SiteKey(folder).seal("secret");
    EXPECT_EQ(SiteKey(folder).open(sealed), "secret");
    struct stat status {};
    ASSERT_EQ(stat((folder / "site.key").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    std::filesystem::remove_all(folder);
}

}  // namespace doorstep::gateways
