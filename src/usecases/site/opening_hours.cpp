#include "usecases/site/opening_hours.h"

#include <array>

#include "legal/calendar.h"
#include "usecases/settings.h"

namespace doorstep::usecases::site {

using domain::site::OpenTimes;

namespace {

// In the order of Weekday, Monday first.
constexpr std::array<std::string_view, 7> day_codes{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> days_in_welsh{
    "ddydd Llun", "ddydd Mawrth", "ddydd Mercher", "ddydd Iau", "ddydd Gwener", "ddydd Sadwrn", "ddydd Sul"};

std::size_t number_of_weekday(Date day) { return static_cast<std::size_t>(day.weekday()) - 1; }

}  // namespace

std::optional<OpenTimes> hours_on(Settings const& settings, Date day) {
    bool const is_holiday = legal::working_days(settings.site().division).is_bank_holiday(day);
    auto const code = is_holiday ? std::string_view("bank-holiday") : day_codes[number_of_weekday(day)];
    auto const* entry = settings.list("opening-hours").find(code, day);
    if (!entry || !entry->is_in_use(day)) return std::nullopt;
    auto const written = domain::site::read_opening_day(entry->label);
    return written ? written->times : std::nullopt;
}

std::optional<Closed> office_closed(Settings const& settings, Instant now) {
    auto const on_day = [&](Date day) { return hours_on(settings, day); };
    if (domain::site::is_open(now, on_day)) return std::nullopt;
    return Closed{domain::site::opens_next(now, on_day)};
}

std::string opening_words(Instant opens, std::string_view language) {
    auto const day = london_date(opens);
    auto const time = london_time(opens).words();
    if (language == "cy")
        return time + " " + std::string(days_in_welsh[number_of_weekday(day)]) + " " + date_words_welsh(day);
    return time + " on " + date_words_with_weekday(day);
}

std::string arrived_out_of_hours(Settings const& settings, Instant arrived, std::string_view language) {
    auto const closed = office_closed(settings, arrived);
    if (!closed || !closed->until) return {};
    auto const when = opening_words(*closed->until, language);
    if (language == "cy") return "Roedd ein swyddfa ar gau pan ddaeth. Byddwn yn ei ddarllen o " + when + ".";
    return "Our office was closed when it came. We read it from " + when + ".";
}

}  // namespace doorstep::usecases::site
