#include "domain/wording/merge.h"

#include <gtest/gtest.h>

namespace doorstep::domain::wording {
namespace {

using people::Side;

Fields fields() {
    return Fields()
        .set("reference", "ASB-26-00142")
        .set_about(Side::reporting, "name", "Ana Silva")
        .set_about(Side::complained_about, "tenant", "Ivo Marsh");
}

Expected<std::string> merged(std::string_view body, Side to = Side::reporting, As as = As::plain_text) {
    return merge(body, fields(), to, as);
}

}  // namespace

TEST(Merge, puts_values_in_place_of_fields) {
    EXPECT_EQ(merged("Dear {{name}}, your case {{ reference }}."), "Dear Ana Silva, your case ASB-26-00142.");
    EXPECT_EQ(merged("No fields"), "No fields");
}

TEST(Merge, refuses_a_field_that_the_letter_does_not_have) {
    EXPECT_EQ(merged("Dear {{surname}}").error().code(), "wording-field-unknown");
    EXPECT_EQ(merged("Dear {{}}").error().code(), "wording-field-unknown");
}

TEST(Merge, refuses_braces_that_do_not_close) {
    EXPECT_EQ(merged("Dear {{name").error().code(), "wording-not-closed");
}

TEST(Merge, keeps_the_sides_apart) {
    EXPECT_EQ(merged("About {{tenant}}").error().code(), "wording-other-side");
    EXPECT_EQ(merged("About {{name}}", Side::complained_about).error().code(), "wording-other-side");
    EXPECT_EQ(merged("About {{name}}", Side::neutral).error().code(), "wording-other-side");
    EXPECT_EQ(merged("Dear {{tenant}}", Side::complained_about), "Dear Ivo Marsh");
    EXPECT_EQ(merged("Case {{reference}}", Side::complained_about), "Case ASB-26-00142");
}

TEST(Merge, leaves_what_the_page_fills) {
    EXPECT_EQ(merge("Steps:\n\n{{ steps }}\n", Fields().leave("steps"), Side::neutral, As::markdown),
              "Steps:\n\n{{steps}}\n");
}

TEST(Merge, does_not_read_fields_in_values) {
    EXPECT_EQ(merge("{{a}}", Fields().set("a", "{{b}}"), Side::neutral, As::plain_text), "{{b}}");
}

TEST(Merge, makes_no_markdown_of_what_somebody_typed) {
    auto const typed = [](std::string value) {
        return *merge("{{a}}", Fields().set("a", std::move(value)), Side::neutral, As::markdown);
    };
    EXPECT_EQ(typed("# Not a heading"), "\\# Not a heading");
    EXPECT_EQ(typed("[link](http://a.example)"), "\\[link\\]\\(http\\:\\/\\/a\\.example\\)");
    EXPECT_EQ(typed("<script>"), "\\<script\\>");
    EXPECT_EQ(typed("    four spaces"), "four spaces");
    EXPECT_EQ(typed("one\ntwo\n\nthree"), "one\\\ntwo\n\nthree");
    EXPECT_EQ(typed("1. first"), "1\\. first");
}

TEST(FieldNames, are_given_in_order) {
    EXPECT_EQ(field_names("{{b}} and {{a}} and {{b}}"), (std::vector<std::string>{"b", "a", "b"}));
    EXPECT_TRUE(field_names("none").empty());
}

}  // namespace doorstep::domain::wording
