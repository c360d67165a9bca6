#include "domain/accounts/device_words.h"

#include <gtest/gtest.h>

namespace doorstep::domain::accounts {
namespace {

TEST(DeviceWords, name_browser_and_system) {
    EXPECT_EQ(
        device_words("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"),
        "Firefox on Windows");
    EXPECT_EQ(device_words("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                           "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0"),
              "Edge on Windows");
    EXPECT_EQ(device_words("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
                           "Chrome/130.0.0.0 Mobile Safari/537.36"),
              "Chrome on Android");
    EXPECT_EQ(device_words("Mozilla/5.0 (iPhone; CPU iPhone OS 17_7 like Mac OS X) AppleWebKit/605.1.15 "
                           "(KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1"),
              "Safari on iPhone");
}

TEST(DeviceWords, say_no_more_than_is_known_whatever_is_sent) {
    EXPECT_EQ(device_words(""), "");
    EXPECT_EQ(device_words("<script>alert(1)</script>"), "");
    EXPECT_EQ(device_words("curl/7.88.1"), "");
    EXPECT_EQ(device_words("Something (X11; Linux x86_64)"), "Linux");
}

}  // namespace
}  // namespace doorstep::domain::accounts
