#include "gateways/web_post.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>

namespace doorstep::gateways {
namespace {

bool is_internal(std::string const& text) {
    sockaddr_storage storage{};
    if (auto& four = reinterpret_cast<sockaddr_in&>(storage);
        inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
    } else {
        auto& six = reinterpret_cast<sockaddr_in6&>(storage);
        EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &six.sin6_addr), 1) << text;
        six.sin6_family = AF_INET6;
    }
    return is_internal_address(reinterpret_cast<sockaddr const&>(storage));
}

TEST(InternalAddresses, are_those_that_only_this_network_reaches) {
    for (auto const* inside :
         {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
          "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1",
          "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"})
        EXPECT_TRUE(is_internal(inside)) << inside;
    for (auto const* outside :
         {"8.8.8.8", "172.32.0.1", "172.15.0.1", "193.0.0.1", "2a00:1450:4009::1", "::ffff:8.8.8.8"})
        EXPECT_FALSE(is_internal(outside)) << outside;
}

/// The worked example of the Standard Webhooks specification's own libraries.
TEST(WebhookSignature, is_that_of_the_specification) {
    EXPECT_EQ(webhook_signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330, R"({"test": 2432232314})"),
              "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookSecret, is_long_and_new_each_time) {
    auto const secret = new_webhook_secret();
    EXPECT_TRUE(secret.starts_with("whsec_"));
    EXPECT_GT(secret.size(), 45U);
    EXPECT_NE(secret, new_webhook_secret());
    EXPECT_NE(webhook_signature(secret, "a", 1, "{}"), webhook_signature(secret, "a", 2, "{}"));
}

TEST(CurlPoster, does_not_go_inside_unless_that_is_allowed) {
    CurlPoster shut({});
    for (auto const* address : {"http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/"}) {
        auto const answer = shut.post({.address = address, .headers = {}, .body = "{}"});
        EXPECT_FALSE(answer.was_taken());
        EXPECT_NE(answer.problem.find("inside this network"), std::string::npos) << address << answer.problem;
    }
    CurlPoster open({"127.0.0.0/8"});
    auto const answer = open.post({.address = "http://127.0.0.1:9/", .headers = {}, .body = "{}"});
    EXPECT_FALSE(answer.was_taken());
    EXPECT_EQ(answer.problem.find("inside this network"), std::string::npos) << answer.problem;
}

}  // namespace
}  // namespace doorstep::gateways
