#include "html/html.h"

#include <gtest/gtest.h>

namespace doorstep {
namespace {

TEST(Html, escapes_every_dangerous_character) {
    EXPECT_EQ(Html::text("&<>\"'").markup(), "&amp;&lt;&gt;&quot;&#39;");
}

TEST(Html, changes_no_other_byte) {
    std::string all;
    std::string expected;
    for (int byte = 0; byte < 256; ++byte) {
        char const c = static_cast<char>(byte);
        if (std::string_view("&<>\"'").find(c) != std::string_view::npos) continue;
        all += c;
        expected += c;
    }
    EXPECT_EQ(Html::text(all).markup(), expected);
}

TEST(Html, keeps_the_text_between_dangerous_characters) {
    EXPECT_EQ(Html::text("a<b>c&d").markup(), "a&lt;b&gt;c&amp;d");
    EXPECT_EQ(Html::text("<script>alert('x')</script>").markup(),
              "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
}

TEST(Html, escapes_text_written_to_it_however_it_is_held) {
    std::string const held = "<b>";
    Html html;
    html << held << std::string_view(held) << held.c_str();
    EXPECT_EQ(html.markup(), "&lt;b&gt;&lt;b&gt;&lt;b&gt;");
}

TEST(Html, does_not_escape_twice) {
    Html html;
    html << Html::text("a & b");
    EXPECT_EQ(html.markup(), "a &amp; b");
    Html twice;
    twice << Html::text("&amp;");
    EXPECT_EQ(twice.markup(), "&amp;amp;");
}

TEST(Html, takes_literals_as_markup_and_writes_numbers) {
    Html html;
    html << "<td>"_html << 42 << -1 << "</td>"_html;
    EXPECT_EQ(html.markup(), "<td>42-1</td>");
}

TEST(Attributes, escape_their_values) {
    EXPECT_EQ(attributes({{"data-a", "\" onclick=\"x"}, {"title", "<&>'"}}).markup(),
              " data-a=\"&quot; onclick=&quot;x\" title=\"&lt;&amp;&gt;&#39;\"");
}

TEST(Attributes, of_an_empty_list_write_nothing) { EXPECT_EQ(attributes({}).markup(), ""); }

}  // namespace
}  // namespace doorstep
