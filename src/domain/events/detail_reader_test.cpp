#include "domain/events/detail_reader.h"

#include <gtest/gtest.h>

#include "domain/events/detail.h"

namespace doorstep::domain::events {
namespace {

std::string read_all(std::string const& json) {
    DetailReader reader(json);
    std::string words;
    while (auto const field = reader.next()) {
        words += std::string(field->name) + (field->is_personal ? "!" : "") + "=";
        if (field->is_change) words += field->before.text() + ">";
        words += field->value.text() + ";";
    }
    return words;
}

}  // namespace

TEST(DetailReader, reads_every_kind_of_value_in_the_order_written) {
    auto const json = Detail()
                          .set("method", "telephone")
                          .set("score", 14)
                          .set("hate", true)
                          .personal("summary", "They said \"again\"\nand\\or")
                          .change("owner", std::string("Ann"), std::string("Bo"))
                          .personal_change("name", std::string("x"), std::string("y"))
                          .json();
    EXPECT_EQ(read_all(json),
              "method=telephone;score=14;hate=true;summary!=They said \"again\"\nand\\or;owner=Ann>Bo;"
              "name!=x>y;");
}

TEST(DetailReader, reads_what_redaction_left_as_empty) {
    auto const json = redact(Detail().personal("summary", "words").set("method", "visit").json());
    EXPECT_EQ(read_all(json), "summary!=;method=visit;");
}

TEST(DetailReader, reads_nothing_from_an_empty_detail) {
    EXPECT_EQ(read_all("{}"), "");
    EXPECT_EQ(read_all(""), "");
}

TEST(DetailReader, keeps_braces_and_commas_inside_a_text) {
    EXPECT_EQ(read_all(Detail().personal("summary", "a, b} {\"c\":1}").set("on", 2).json()),
              "summary!=a, b} {\"c\":1};on=2;");
}

TEST(DetailReader, decodes_escaped_characters_beyond_ascii) {
    EXPECT_EQ(read_all(R"({"name":"Si\u00e2n \ud83d\ude00 \ud83d!"})"), "name=Siân 😀 \xEF\xBF\xBD!;");
}

TEST(DetailReader, stops_at_what_is_not_its_kind_of_json_and_keeps_what_came_before) {
    EXPECT_EQ(read_all(R"({"a":"1","b":["x","y"],"c":2})"), "a=1;");
    EXPECT_EQ(read_all(R"({"a":"1","b":"unended)"), "a=1;");
    EXPECT_EQ(read_all(R"({"a":{"p":)"), "");
    EXPECT_EQ(read_all("not json"), "");
}

TEST(DetailReader, gives_a_text_without_escapes_as_a_view) {
    std::string const json = R"({"method":"telephone","said":"a\"b"})";
    DetailReader reader(json);
    EXPECT_EQ(reader.next()->value.simple_text(), "telephone");
    EXPECT_FALSE(reader.next()->value.simple_text());
}

}  // namespace doorstep::domain::events
