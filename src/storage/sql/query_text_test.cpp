#include "storage/sql/query_text.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace doorstep::storage::sql {
namespace {

using Names = std::vector<std::string>;

std::string for_sqlite(std::string_view text) {
    Names names;
    return expand_query_text(text, Engine::sqlite, names);
}
std::string for_postgres(std::string_view text) {
    Names names;
    return expand_query_text(text, Engine::postgres, names);
}

TEST(QueryText, numbers_parameters_by_first_appearance_for_postgres) {
    Names names;
    EXPECT_EQ(expand_query_text("a = :one AND b = :two OR c = :one", Engine::postgres, names),
              "a = $1 AND b = $2 OR c = $1");
    EXPECT_EQ(names, (Names{"one", "two"}));
}

TEST(QueryText, keeps_names_for_sqlite) { EXPECT_EQ(for_sqlite("a = :one_2"), "a = :one_2"); }

TEST(QueryText, leaves_literals_quoted_names_and_comments_alone) {
    for (auto const* const text : {
             "SELECT ':no', 'it''s :no'",
             "SELECT \"a:no\"",
             "SELECT 1 -- it's :no {no}",
             "SELECT 1 -- it's :no {no}\n, 2",
             "SELECT /* ':no {no} */ 1",
             "SELECT '{in:no}'",
             "SELECT 1::text",
             "SELECT 'a' :",
         }) {
        EXPECT_EQ(for_postgres(text), text);
        EXPECT_EQ(for_sqlite(text), text);
    }
}

TEST(QueryText, finds_a_parameter_after_each_of_those) {
    EXPECT_EQ(for_postgres("'':a"), "''$1");
    EXPECT_EQ(for_postgres("-- '\n:a"), "-- '\n$1");
    EXPECT_EQ(for_postgres("/* ' */:a"), "/* ' */$1");
    EXPECT_EQ(for_postgres(":a::text"), "$1::text");
}

TEST(QueryText, locks_rows_on_postgres_only) {
    EXPECT_EQ(for_postgres("SELECT 1 {for_update}"), "SELECT 1 FOR UPDATE");
    EXPECT_EQ(for_sqlite("SELECT 1 {for_update}"), "SELECT 1 ");
}

TEST(QueryText, takes_a_list_as_one_parameter) {
    Names names;
    EXPECT_EQ(expand_query_text("id {in:ids}", Engine::sqlite, names),
              "id IN (SELECT value FROM json_each(:ids))");
    EXPECT_EQ(names, Names{"ids"});
}

TEST(QueryText, refuses_text_that_cannot_be_right) {
    for (auto const* const text :
         {"SELECT 'open", "SELECT \"open", "SELECT /* open", "a {in:ids", "a {within:ids}"})
        EXPECT_THROW(for_sqlite(text), std::logic_error) << text;
}

TEST(Query, refuses_two_texts_with_different_parameters) {
    EXPECT_THROW(Query("test.query.less", "a = :one AND b = :two", "a = :one"), std::logic_error);
    EXPECT_THROW(Query("test.query.more", "a = :one", "a = :one AND b = :two"), std::logic_error);
}

TEST(Query, shares_the_numbers_of_parameters_between_two_texts) {
    Query const query("test.query.turned", "a = :one AND b = :two", "b = :two AND a = :one");
    EXPECT_EQ(query.text(Engine::postgres), "/* test.query.turned */ b = $2 AND a = $1");
    EXPECT_EQ(query.parameters(), (Names{"one", "two"}));
}

TEST(Query, refuses_a_name_that_is_taken) {
    Query const first("test.query.same", "SELECT 1");
    EXPECT_THROW(Query("test.query.same", "SELECT 2"), std::logic_error);
}

TEST(Query, leaves_the_registry_when_it_ends) {
    auto const before = Query::all().size();
    {
        Query const query("test.query.short", "SELECT 1");
        EXPECT_EQ(Query::all().size(), before + 1);
    }
    EXPECT_EQ(Query::all().size(), before);
}

TEST(JsonList, escapes_what_json_must) {
    EXPECT_EQ(json_list({}), "[]");
    EXPECT_EQ(json_list({"a", "b"}), R"(["a","b"])");
    EXPECT_EQ(json_list({"say \"no\"", "back\\slash", "line\nend", "é"}),
              "[\"say \\\"no\\\"\",\"back\\\\slash\",\"line\\u000aend\",\"é\"]");
}

}  // namespace
}  // namespace doorstep::storage::sql
