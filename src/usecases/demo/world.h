#pragma once

#include "usecases/demo/demo_files.h"
#include "usecases/demo/estate.h"
#include "usecases/demo/office_hours.h"
#include "usecases/demo/staff.h"
#include "usecases/settings.h"

namespace doorstep::usecases::demo {

/// Everything that lives in the demo stand on; made once, then only read, by any thread.
struct World {
    DemoData const& data;
    Settings const& settings;
    std::uint64_t seed = 1;
    Date
        start;  ///< the first day of its history: 1 April, three whole financial years before the present one
    Date as_of;   ///< the first day that has not happened
    Instant now;  ///< its first moment: everything is before it
    OfficeHours hours;
    Staff staff;
    Estate estate;
    std::vector<DemoFile> files;
    /// Who was told of the Victims' Code is on file from this day on; before it nobody wrote it down.
    Date rights_recorded_from;
    /// Letters are kept here from this day on; before it another program wrote them.
    Date letters_written_from;

    /// One winter everybody was behind.
    bool is_backlog(Date on) const {
        return Period{*Date::of(start.year() + 1, 11, 10), *Date::of(start.year() + 2, 2, 20)}.contains(on);
    }
};

}  // namespace doorstep::usecases::demo
