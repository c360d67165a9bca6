#include "domain/events/detail.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace doorstep::domain::events {

TEST(Detail, keeps_the_order_in_which_fields_were_written) {
    EXPECT_EQ(Detail().set("zebra", 1).set("apple", true).json(), R"({"zebra":1,"apple":true})");
}

TEST(Detail, escapes_quotes_backslashes_and_control_characters) {
    EXPECT_EQ(Detail().set("said", "\"a\\b\"\n").json(), R"({"said":"\"a\\b\"\u000a"})");
}

TEST(Detail, leaves_out_a_field_that_did_not_change) {
    EXPECT_TRUE(Detail().change("owner", std::string("x"), std::string("x")).empty());
}

TEST(Redaction, removes_personal_values_and_keeps_the_rest) {
    auto const json = Detail()
                          .set("method", "telephone")
                          .personal("summary", "They said the noise came back")
                          .change("state", std::string("open"), std::string("closed"))
                          .personal_change("name", std::string("Ann"), std::string("Anne"))
                          .json();
    EXPECT_EQ(
        redact(json),
        R"({"method":"telephone","summary":{"p":null},"state":{"b":"open","a":"closed"},"name":{"pb":null,"pa":null}})");
}

TEST(Redaction, is_not_misled_by_quotes_braces_and_commas_in_text) {
    auto const json = Detail().personal("note", "\"},{\"p\":\\").set("place", "{\"p\":\"x\"},").json();
    EXPECT_EQ(redact(json), "{\"note\":{\"p\":null},\"place\":\"{\\\"p\\\":\\\"x\\\"},\"}");
    EXPECT_EQ(redact("{}"), "{}");
}

TEST(Redaction, refuses_what_is_no_detail) {
    for (auto const* wrong : {"", "{", "[]", "{\"a\"", "{\"a\":}", "{\"a\":\"b}", "{\"a\":1,}", "{\"a\":1}x",
                              "{\"a\":\"\\", "{\"a\":{\"p\":{}}}", "{ \"a\":1}"})
        EXPECT_THROW(redact(wrong), std::invalid_argument) << wrong;
}

TEST(Redaction, is_the_same_when_done_twice) {
    auto const once = redact(Detail().personal("name", "Ann").set("n", 3).json());
    EXPECT_EQ(redact(once), once);
}

}  // namespace doorstep::domain::events
