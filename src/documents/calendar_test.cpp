#include "documents/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::documents {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Calendar, has_days_and_moments_with_their_words_escaped) {
    auto const made_at = london_instant(*Date::of(2026, 6, 10), {10, 0});
    auto const text = write_calendar("Doorstep",
                                     {{.uid = "a",
                                       .summary = "Hearing; court, 2",
                                       .description = "",
                                       .on = *Date::of(2026, 6, 12),
                                       .at = london_instant(*Date::of(2026, 6, 12), {14, 0})},
                                      {.uid = "b",
                                       .summary = "Serve notice",
                                       .description = "s. 84A",
                                       .on = *Date::of(2026, 9, 9),
                                       .at = {}}},
                                     made_at);
    EXPECT_THAT(text, HasSubstr("BEGIN:VCALENDAR\r\n"));
    EXPECT_THAT(text, HasSubstr("DTSTART:20260612T130000Z")) << "summer time";
    EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20260909"));
    EXPECT_THAT(text, HasSubstr("Hearing\\; court\\, 2"));
    EXPECT_THAT(text, HasSubstr("UID:b"));
    EXPECT_THAT(text, HasSubstr("END:VCALENDAR"));
}

TEST(Calendar, without_entries_is_still_a_calendar) {
    EXPECT_THAT(write_calendar("Doorstep", {}, Instant{}), HasSubstr("END:VCALENDAR"));
}

}  // namespace
}  // namespace doorstep::documents
