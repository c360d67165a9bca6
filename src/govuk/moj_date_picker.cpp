#include "govuk/moj_date_picker.h"

#include "govuk/input.h"
#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, MojDatePicker const& options) {
    out << "<div class=\"moj-datepicker\" data-module=\"moj-date-picker\""_html;
    write_attribute(out, " data-min-date=\""_html, options.min_date);
    write_attribute(out, " data-max-date=\""_html, options.max_date);
    write_attribute(out, " data-excluded-dates=\""_html, options.excluded_dates);
    write_attribute(out, " data-excluded-days=\""_html, options.excluded_days);
    write_boolean(out, " data-leading-zeros=\""_html, options.leading_zeros);
    write_attribute(out, " data-week-start-day=\""_html, options.week_start_day);
    out << ">"_html;
    std::string classes = "moj-js-datepicker-input";
    if (!options.classes.empty()) classes.append(" ").append(options.classes);
    append(out, Input{
                    .id = options.id,
                    .name = options.name,
                    .value = options.value,
                    .label = options.label,
                    .hint = options.hint,
                    .error_message = options.error_message,
                    .form_group = options.form_group,
                    .classes = std::move(classes),
                    .autocomplete = "off",
                    .attributes = options.attributes,
                });
    out << "</div>"_html;
}

Html moj_date_picker(MojDatePicker const& options) { return built(options, 768); }

}  // namespace doorstep::govuk
