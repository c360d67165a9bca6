#include "base/date_pattern.h"

#include <gtest/gtest.h>

namespace doorstep {
namespace {

std::string read(std::string_view pattern, std::string_view text) {
    auto const made = DatePattern::parse(pattern);
    if (!made) return "no pattern";
    auto const read = made->read(text);
    if (!read) return "no date";
    return read->date.iso() + (read->time ? " " + read->time->iso() : "");
}

TEST(DatePattern, reads_dates_as_other_systems_write_them) {
    EXPECT_EQ(read("DD/MM/YYYY", "03/06/2026"), "2026-06-03");
    EXPECT_EQ(read("DD/MM/YYYY", " 3/6/2026 "), "2026-06-03");
    EXPECT_EQ(read("MM/DD/YYYY hh:mm:ss AM", "04/12/2018 11:11:26 AM"), "2018-04-12 11:11");
    EXPECT_EQ(read("MM/DD/YYYY hh:mm:ss AM", "04/12/2018 12:05:00 am"), "2018-04-12 00:05");
    EXPECT_EQ(read("MM/DD/YYYY hh:mm:ss AM", "04/12/2018 12:05:00 PM"), "2018-04-12 12:05");
    EXPECT_EQ(read("YYYY-MM-DDTHH:mm", "2026-11-21T20:07"), "2026-11-21 20:07");
    EXPECT_EQ(read("DD MMM YYYY", "21 Nov 2026"), "2026-11-21");
}

TEST(DatePattern, reads_nothing_from_what_is_written_otherwise) {
    EXPECT_EQ(read("DD/MM/YYYY", "31/02/2026"), "no date");
    EXPECT_EQ(read("DD/MM/YYYY", "06/13/2026"), "no date");
    EXPECT_EQ(read("DD/MM/YYYY", "03/06/26"), "no date");
    EXPECT_EQ(read("DD/MM/YYYY", "03/06/2026 10:00"), "no date");
    EXPECT_EQ(read("DD/MM/YYYY", ""), "no date");
    EXPECT_EQ(read("DD/MM/YYYY HH:mm", "03/06/2026 24:00"), "no date");
    EXPECT_EQ(read("DD/MM/YYYY HH:mm", "03/06/2026 10:60"), "no date");
    EXPECT_EQ(read("DD/MM/YYYY hh:mm AM", "03/06/2026 13:00 PM"), "no date");
    EXPECT_EQ(read("DD MMM YYYY", "21 Nov"), "no date");
}

TEST(DatePattern, is_not_made_of_half_a_date_or_half_a_time) {
    for (auto const* pattern : {"", "MM/YYYY", "DD/MM/YYYY HH", "DD/MM/YYYY hh:mm", "DD/MM/YYYY DD",
                                "DD/MM/YYYY HH:mm AM", "DD/MM/MMM/YYYY"})
        EXPECT_EQ(read(pattern, "1"), "no pattern") << pattern;
}

}  // namespace
}  // namespace doorstep
