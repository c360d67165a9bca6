#include "pages/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>

namespace doorstep::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

Page resident_page() {
    Page page;
    page.title = "Where did it happen?";
    page.resident = true;
    return page;
}

Page staff_page() {
    Page page;
    page.title = "My work";
    return page;
}

std::string title_of(Page const& page, Layout const& layout = {}) {
    auto const document = render(page, layout);
    auto const start = document.find("<title>") + 7;
    return document.substr(start, document.find("</title>") - start);
}

TEST(Layout, titles_a_resident_page_with_the_landlord_and_a_staff_page_with_the_program) {
    EXPECT_EQ(title_of(resident_page()), "Where did it happen? - Elmfield Homes");
    EXPECT_EQ(title_of(staff_page()), "My work - Doorstep");
}

TEST(Layout, says_first_in_the_title_that_there_are_errors_in_the_pages_language) {
    auto page = resident_page();
    page.has_errors = true;
    EXPECT_EQ(title_of(page), "Error: Where did it happen? - Elmfield Homes");
    page.language = http::Language::welsh;
    page.title = "Ble digwyddodd hyn?";
    EXPECT_EQ(title_of(page), "Gwall: Ble digwyddodd hyn? - Elmfield Homes");
}

TEST(Layout, puts_which_page_of_a_list_into_the_title) {
    auto page = staff_page();
    page.title = "Cases";
    page.title_note = "page 2 of 5";
    EXPECT_EQ(title_of(page), "Cases (page 2 of 5) - Doorstep");
}

TEST(Layout, escapes_what_comes_from_settings_and_records) {
    auto page = staff_page();
    page.title = "<b>";
    page.back = BackLink{.href = "/a\"b", .text = "<i>"};
    Layout layout;
    layout.look.landlord_name = "Elm & Field";
    layout.account = AccountMenu{.name = "<Dana>", .role_words = "A & B", .csrf_token = "t\"", .links = {}};
    auto const document = render(page, layout);
    EXPECT_THAT(document, HasSubstr("&lt;b&gt; - Doorstep"));
    EXPECT_THAT(document, HasSubstr("Elm &amp; Field"));
    EXPECT_THAT(document, HasSubstr("&lt;Dana&gt;"));
    EXPECT_THAT(document, HasSubstr("value=\"t&quot;\""));
    EXPECT_THAT(document, HasSubstr("href=\"/a&quot;b\">&lt;i&gt;</a>"));
}

TEST(Layout, names_the_language_of_the_page) {
    auto page = resident_page();
    EXPECT_THAT(render(page, {}), HasSubstr("<html lang=\"en\""));
    page.language = http::Language::welsh;
    EXPECT_THAT(render(page, {}), HasSubstr("<html lang=\"cy\""));
}

TEST(Layout, offers_residents_the_same_address_in_the_other_language) {
    auto page = resident_page();
    Layout layout;
    layout.target = "/report/place?draft=1";
    EXPECT_THAT(render(page, layout),
                HasSubstr("href=\"/cy/report/place?draft=1\" rel=\"alternate\" lang=\"cy\""));
    page.language = http::Language::welsh;
    EXPECT_THAT(render(page, layout),
                HasSubstr("href=\"/report/place?draft=1\" rel=\"alternate\" lang=\"en\""));
    layout.look.has_welsh = false;
    EXPECT_THAT(render(page, layout), Not(HasSubstr("Cymraeg")));
}

TEST(Layout, gives_every_resident_page_a_way_to_leave_and_no_staff_page) {
    auto const resident = render(resident_page(), {});
    EXPECT_THAT(resident, HasSubstr("data-module=\"govuk-exit-this-page\""));
    EXPECT_THAT(resident,
                HasSubstr("href=\"/exit\" class=\"govuk-skip-link govuk-js-exit-this-page-skiplink\""));
    EXPECT_THAT(render(staff_page(), {}), Not(HasSubstr("/exit")));
}

TEST(Layout, keeps_welsh_pages_in_welsh_when_people_follow_its_links) {
    auto page = resident_page();
    page.language = http::Language::welsh;
    Layout layout;
    layout.menu = {{.key = "cases", .text = "Eich achosion", .href = "/my", .count = {}}};
    auto const document = render(page, layout);
    EXPECT_THAT(document, HasSubstr("href=\"/cy/my\""));
    EXPECT_THAT(document, HasSubstr("href=\"/cy/privacy\""));
    EXPECT_THAT(document, HasSubstr("class=\"ds-header__name\" href=\"/cy\""));
}

TEST(Layout, marks_the_section_of_the_page_in_the_menu_and_counts_what_waits) {
    auto page = staff_page();
    page.current_section = "triage";
    Layout layout;
    layout.menu = {{.key = "work", .text = "My work", .href = "/work", .count = {}},
                   {.key = "triage", .text = "Triage", .href = "/triage", .count = 3}};
    layout.target = "/triage/1";
    auto document = render(page, layout);
    EXPECT_THAT(document, HasSubstr("href=\"/triage\" aria-current=\"true\""));
    EXPECT_THAT(document, HasSubstr("(3)</span>"));
    layout.target = "/triage";
    EXPECT_THAT(render(page, layout), HasSubstr("href=\"/triage\" aria-current=\"page\""));
}

TEST(Layout, posts_what_is_searched_for_and_only_offers_it_when_allowed) {
    Layout layout;
    EXPECT_THAT(render(staff_page(), layout), Not(HasSubstr("action=\"/search\"")));
    layout.find = FindBox{.csrf_token = "abc"};
    auto const document = render(staff_page(), layout);
    EXPECT_THAT(document, HasSubstr("method=\"post\" action=\"/search\""));
    EXPECT_THAT(document, HasSubstr("name=\"csrf-token\" value=\"abc\""));
}

TEST(Layout, says_on_paper_who_printed_what_and_when) {
    auto page = staff_page();
    page.print_reference = "ASB-26-00142";
    Layout layout;
    layout.printed_by = PrintedBy{.name = "Dana Okafor", .at = "21 November 2026 at 9:05am"};
    EXPECT_THAT(render(page, layout),
                HasSubstr("ASB-26-00142. Printed by Dana Okafor, 21 November 2026 at 9:05am"));
}

TEST(Layout, tells_the_script_when_the_session_ends) {
    Layout layout;
    layout.session = SessionWarning{.idle_seconds = 1800, .warn_seconds = 300, .csrf_token = "abc"};
    auto const document = render(staff_page(), layout);
    EXPECT_THAT(document, HasSubstr("data-timeout-idle=\"1800\" data-timeout-warn=\"300\""));
    EXPECT_THAT(document, HasSubstr("<dialog class=\"ds-timeout\""));
    EXPECT_THAT(render(staff_page(), {}), Not(HasSubstr("<dialog")));
}

TEST(Layout, has_no_inline_style_and_one_inline_script_whose_hash_the_policy_names) {
    auto const document = render(resident_page(), {});
    EXPECT_THAT(document, Not(HasSubstr(" style=")));
    EXPECT_THAT(document, Not(HasSubstr("<style")));
    EXPECT_THAT(document, HasSubstr("<script>" + std::string(js_enabled_script) + "</script>"));

    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    ASSERT_EQ(
        EVP_Digest(js_enabled_script.data(), js_enabled_script.size(), digest, &size, EVP_sha256(), nullptr),
        1);
    unsigned char encoded[64];
    auto const length = EVP_EncodeBlock(encoded, digest, static_cast<int>(size));
    EXPECT_EQ("'sha256-" + std::string(encoded, encoded + length) + "'", js_enabled_script_hash);
}

}  // namespace
}  // namespace doorstep::pages
