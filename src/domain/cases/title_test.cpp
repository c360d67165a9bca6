#include "domain/cases/title.h"

#include <gtest/gtest.h>

#include "domain/cases/reference.h"

namespace doorstep::domain::cases {
namespace {

TEST(CaseTitle, says_what_and_where) {
    EXPECT_EQ(case_title("Loud music", "Acre Court"), "Loud music, Acre Court");
    EXPECT_EQ(case_title("Loud music", ""), "Loud music");
}

TEST(CaseTitle, leaves_out_the_number_of_a_door) {
    EXPECT_EQ(street_of("Flat 12, Acre Court, 4 Mill Lane"), "Mill Lane");
    EXPECT_EQ(street_of("4A Mill Lane"), "Mill Lane");
    EXPECT_EQ(street_of("Mill Lane"), "Mill Lane");
    EXPECT_EQ(street_of("Flat 3"), "");
    EXPECT_EQ(street_of(""), "");
}

TEST(CaseReference, has_the_year_and_a_number_that_sorts) {
    EXPECT_EQ(case_reference(2026, 142), "ASB-26-00142");
    EXPECT_EQ(case_reference(2030, 123456), "ASB-30-123456");
}

}  // namespace
}  // namespace doorstep::domain::cases
