#include "http/date.h"

#include <gtest/gtest.h>

namespace doorstep::http {
namespace {

TEST(HeaderDate, is_the_fixed_form_in_gmt) {
    // RFC 9110, 5.6.7: its own example.
    EXPECT_EQ(header_date(Instant::from_milliseconds(784111777000)), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(header_date(Instant::from_milliseconds(0)), "Thu, 01 Jan 1970 00:00:00 GMT");
    // London is an hour ahead on this day; the header is not.
    EXPECT_EQ(header_date(Instant::from_milliseconds(1719874799999)), "Mon, 01 Jul 2024 22:59:59 GMT");
}

}  // namespace
}  // namespace doorstep::http
