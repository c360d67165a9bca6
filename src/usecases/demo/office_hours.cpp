#include "usecases/demo/office_hours.h"

namespace doorstep::usecases::demo {
namespace {

constexpr int opens = 8 * 60 + 45;
constexpr int closes = 17 * 60 + 15;

Instant at_minute(Date day, int minute, Random& random) {
    return london_instant(day, {minute / 60, minute % 60}).plus_milliseconds(random.below(60'000));
}

}  // namespace

Instant OfficeHours::on(Date day, Random& random) const {
    return at_minute(days_.on_or_after(day), random.between(opens, closes), random);
}

Instant OfficeHours::after(Instant earliest, Random& random) const {
    auto const day = london_date(earliest);
    auto const time = london_time(earliest);
    int const from = time.hour * 60 + time.minute + 2;
    if (!days_.is_working_day(day) || from > closes) return on(day.plus_days(1), random);
    return at_minute(day, random.between(from < opens ? opens : from, closes), random);
}

}  // namespace doorstep::usecases::demo
