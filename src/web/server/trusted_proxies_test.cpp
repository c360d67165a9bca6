#include "web/server/trusted_proxies.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace doorstep::web::server {
namespace {

TrustedProxies const proxies({"10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48", "::1"});

http::Pairs forwarded(std::vector<std::string> const& values) {
    http::Pairs headers;
    for (auto const& value : values) headers.add("x-forwarded-for", value);
    return headers;
}

std::string client(std::string_view peer, std::vector<std::string> const& values) {
    return proxies.client_of(*IpAddress::parse(peer), false, forwarded(values)).address;
}

TEST(TrustedProxies, knows_addresses_and_networks) {
    for (auto const* address :
         {"10.0.0.1", "10.255.255.255", "192.0.2.7", "2001:db8:1:ffff::1", "::1", "::ffff:10.1.2.3"})
        EXPECT_TRUE(proxies.trusts(*IpAddress::parse(address))) << address;
    for (auto const* address : {"11.0.0.1", "192.0.2.8", "2001:db8:2::1", "::2", "::a00:1"})
        EXPECT_FALSE(proxies.trusts(*IpAddress::parse(address))) << address;
    EXPECT_TRUE(TrustedProxies({"0.0.0.0/0"}).trusts(*IpAddress::parse("203.0.113.9")));
    EXPECT_FALSE(TrustedProxies({"0.0.0.0/0"}).trusts(*IpAddress::parse("2001:db8::1")));
    EXPECT_TRUE(TrustedProxies({"192.0.2.128/25"}).trusts(*IpAddress::parse("192.0.2.129")));
    EXPECT_FALSE(TrustedProxies({"192.0.2.128/25"}).trusts(*IpAddress::parse("192.0.2.127")));
}

TEST(TrustedProxies, refuse_what_is_no_network) {
    for (auto const* text :
         {"", "proxy.example", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/x", "10.0.0.0/-1", "10.0.0"})
        EXPECT_THROW(TrustedProxies({text}), Failure) << text;
}

TEST(TrustedProxies, believe_nobody_else) {
    EXPECT_EQ(client("203.0.113.9", {"198.51.100.1"}), "203.0.113.9");
    http::Pairs headers;
    headers.add("x-forwarded-proto", "https");
    EXPECT_FALSE(proxies.client_of(*IpAddress::parse("203.0.113.9"), false, headers).secure);
    EXPECT_TRUE(proxies.client_of(*IpAddress::parse("10.0.0.1"), false, headers).secure);
}

TEST(TrustedProxies, take_the_rightmost_address_that_is_no_proxy) {
    EXPECT_EQ(client("10.0.0.1", {"198.51.100.1"}), "198.51.100.1");
    EXPECT_EQ(client("10.0.0.1", {"1.2.3.4, 198.51.100.1, 10.0.0.2"}), "198.51.100.1");
    EXPECT_EQ(client("10.0.0.1", {"1.2.3.4", "198.51.100.1", "10.0.0.2"}), "198.51.100.1");
    EXPECT_EQ(client("10.0.0.1", {}), "10.0.0.1");
    EXPECT_EQ(client("10.0.0.1", {"10.0.0.3"}), "10.0.0.3");
    EXPECT_EQ(client("::1", {"2001:db8:9::5"}), "2001:db8:9::5");
    EXPECT_EQ(client("10.0.0.1", {"198.51.100.1:4711"}), "198.51.100.1");
    EXPECT_EQ(client("10.0.0.1", {"[2001:db8:9::5]:4711"}), "2001:db8:9::5");
}

TEST(TrustedProxies, stop_at_what_is_no_address) {
    EXPECT_EQ(client("10.0.0.1", {"198.51.100.1, unknown"}), "10.0.0.1");
    EXPECT_EQ(client("10.0.0.1", {"198.51.100.1, <script>, 10.0.0.2"}), "10.0.0.2");
    EXPECT_EQ(client("10.0.0.1", {""}), "10.0.0.1");
}

TEST(TrustedProxies, believe_the_protocol_that_the_nearest_one_wrote) {
    http::Pairs headers;
    headers.add("x-forwarded-proto", "http, https");
    EXPECT_TRUE(proxies.client_of(*IpAddress::parse("10.0.0.1"), false, headers).secure);
    headers.add("x-forwarded-proto", "http");
    EXPECT_FALSE(proxies.client_of(*IpAddress::parse("10.0.0.1"), true, headers).secure);
    EXPECT_TRUE(proxies.client_of(*IpAddress::parse("10.0.0.1"), true, {}).secure);
}

TEST(IpAddress, has_one_form_for_ipv4) {
    EXPECT_EQ(IpAddress::parse("192.0.2.1"), IpAddress::parse("::ffff:192.0.2.1"));
    EXPECT_EQ(IpAddress::parse("::ffff:192.0.2.1")->text(), "192.0.2.1");
    EXPECT_EQ(IpAddress::parse("2001:DB8:0::1")->text(), "2001:db8::1");
}

}  // namespace
}  // namespace doorstep::web::server
