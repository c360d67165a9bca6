#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "http/response.h"
#include "pages/routes.h"
#include "support/web/test_browser.h"

/// What goes out in front of a page: headers that no input can write, and those that browsers are told by.
namespace doorstep::test {
namespace {

using domain::access::Role;

constexpr std::array away{"https://elsewhere.example/",
                          "//elsewhere.example/",
                          "/\\elsewhere.example",
                          "\\\\elsewhere.example",
                          "/\t/elsewhere.example",
                          "/\n/elsewhere.example",
                          "/\r\n/elsewhere.example",
                          "\t//elsewhere.example",
                          " //elsewhere.example",
                          "///elsewhere.example",
                          "javascript:alert(1)",
                          "data:text/html,x",
                          "elsewhere.example",
                          "/cases\r\nSet-Cookie: session=planted",
                          "/cases\nX-Other: 1",
                          "/\x7f/elsewhere.example",
                          ""};

TEST(Redirects, go_to_paths_of_this_site_and_nowhere_else) {
    for (auto const* path : away) {
        auto const response = http::see_other(path);
        EXPECT_EQ(response.header("Location"), "/") << path;
        EXPECT_EQ(http::moved(path).header("Location"), "/") << path;
    }
    EXPECT_EQ(http::see_other("/cases?owner=me#top").header("Location"), "/cases?owner=me#top");
}

class Headers : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    TestBrowser browser{web};
};

TEST_F(Headers, of_a_sign_in_are_not_written_by_its_next_address) {
    for (auto const* next : away) {
        TestBrowser fresh(web);
        fresh.get("/staff/sign-in?next=" + http::percent_encode(next));
        http::Pairs fields;
        fields.add("email", officer.email);
        fields.add("password", std::string(TestSite::password));
        fields.set("next", next);
        auto const response = fresh.post("/staff/sign-in", fields);
        ASSERT_EQ(response.status, 303) << next;
        auto const location = location_of(response);
        EXPECT_TRUE(http::is_on_this_site(location)) << next << " gave " << location;
        EXPECT_EQ(location.find("elsewhere"), std::string::npos) << next << " gave " << location;
    }
}

TEST_F(Headers, of_a_file_are_not_written_by_its_name) {
    browser.sign_in(officer);
    auto const address = "/cases/" + made.file.reference + "/evidence";
    int pages = 0;
    for (std::string const name :
         {"a\"; filename=\"page.html", "a\r\nX-Other: 1\r\n\r\n<script>", "..\\..\\etc\\passwd",
          "../../etc/passwd", "%0d%0aX-Other: 1", "a;b=c,d.txt", "\x01\x02", "ŵ.txt"}) {
        browser.get(address + "/new");
        browser.attach("files", name, "Monday: shouting, page " + std::to_string(++pages));
        http::Pairs fields;
        fields.add("description", "A diary");
        fields.add("side", "reporting");
        ASSERT_EQ(browser.post(address + "/new", fields).status, 303) << name;
    }
    auto const list = browser.get(address).body;
    int seen = 0;
    for (auto at = list.find(address + "/0"); at != std::string::npos;
         at = list.find(address + "/0", at + 1)) {
        auto const page = browser.get(list.substr(at, list.find('"', at) - at)).body;
        auto const link = page.find("\"/files/");
        ASSERT_NE(link, std::string::npos);
        auto const file = browser.get(page.substr(link + 1, page.find('"', link + 1) - link - 1));
        ASSERT_EQ(file.status, 200);
        auto const disposition = std::string(file.header("Content-Disposition").value_or(""));
        EXPECT_TRUE(disposition.starts_with("attachment; filename=\"")) << disposition;
        EXPECT_EQ(std::count(disposition.begin(), disposition.end(), '"'), 2) << disposition;
        EXPECT_EQ(disposition.find_first_of("\r\n/\\"), std::string::npos) << disposition;
        EXPECT_EQ(file.header("X-Other"), std::nullopt);
        ++seen;
    }
    EXPECT_GE(seen, 8);
}

TEST_F(Headers, keep_a_file_from_being_run_sniffed_or_framed) {
    browser.sign_in(officer);
    auto const address = "/cases/" + made.file.reference + "/evidence";
    // A picture for those who look at its beginning, a page for those who look further.
    std::string const both =
        std::string("GIF89a\x01\x00\x01\x00\x80\x00\x00", 13) + "/*<script>alert(1)</script>*/=1;";
    browser.get(address + "/new");
    browser.attach("files", "picture.gif", both);
    http::Pairs fields;
    fields.add("description", "A picture");
    fields.add("side", "reporting");
    auto const taken = browser.post(address + "/new", fields);
    if (taken.status == 422) return;  // not taken at all is as good
    auto const list = browser.get(address).body;
    auto const at = list.find(address + "/0");
    auto const page = browser.get(list.substr(at, list.find('"', at) - at)).body;
    auto const link = page.find("\"/files/");
    auto const file = browser.get(page.substr(link + 1, page.find('"', link + 1) - link - 1));
    EXPECT_TRUE(file.content_type.starts_with("image/")) << file.content_type;
    EXPECT_EQ(file.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(file.header("Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_TRUE(file.header("Content-Disposition")->starts_with("attachment"));
    EXPECT_EQ(file.header("Cross-Origin-Resource-Policy"), "same-origin");
}

TEST_F(Headers, of_every_page_hold_the_policy_of_the_site) {
    browser.sign_in(officer);
    for (auto const& route : web.site().routes()) {
        if (route.method != http::Method::get) continue;
        auto const response = browser.get(route.pattern);
        auto const policy = std::string(response.header("Content-Security-Policy").value_or(""));
        EXPECT_NE(policy.find("default-src 'none'"), std::string::npos) << route.pattern;
        EXPECT_EQ(policy.find("unsafe"), std::string::npos) << route.pattern;
        EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << route.pattern;
        EXPECT_NE(policy.find("base-uri 'none'"), std::string::npos) << route.pattern;
        EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff") << route.pattern;
        EXPECT_EQ(response.header("Referrer-Policy"), "no-referrer") << route.pattern;
        EXPECT_EQ(response.header("Cross-Origin-Opener-Policy"), "same-origin") << route.pattern;
        EXPECT_EQ(response.header("Access-Control-Allow-Origin"), std::nullopt) << route.pattern;
        if (route.access.needs_sign_in()) {
            EXPECT_TRUE(response.no_store) << route.pattern << " would be kept by the browser";
        }
        // A workbook is bytes.
        if (response.content_type.find("spreadsheetml") == std::string::npos) {
            EXPECT_NE(response.content_type.find("charset=utf-8"), std::string::npos) << route.pattern;
        }
    }
}

TEST_F(Headers, over_tls_forbid_going_back_to_plain_http) {
    http::Request request;
    request.path = "/";
    request.secure = true;
    EXPECT_EQ(web.site().handle(request).header("Strict-Transport-Security"),
              "max-age=31536000; includeSubDomains");
    request = {};
    request.path = "/";
    EXPECT_EQ(web.site().handle(request).header("Strict-Transport-Security"), std::nullopt);
}

}  // namespace
}  // namespace doorstep::test
