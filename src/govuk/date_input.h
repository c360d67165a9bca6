#pragma once

#include <optional>
#include <string>
#include <vector>

#include "govuk/form_group.h"

namespace doorstep::govuk {

/// One field of a date. What is left empty follows from the name: "day", "month" or "year".
struct DateInputItem {
    std::string id;
    std::string name;
    /// The name with a capital when empty.
    std::string label;
    std::string value;
    std::string inputmode = "numeric";
    std::string autocomplete;
    std::string pattern;
    /// Which of the fields is wrong. When the date has an error and no field says so, all are marked.
    std::optional<bool> error;
    std::string classes;
    Attributes attributes;
};

struct DateInputValues {
    std::string day;
    std::string month;
    std::string year;
};

/// Three fields for a date that people know. The fields' ids are "id-day", "id-month" and "id-year".
struct DateInput {
    std::string id;
    /// "made-on" gives the names "made-on-day" and so on.
    std::string name_prefix;
    DateInputValues values;
    DateInputItem day;
    DateInputItem month;
    DateInputItem year;
    /// Other fields than day, month and year, for example month and year only.
    std::vector<DateInputItem> items;
    Hint hint;
    ErrorMessage error_message;
    FormGroupOfInputs form_group;
    Fieldset fieldset;
    std::string classes;
    Attributes attributes;
};

Html date_input(DateInput const& options);
void append(Html& out, DateInput const& options);

}  // namespace doorstep::govuk
