#include "http/request.h"

#include <gtest/gtest.h>

namespace doorstep::http {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

Rows rows_of(Pairs const& pairs) { return {pairs.begin(), pairs.end()}; }

TEST(Pairs, gives_the_first_value_and_all_values_in_order) {
    Pairs pairs;
    pairs.add("type", "noise");
    pairs.add("owner", "me");
    pairs.add("type", "litter");
    EXPECT_EQ(pairs.value("type"), "noise");
    EXPECT_EQ(pairs.all("type"), (std::vector<std::string_view>{"noise", "litter"}));
    EXPECT_EQ(pairs.get("none"), std::nullopt);
    EXPECT_EQ(pairs.value("none"), "");
    EXPECT_TRUE(pairs.has("owner"));
}

TEST(Pairs, setting_replaces_every_value_of_the_name) {
    Pairs pairs;
    pairs.add("page", "1");
    pairs.add("sort", "due");
    pairs.add("page", "2");
    pairs.set("page", "3");
    EXPECT_EQ(rows_of(pairs), (Rows{{"sort", "due"}, {"page", "3"}}));
    pairs.remove("sort");
    pairs.remove("page");
    EXPECT_TRUE(pairs.empty());
}

TEST(ParseForm, decodes_plus_and_percent_and_keeps_order) {
    EXPECT_EQ(rows_of(parse_form("name=Ann+O%27Neill&note=1%2B1%3D2&name=Bob")),
              (Rows{{"name", "Ann O'Neill"}, {"note", "1+1=2"}, {"name", "Bob"}}));
}

TEST(ParseForm, accepts_fields_without_a_value_and_skips_empty_ones) {
    EXPECT_EQ(rows_of(parse_form("&a&&b=&=c&")), (Rows{{"a", ""}, {"b", ""}, {"", "c"}}));
    EXPECT_TRUE(parse_form("").empty());
}

TEST(ParseForm, keeps_broken_escapes_as_typed) {
    EXPECT_EQ(rows_of(parse_form("a=100%&b=%zz&c=%4")), (Rows{{"a", "100%"}, {"b", "%zz"}, {"c", "%4"}}));
}

TEST(ParseForm, replaces_broken_utf8_and_removes_nul) {
    EXPECT_EQ(parse_form("a=%C3%28").value("a"), "\xEF\xBF\xBD(");
    EXPECT_EQ(parse_form("a=x%00y").value("a"), "xy");
    EXPECT_EQ(parse_form("a=%C5%B4yn").value("a"), "Ŵyn");
}

TEST(ParseForm, reads_no_more_fields_than_the_limit) {
    std::string many;
    for (std::size_t i = 0; i < form_field_limit + 50; ++i) many += "a=1&";
    EXPECT_EQ(rows_of(parse_form(many)).size(), form_field_limit);
    EXPECT_EQ(count_form_fields(many), form_field_limit + 51);
    EXPECT_EQ(count_form_fields(""), 0u);
    EXPECT_EQ(count_form_fields("a"), 1u);
}

TEST(EncodeForm, comes_back_the_same_through_parse_form) {
    Pairs pairs;
    pairs.add("search", "Llŷr & sons = 100% + \"more\"");
    pairs.add("", "empty name");
    pairs.add("empty", "");
    EXPECT_EQ(rows_of(parse_form(encode_form(pairs))), rows_of(pairs));
    EXPECT_EQ(percent_encode("a b/ŵ~"), "a%20b%2F%C5%B5~");
}

TEST(ParseCookies, splits_trims_and_takes_off_quotes) {
    EXPECT_EQ(rows_of(parse_cookies("a=1; b=\"two\";c = x=y ; none; =nameless")),
              (Rows{{"a", "1"}, {"b", "two"}, {"c", "x=y"}}));
}

TEST(ParseCookies, reads_at_most_a_hundred) {
    std::string header;
    for (int i = 0; i < 5000; ++i) header += "a=1;";
    EXPECT_EQ(rows_of(parse_cookies(header)).size(), 100u);
}

TEST(Request, target_gives_path_and_query_back_encoded) {
    Request request;
    request.path = "/cases/ASB 1?#";
    request.query = parse_form("owner=me&due=a%26b");
    EXPECT_EQ(request.target(), "/cases/ASB%201%3F%23?owner=me&due=a%26b");
    request.language = Language::welsh;
    request.query = {};
    EXPECT_EQ(request.target(), "/cy/cases/ASB%201%3F%23");
}

TEST(Request, target_never_leaves_this_site) {
    for (auto const* path : {"//evil.example/x", "\\\\evil.example", "https://evil.example", ""}) {
        Request request;
        request.path = path;
        EXPECT_EQ(request.target(), "/") << path;
    }
    Request request;
    request.path = "/\\evil.example";
    EXPECT_EQ(request.target(), "/%5Cevil.example");
}

}  // namespace
}  // namespace doorstep::http
