#include "domain/reports/report.h"

#include <gtest/gtest.h>

namespace doorstep::domain::reports {
namespace {

TEST(ReportReference, has_the_year_and_the_number_in_five_digits) {
    EXPECT_EQ(report_reference(2026, 311), "R-26-00311");
    EXPECT_EQ(report_reference(2100, 123456), "R-00-123456");
}

TEST(ReportState, once_settled_stays_settled) {
    for (auto const& from : all_of<State>())
        for (auto const& to : all_of<State>()) {
            bool const open = from.value == State::waiting || from.value == State::being_looked_at;
            EXPECT_EQ(may_become(from.value, to.value), open && from.value != to.value)
                << from.name << " to " << to.name;
        }
}

TEST(Motive, counts_as_hate_for_the_five_characteristics_of_the_measure) {
    int counted = 0;
    for (auto const& motive : all_of<Motive>()) counted += is_hate(motive.value) ? 1 : 0;
    EXPECT_EQ(counted, 5);
    EXPECT_TRUE(is_hate(Motive::transgender));
    EXPECT_FALSE(is_hate(Motive::age));
}

}  // namespace
}  // namespace doorstep::domain::reports
