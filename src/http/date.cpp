#include "http/date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace doorstep::http {

std::string header_date(Instant instant) {
    using namespace std::chrono;
    static constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    sys_time<std::chrono::milliseconds> const moment{std::chrono::milliseconds(instant.milliseconds())};
    auto const day_start = floor<days>(moment);
    year_month_day const date{day_start};
    hh_mm_ss const time{floor<seconds>(moment - day_start)};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", weekdays[weekday{day_start}.c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

}  // namespace doorstep::http
