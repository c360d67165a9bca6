#include "legal/calendar.h"

#include <array>
#include <string>

#include "base/assert.h"
#include "base/embedded.h"
#include "legal/toml_dates.h"

namespace doorstep::legal {
namespace {

constexpr std::string_view file_name = "law/bank-holidays.toml";

struct DivisionCalendar {
    std::vector<BankHoliday> holidays;
    WorkingDays working_days;
};

std::vector<BankHoliday> read_holidays(toml::table const& file, Division division) {
    std::vector<BankHoliday> holidays;
    auto const* rows = file[name_of(division)]["holidays"].as_array();
    DOORSTEP_ASSERT(rows != nullptr && !rows->empty(),
                    "bank-holidays.toml lacks " + std::string(name_of(division)));
    for (auto const& row : *rows) {
        auto const* table = row.as_table();
        auto const on = table != nullptr ? date_in(*table, "on") : std::nullopt;
        DOORSTEP_ASSERT(on, "a row of bank-holidays.toml has no date");
        holidays.push_back({*on, text_in(*table, "title")});
    }
    return holidays;
}

std::vector<DivisionCalendar> read_calendars() {
    auto const file = embedded_file(file_name);
    DOORSTEP_ASSERT(file, "bank-holidays.toml is not embedded");
    auto const table = toml::parse(file->content, file_name);
    std::vector<DivisionCalendar> calendars;
    for (auto const& row : all_of<Division>()) {
        auto holidays = read_holidays(table, row.value);
        calendars.push_back({holidays, WorkingDays(row.value, holidays)});
    }
    return calendars;
}

DivisionCalendar const& calendar_of(Division division) {
    static auto const calendars = read_calendars();
    return calendars.at(static_cast<std::size_t>(division));
}

}  // namespace

WorkingDays const& working_days(Division division) { return calendar_of(division).working_days; }
std::vector<BankHoliday> const& bank_holidays(Division division) { return calendar_of(division).holidays; }

}  // namespace doorstep::legal
