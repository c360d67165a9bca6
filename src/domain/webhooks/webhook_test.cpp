#include "domain/webhooks/webhook.h"

#include <gtest/gtest.h>

namespace doorstep::domain::webhooks {
namespace {

Webhook a_webhook(std::string address) {
    Webhook webhook;
    webhook.name = "Housing system";
    webhook.address = std::move(address);
    webhook.kinds = {"case-opened"};
    return webhook;
}

TEST(CheckWebhook, takes_web_addresses_only) {
    EXPECT_TRUE(check_webhook(a_webhook("https://hub.example/doorstep")));
    EXPECT_TRUE(check_webhook(a_webhook("http://hub.example:8080/?a=1")));
    for (auto const* address :
         {"", "hub.example", "ftp://hub.example", "https://", "https:///x", "file:///etc/passwd",
          "https://me:word@hub.example/", "https://hub.example/#a", "https://hub.example/a b",
          "https://hub.example/\r\nX: y"})
        EXPECT_EQ(check_webhook(a_webhook(address)).error().code(), "webhook-address") << address;
}

TEST(CheckWebhook, tells_of_cases_and_reports_only) {
    auto webhook = a_webhook("https://hub.example/");
    webhook.kinds = {"signed-in"};
    EXPECT_EQ(check_webhook(webhook).error().code(), "webhook-kinds");
    webhook.kinds = {};
    EXPECT_EQ(check_webhook(webhook).error().code(), "webhook-kinds");
}

TEST(NextTry, comes_later_each_time_and_ends_after_some_days) {
    auto const now = Instant::from_milliseconds(0);
    EXPECT_EQ(next_try(1, now), now.plus_seconds(30));
    EXPECT_EQ(next_try(2, now), now.plus_seconds(60));
    EXPECT_EQ(next_try(3, now), now.plus_seconds(120));
    std::int64_t total = 0;
    int tries = 1;
    for (; next_try(tries, now); ++tries) total += next_try(tries, now)->milliseconds() / 1000;
    EXPECT_EQ(next_try(tries - 1, now), now.plus_hours(12));
    EXPECT_GT(total, 3 * 24 * 3600);
    EXPECT_LT(total, 7 * 24 * 3600);
}

}  // namespace
}  // namespace doorstep::domain::webhooks
