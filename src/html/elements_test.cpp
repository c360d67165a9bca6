#include "html/elements.h"

#include <gtest/gtest.h>

namespace doorstep::html {
namespace {

TEST(Elements, escape_words) {
    EXPECT_EQ(p("<&>").markup(), "<p class=\"govuk-body\">&lt;&amp;&gt;</p>");
    EXPECT_EQ(h1("a'b").markup(), "<h1 class=\"govuk-heading-l\">a&#39;b</h1>");
    EXPECT_EQ(h2("<").markup(), "<h2 class=\"govuk-heading-m\">&lt;</h2>");
    EXPECT_EQ(h3("<").markup(), "<h3 class=\"govuk-heading-s\">&lt;</h3>");
    EXPECT_EQ(strong("<").markup(), "<strong>&lt;</strong>");
    EXPECT_EQ(nowrap("<").markup(), "<span class=\"ds-nowrap\">&lt;</span>");
    EXPECT_EQ(hint("<").markup(), "<p class=\"govuk-hint\">&lt;</p>");
    EXPECT_EQ(hidden("<").markup(), "<span class=\"govuk-visually-hidden\">&lt;</span>");
}

TEST(Elements, escape_attributes) {
    EXPECT_EQ(a("/x?a=1&b=\"", "<b>").markup(),
              "<a class=\"govuk-link\" href=\"/x?a=1&amp;b=&quot;\">&lt;b&gt;</a>");
    EXPECT_EQ(time("2026-11-21\"", "21 November").markup(),
              "<time datetime=\"2026-11-21&quot;\">21 November</time>");
    EXPECT_EQ(div("a\"b", {}).markup(), "<div class=\"a&quot;b\"></div>");
    EXPECT_EQ(hidden_field("n\"", "v\"").markup(),
              "<input type=\"hidden\" name=\"n&quot;\" value=\"v&quot;\">");
    EXPECT_EQ(section("c", "a\"b", {}).markup(), "<section class=\"c\" aria-label=\"a&quot;b\"></section>");
}

TEST(Elements, take_html_as_it_is) {
    EXPECT_EQ(p(strong("x")).markup(), "<p class=\"govuk-body\"><strong>x</strong></p>");
    EXPECT_EQ(list({strong("x"), Html::text("&")}).markup(),
              "<ul class=\"govuk-list govuk-list--bullet\"><li><strong>x</strong></li><li>&amp;</li></ul>");
    EXPECT_EQ(numbered_list({Html::text("1")}).markup(),
              "<ol class=\"govuk-list govuk-list--number\"><li>1</li></ol>");
}

TEST(TypedText, is_escaped_and_keeps_line_breaks) {
    EXPECT_EQ(typed_text("first\n<img src=x onerror=alert(1)>\r\n\nlast").markup(),
              "<span class=\"ds-typed-text\">first<br>&lt;img src=x onerror=alert(1)&gt;<br><br>last</span>");
    EXPECT_EQ(typed_text("").markup(), "<span class=\"ds-typed-text\"></span>");
}

TEST(Join, puts_the_separator_between_and_escapes_it) {
    EXPECT_EQ(join({Html::text("a"), Html::text("b"), Html::text("c")}, " & ").markup(), "a &amp; b &amp; c");
    EXPECT_EQ(join({}, ", ").markup(), "");
}

}  // namespace
}  // namespace doorstep::html
