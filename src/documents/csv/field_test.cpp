#include "documents/csv/field.h"

#include <gtest/gtest.h>

namespace doorstep::documents::csv {
namespace {

TEST(CsvField, is_quoted_only_where_it_must_be) {
    EXPECT_EQ(field("Acre Court"), "Acre Court");
    EXPECT_EQ(field("a, b"), "\"a, b\"");
    EXPECT_EQ(field("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(field("two\r\nlines"), "\"two\r\nlines\"");
    EXPECT_EQ(field(""), "");
}

TEST(CsvField, keeps_what_a_spreadsheet_would_take_for_a_formula_a_text) {
    for (auto const* formula : {"=1+1", "+44 20", "-2", "@SUM(A1)", " =1+1", "\t=1+1"})
        EXPECT_EQ(field(formula), "'" + std::string(formula)) << formula;
    EXPECT_EQ(field("=HYPERLINK(\"http://elsewhere.example/\",\"a\")"),
              "\"'=HYPERLINK(\"\"http://elsewhere.example/\"\",\"\"a\"\")\"");
    EXPECT_EQ(field("\r\n=1"), "\"'\r\n=1\"");
    EXPECT_EQ(field("a=b"), "a=b");
}

}  // namespace
}  // namespace doorstep::documents::csv
