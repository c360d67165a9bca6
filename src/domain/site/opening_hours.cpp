#include "domain/site/opening_hours.h"

#include "base/text.h"

namespace doorstep::domain::site {
namespace {

constexpr int days_looked_ahead = 31;

}  // namespace

std::optional<WrittenDay> read_opening_day(std::string_view words) {
    auto const comma = words.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    auto const said = text::lower_ascii(text::trim(words.substr(comma + 1)));
    if (said == "closed") return WrittenDay{};
    auto const middle = said.find(" to ");
    if (middle == std::string::npos) return std::nullopt;
    auto const opens = TimeOfDay::parse(text::trim(std::string_view(said).substr(0, middle)));
    auto const closes = TimeOfDay::parse(text::trim(std::string_view(said).substr(middle + 4)));
    if (!opens || !closes || *closes <= *opens) return std::nullopt;
    return WrittenDay{OpenTimes{*opens, *closes}};
}

bool is_open(Instant now, HoursOn const& hours_on) {
    auto const today = london_date(now);
    auto const times = hours_on(today);
    return times && london_instant(today, times->opens) <= now && now < london_instant(today, times->closes);
}

std::optional<Instant> opens_next(Instant now, HoursOn const& hours_on) {
    if (is_open(now, hours_on)) return std::nullopt;
    auto const today = london_date(now);
    for (int ahead = 0; ahead <= days_looked_ahead; ++ahead) {
        auto const day = today.plus_days(ahead);
        auto const times = hours_on(day);
        if (times && london_instant(day, times->opens) > now) return london_instant(day, times->opens);
    }
    return std::nullopt;
}

}  // namespace doorstep::domain::site
