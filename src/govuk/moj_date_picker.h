#pragma once

#include <optional>
#include <string>

#include "govuk/form_group.h"

namespace doorstep::govuk {

/// MoJ Date picker: one field for "14/11/2026", with a calendar where scripts run. Staff only; a date can
/// always be typed. Dates in options are "14/11/2026".
struct MojDatePicker {
    std::string id;
    std::string name;
    std::string value;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string min_date;
    std::string max_date;
    /// Dates and ranges between spaces: "15/11/2026 20/11/2026-22/11/2026".
    std::string excluded_dates;
    /// Days of the week between spaces: "saturday sunday".
    std::string excluded_days;
    std::optional<bool> leading_zeros;
    /// "monday" or "sunday".
    std::string week_start_day;
    std::string classes;
    Attributes attributes;
};

Html moj_date_picker(MojDatePicker const& options);
void append(Html& out, MojDatePicker const& options);

}  // namespace doorstep::govuk
