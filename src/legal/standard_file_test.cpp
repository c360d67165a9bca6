#include "legal/standard_file.h"

#include <gtest/gtest.h>

namespace doorstep::legal {
namespace {

std::string const good = R"(
[[standard]]
id = "sla.first_contact_wd"
applies_to = "high"
title = "First contact"
value = 1
unit = "working-days"
counting = "following"
in_force_from = 2024-04-01
in_force_until = 2025-04-01
source = "Policy"
note = "From the report"
)";

std::string with(std::string const& line, std::string const& other_line) {
    auto text = good;
    return text.replace(text.find(line), line.size(), other_line);
}

TEST(StandardFile, reads_every_part_of_a_row) {
    auto const file = read_standards(good, "test.toml");
    EXPECT_TRUE(file.problems.empty());
    ASSERT_EQ(file.rows.size(), 1u);
    auto const& row = file.rows.front();
    EXPECT_EQ(row.id, "sla.first_contact_wd");
    EXPECT_EQ(row.applies_to, "high");
    EXPECT_EQ(row.title, "First contact");
    EXPECT_EQ(row.value, 1);
    EXPECT_EQ(row.unit, Unit::working_days);
    EXPECT_EQ(row.counting, Counting::following);
    EXPECT_EQ(row.in_force_from.iso(), "2024-04-01");
    EXPECT_EQ(row.in_force_until->iso(), "2025-04-01");
    EXPECT_EQ(row.source, "Policy");
    EXPECT_EQ(row.note, "From the report");
}

TEST(StandardFile, reads_yes_and_no) {
    auto const text = R"([[standard]]
id = "sla.closure_approval"
value = true
unit = "yes-no"
in_force_from = 2024-04-01)";
    auto const file = read_standards(text, "test.toml");
    ASSERT_EQ(file.rows.size(), 1u);
    EXPECT_EQ(file.rows.front().value, 1);
    EXPECT_FALSE(file.rows.front().counting);
    EXPECT_FALSE(file.rows.front().in_force_until);
}

struct Mistake {
    char const* line;
    char const* instead;
    char const* problem;
};

TEST(StandardFile, says_what_cannot_be_read_and_where) {
    for (auto const& mistake : {
             Mistake{"unit = \"working-days\"", "unit = \"fortnights\"",
                     "the unit \"fortnights\" is not known"},
             Mistake{"unit = \"working-days\"", "", "the unit \"\" is not known"},
             Mistake{"value = 1", "value = true", "the value does not fit the unit"},
             Mistake{"value = 1", "value = 1.5", "the value does not fit the unit"},
             Mistake{"value = 1", "value = \"1\"", "the value does not fit the unit"},
             Mistake{"value = 1", "value = 3000000000", "the value does not fit the unit"},
             Mistake{"value = 1", "value = -1", "the value does not fit the unit"},
             Mistake{"counting = \"following\"", "counting = \"after\"", "counting is"},
             Mistake{"in_force_from = 2024-04-01", "in_force_from = \"2024-04-01\"",
                     "in_force_from is not a date"},
             Mistake{"in_force_from = 2024-04-01", "", "in_force_from is not a date"},
             Mistake{"in_force_until = 2025-04-01", "in_force_until = \"never\"",
                     "in_force_until is not a date"},
             Mistake{"note =", "notes =", "\"notes\" means nothing here"},
         }) {
        auto const file = read_standards(with(mistake.line, mistake.instead), "test.toml");
        ASSERT_EQ(file.problems.size(), 1u) << mistake.instead;
        EXPECT_NE(file.problems.front().find(mistake.problem), std::string::npos) << file.problems.front();
        EXPECT_EQ(file.problems.front().substr(0, 17), "test.toml line 2:");
        EXPECT_TRUE(file.rows.empty());
    }
}

TEST(StandardFile, that_is_no_toml_or_has_no_standard_is_a_problem) {
    EXPECT_EQ(read_standards("[[standard]\n", "test.toml").problems.size(), 1u);
    EXPECT_EQ(read_standards("", "test.toml").problems.size(), 1u);
    EXPECT_EQ(read_standards("standard = [1]", "test.toml").problems.size(), 1u);
}

}  // namespace
}  // namespace doorstep::legal
