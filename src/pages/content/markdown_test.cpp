#include "pages/content/markdown.h"

#include <gtest/gtest.h>

#include "html/elements.h"

namespace doorstep::pages::content {
namespace {

std::string shown(std::string_view source, MarkdownOptions const& options = {}) {
    return markdown(source, options).markup();
}

TEST(Markdown, has_the_design_systems_classes) {
    EXPECT_EQ(shown("## What to note\n\nThe *time* and the **day**.\n\n- one\n- two\n\n1. first\n"),
              "<h2 class=\"govuk-heading-m\">What to note</h2>\n"
              "<p class=\"govuk-body\">The <em>time</em> and the <strong>day</strong>.</p>\n"
              "<ul class=\"govuk-list govuk-list--bullet\">\n<li>one</li>\n<li>two</li>\n</ul>\n"
              "<ol class=\"govuk-list govuk-list--number\">\n<li>first</li>\n</ol>\n");
}

TEST(Markdown, shows_markup_as_text) {
    auto const page = shown("<script>alert(1)</script>\n\nHello <img src=x onerror=alert(1)> `<b>`");
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("<img"), std::string::npos);
    EXPECT_EQ(page.find("<b>"), std::string::npos);
    EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
}

TEST(Markdown, links_only_where_it_is_safe) {
    EXPECT_NE(shown("[police](https://www.police.uk/)").find("href=\"https://www.police.uk/\" rel="),
              std::string::npos);
    EXPECT_NE(shown("[ring](tel:101)").find("href=\"tel:101\""), std::string::npos);
    for (auto const* bad : {"[x](javascript:alert(1))", "[x](data:text/html,hi)", "[x](//elsewhere.example)",
                            "[x](http://plain.example)", "[x](vbscript:x)"})
        EXPECT_EQ(shown(bad), "<p class=\"govuk-body\">x</p>\n") << bad;
}

TEST(Markdown, links_within_the_site_stay_in_the_pages_language) {
    EXPECT_NE(
        shown("[help](/help/evidence)", {.language = http::Language::welsh}).find("\"/cy/help/evidence\""),
        std::string::npos);
    EXPECT_NE(shown("[help](/help/evidence)").find("\"/help/evidence\""), std::string::npos);
}

TEST(Markdown, fills_in_fields_and_escapes_them) {
    MarkdownOptions options;
    options.fields.emplace("landlord", "Elm & <Field> *Homes*");
    EXPECT_EQ(shown("Ring {{landlord}} or {{nobody}}.", options),
              "<p class=\"govuk-body\">Ring Elm &amp; &lt;Field&gt; *Homes* or {{nobody}}.</p>\n");
}

TEST(Markdown, leaves_out_a_line_of_a_list_that_has_nothing_to_say) {
    MarkdownOptions options;
    options.fields = {{"email", ""}, {"telephone", "01632 960 001"}, {"hours", ""}};
    EXPECT_EQ(shown("- E-mail: {{email}}\n- Telephone: {{telephone}}. {{hours}}\n", options),
              "<ul class=\"govuk-list govuk-list--bullet\">\n<li>Telephone: 01632 960 001. </li>\n</ul>\n");
}

TEST(Markdown, puts_a_block_where_a_paragraph_names_it) {
    MarkdownOptions options;
    options.blocks.emplace("numbers", html::p("999"));
    EXPECT_EQ(shown("Before\n\n{{numbers}}\n\nAfter", options), "<p class=\"govuk-body\">Before</p>\n" +
                                                                    html::p("999").markup() +
                                                                    "<p class=\"govuk-body\">After</p>\n");
}

TEST(Markdown, keeps_the_description_of_a_picture_and_no_picture) {
    EXPECT_EQ(shown("![a door](https://elsewhere.example/door.png)"), "<p class=\"govuk-body\">a door</p>\n");
}

TEST(MarkdownDocument, has_its_title_from_the_first_line) {
    auto const page = document("# Your rights\n\nYou have some.\n", {});
    EXPECT_EQ(page.title, "Your rights");
    EXPECT_EQ(page.body.markup(), "<p class=\"govuk-body\">You have some.</p>\n");
}

}  // namespace
}  // namespace doorstep::pages::content
