#include "http/range.h"

#include <gtest/gtest.h>

namespace doorstep::http {
namespace {

using Kind = Range::Kind;

struct RangeCase {
    std::string_view header;
    std::uint64_t size;
    Kind kind;
    std::uint64_t first;
    std::uint64_t length;
};

// The examples of RFC 9110, 14.1.2, and the edges.
TEST(ParseRange, gives_the_bytes_of_each_form) {
    for (auto const& row : {
             RangeCase{"bytes=0-499", 10000, Kind::part, 0, 500},
             RangeCase{"bytes=500-999", 10000, Kind::part, 500, 500},
             RangeCase{"bytes=-500", 10000, Kind::part, 9500, 500},
             RangeCase{"bytes=9500-", 10000, Kind::part, 9500, 500},
             RangeCase{"BYTES=0-0", 10000, Kind::part, 0, 1},
             RangeCase{"bytes=9999-20000", 10000, Kind::part, 9999, 1},
             RangeCase{"bytes=-20000", 10000, Kind::part, 0, 10000},
             RangeCase{"bytes=10000-", 10000, Kind::unsatisfiable, 0, 0},
             RangeCase{"bytes=-0", 10000, Kind::unsatisfiable, 0, 0},
             RangeCase{"bytes=0-", 0, Kind::unsatisfiable, 0, 0},
             RangeCase{"bytes=-1", 0, Kind::unsatisfiable, 0, 0},
             RangeCase{"bytes=0-18446744073709551615", 7, Kind::part, 0, 7},
         }) {
        auto const range = parse_range(row.header, row.size);
        EXPECT_EQ(range.kind, row.kind) << row.header;
        EXPECT_EQ(range.first, row.first) << row.header;
        EXPECT_EQ(range.length, row.length) << row.header;
    }
}

TEST(ParseRange, sends_everything_for_what_it_does_not_understand) {
    for (auto const* header :
         {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "items=0-1", "bytes=0-1,5-6",
          "bytes=+1-2", "bytes=1--2", "bytes=0x1-2", "bytes=18446744073709551616-", "bytes=1- 2"}) {
        auto const range = parse_range(header, 100);
        EXPECT_EQ(range.kind, Kind::whole) << header;
        EXPECT_EQ(range.length, 100u) << header;
    }
}

}  // namespace
}  // namespace doorstep::http
