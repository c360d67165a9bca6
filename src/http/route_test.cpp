#include "http/route.h"

#include <gtest/gtest.h>

namespace doorstep::http {
namespace {

PathTable table_of(std::vector<std::pair<Method, std::string>> const& rows) {
    PathTable table;
    for (std::size_t i = 0; i < rows.size(); ++i) table.add(rows[i].first, rows[i].second, i);
    return table;
}

TEST(PathTable, finds_literal_paths_and_parameters) {
    auto const table = table_of({{Method::get, "/"},
                                 {Method::get, "/cases"},
                                 {Method::get, "/cases/{reference}"},
                                 {Method::post, "/cases/{reference}/contacts/{contact}/removal"}});
    EXPECT_EQ(table.find(Method::get, "/").value, 0u);
    EXPECT_EQ(table.find(Method::get, "/cases").value, 1u);
    auto const one = table.find(Method::get, "/cases/ASB-26-00142");
    EXPECT_EQ(one.value, 2u);
    EXPECT_EQ(one.parameters.value("reference"), "ASB-26-00142");
    auto const two = table.find(Method::post, "/cases/ASB-26-00142/contacts/c1/removal");
    EXPECT_EQ(two.value, 3u);
    EXPECT_EQ(two.parameters.value("reference"), "ASB-26-00142");
    EXPECT_EQ(two.parameters.value("contact"), "c1");
}

TEST(PathTable, literal_wins_over_parameter_whatever_the_order_added) {
    auto const table = table_of({{Method::get, "/cases/{reference}"}, {Method::get, "/cases/new"}});
    EXPECT_EQ(table.find(Method::get, "/cases/new").value, 1u);
    EXPECT_EQ(table.find(Method::get, "/cases/newer").value, 0u);
}

TEST(PathTable, goes_back_when_a_literal_branch_ends) {
    auto const table = table_of({{Method::get, "/cases/new"},
                                 {Method::get, "/cases/{reference}/plan"},
                                 {Method::post, "/cases/{reference}"}});
    EXPECT_EQ(table.find(Method::get, "/cases/new/plan").value, 1u);
    auto const posted = table.find(Method::post, "/cases/new");
    EXPECT_EQ(posted.value, 2u);
    EXPECT_TRUE(posted.allowed.empty());
}

TEST(PathTable, same_place_may_have_different_parameter_names) {
    auto const table = table_of({{Method::get, "/s/{token}"}, {Method::post, "/s/{secret}"}});
    EXPECT_EQ(table.find(Method::get, "/s/x").parameters.value("token"), "x");
    EXPECT_EQ(table.find(Method::post, "/s/x").parameters.value("secret"), "x");
}

TEST(PathTable, tells_a_wrong_method_from_a_path_that_is_not_there) {
    auto const table =
        table_of({{Method::post, "/reports/{id}"}, {Method::get, "/reports/{id}"}, {Method::get, "/cases"}});
    auto const wrong_method = table.find(Method::delete_, "/reports/1");
    EXPECT_EQ(wrong_method.value, std::nullopt);
    EXPECT_TRUE(wrong_method.path_exists);
    EXPECT_EQ(wrong_method.allowed, (std::vector{Method::get, Method::post}));
    auto const absent = table.find(Method::get, "/nothing");
    EXPECT_EQ(absent.value, std::nullopt);
    EXPECT_FALSE(absent.path_exists);
}

TEST(PathTable, head_matches_get) {
    auto const table = table_of({{Method::get, "/cases"}});
    EXPECT_EQ(table.find(Method::head, "/cases").value, 0u);
}

TEST(PathTable, a_parameter_never_matches_an_empty_segment) {
    auto const table = table_of({{Method::get, "/cases/{reference}"}, {Method::get, "/tiles/{rest...}"}});
    for (auto const* path : {"/cases/", "/cases//", "cases/1", "", "//", "/cases/1/", "/tiles/", "/tiles"})
        EXPECT_FALSE(table.find(Method::get, path).path_exists) << path;
}

TEST(PathTable, rest_takes_all_that_remains_and_yields_to_anything_nearer) {
    auto const table = table_of({{Method::get, "/assets/{name...}"},
                                 {Method::get, "/assets/robots.txt"},
                                 {Method::get, "/assets/{a}/{b}"}});
    EXPECT_EQ(table.find(Method::get, "/assets/robots.txt").value, 1u);
    EXPECT_EQ(table.find(Method::get, "/assets/a/b").value, 2u);
    auto const deep = table.find(Method::get, "/assets/fonts/inter/a.woff2");
    EXPECT_EQ(deep.value, 0u);
    EXPECT_EQ(deep.parameters.value("name"), "fonts/inter/a.woff2");
    EXPECT_EQ(table.find(Method::get, "/assets/app.css").parameters.value("name"), "app.css");
}

TEST(PathTable, a_path_of_very_many_segments_matches_nothing) {
    auto const table = table_of({{Method::get, "/a/{rest...}"}});
    std::string path = "/a";
    for (int i = 0; i < 2000; ++i) path += "/b";
    EXPECT_FALSE(table.find(Method::get, path).path_exists);
}

TEST(PathTable, refuses_two_rows_for_one_place_and_patterns_that_are_none) {
    PathTable table;
    table.add(Method::get, "/cases/{reference}", 1);
    EXPECT_THROW(table.add(Method::get, "/cases/{id}", 2), std::logic_error);
    EXPECT_THROW(table.add(Method::get, "cases", 2), std::logic_error);
    EXPECT_THROW(table.add(Method::get, "/cases/", 2), std::logic_error);
    EXPECT_THROW(table.add(Method::get, "/a/{rest...}/b", 2), std::logic_error);
}

}  // namespace
}  // namespace doorstep::http
