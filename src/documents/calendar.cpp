#include "documents/calendar.h"

#include <libical/ical.h>

#include <ctime>
#include <memory>

namespace doorstep::documents {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

icaltimetype whole_day(Date day) {
    auto time = icaltime_null_date();
    time.year = day.year();
    time.month = day.month();
    time.day = day.day();
    return time;
}

icaltimetype moment(Instant at) {
    return icaltime_from_timet_with_zone(static_cast<std::time_t>(at.milliseconds() / 1000), 0,
                                         icaltimezone_get_utc_timezone());
}

icalcomponent* event_of(CalendarEntry const& entry, Instant made_at) {
    auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_add_property(event, icalproperty_new_uid(entry.uid.c_str()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(moment(made_at)));
    icalcomponent_add_property(event,
                               icalproperty_new_dtstart(entry.at ? moment(*entry.at) : whole_day(entry.on)));
    icalcomponent_add_property(event, icalproperty_new_summary(entry.summary.c_str()));
    if (!entry.description.empty())
        icalcomponent_add_property(event, icalproperty_new_description(entry.description.c_str()));
    return event;
}

}  // namespace

std::string write_calendar(std::string const& name, std::vector<CalendarEntry> const& entries,
                           Instant made_at) {
    std::unique_ptr<icalcomponent, FreeComponent> const calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Doorstep//Doorstep//EN"));
    auto* title = icalproperty_new_x(name.c_str());
    icalproperty_set_x_name(title, "X-WR-CALNAME");
    icalcomponent_add_property(calendar.get(), title);
    for (auto const& entry : entries) icalcomponent_add_component(calendar.get(), event_of(entry, made_at));
    std::unique_ptr<char, void (*)(void*)> const text(icalcomponent_as_ical_string_r(calendar.get()),
                                                      icalmemory_free_buffer);
    return text ? std::string(text.get()) : std::string();
}

}  // namespace doorstep::documents
