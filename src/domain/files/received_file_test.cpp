#include "domain/files/received_file.h"

#include <gtest/gtest.h>

namespace doorstep::domain::files {
namespace {

TEST(SizeWords, reads_as_a_phone_shows_it) {
    EXPECT_EQ(size_words(0), "0 bytes");
    EXPECT_EQ(size_words(999), "999 bytes");
    EXPECT_EQ(size_words(34'000), "34 KB");
    EXPECT_EQ(size_words(999'499), "999 KB");
    EXPECT_EQ(size_words(999'500), "1 MB");
    EXPECT_EQ(size_words(2'100'000), "2.1 MB");
    EXPECT_EQ(size_words(9'990'000), "10 MB");
    EXPECT_EQ(size_words(200'000'000), "200 MB");
}

}  // namespace
}  // namespace doorstep::domain::files
