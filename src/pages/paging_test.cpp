#include "pages/paging.h"

#include <gtest/gtest.h>

namespace doorstep::pages {
namespace {

Paging pages(int page, int of) {
    Paging paging{
        .path = "/surveys", .query = {}, .page = page, .pages = of, .per_page = 25, .total = of * 25 - 13};
    paging.query.set("view", "done");
    return paging;
}

TEST(Paging, says_nothing_when_everything_is_on_one_page) {
    EXPECT_EQ(showing_words(pages(1, 1)), "");
    EXPECT_TRUE(page_links(pages(1, 1)).empty());
    EXPECT_EQ(page_note(pages(1, 1)), "");
}

TEST(Paging, says_which_rows_are_shown) {
    EXPECT_EQ(showing_words(pages(2, 5)), "Showing 26 to 50 of 112");
    EXPECT_EQ(showing_words(pages(5, 5)), "Showing 101 to 112 of 112");
}

TEST(Paging, keeps_the_filters_in_every_link) {
    auto const html = page_links(pages(2, 3)).markup();
    EXPECT_NE(html.find("href=\"/surveys?view=done\""), std::string::npos) << html;
    EXPECT_NE(html.find("href=\"/surveys?view=done&amp;page=3\""), std::string::npos) << html;
}

TEST(Paging, leaves_gaps_where_there_are_many_pages) {
    auto const html = page_links(pages(10, 20)).markup();
    EXPECT_EQ(html.find("page=5\""), std::string::npos);
    EXPECT_NE(html.find("page=9\""), std::string::npos);
    EXPECT_NE(html.find("page=20\""), std::string::npos);
}

TEST(Paging, takes_nonsense_for_the_first_page) {
    http::Pairs query;
    for (auto const* typed : {"", "0", "-4", "two", "3x", "99999999999999"}) {
        query.set("page", typed);
        EXPECT_EQ(page_number(query), 1) << typed;
    }
    query.set("page", "3");
    EXPECT_EQ(page_number(query), 3);
}

}  // namespace
}  // namespace doorstep::pages
