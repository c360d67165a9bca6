#include "govuk/date_input.h"

#include <algorithm>

#include "govuk/input.h"
#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

constexpr std::string_view error_class = "govuk-input--error";

bool has_error_class(DateInputItem const& item) {
    return item.classes.find(error_class) != std::string::npos;
}

bool has_error(DateInputItem const& item) { return item.error.value_or(false) || has_error_class(item); }

std::string capitalised(std::string_view name) {
    std::string words;
    for (char const c : name) {
        bool const is_first = words.empty();
        if (is_first && c >= 'a' && c <= 'z')
            words += static_cast<char>(c - 'a' + 'A');
        else if (!is_first && c >= 'A' && c <= 'Z')
            words += static_cast<char>(c - 'A' + 'a');
        else
            words += c;
    }
    return words;
}

class ItemWriter {
  public:
    explicit ItemWriter(DateInput const& options) : options_(options) {
        if (options.items.empty())
            any_item_has_error_ =
                has_error(options.day) || has_error(options.month) || has_error(options.year);
        else
            any_item_has_error_ = std::any_of(options.items.begin(), options.items.end(), has_error);
    }

    void append_all(Html& out) const {
        if (options_.items.empty()) {
            append_item(out, options_.day, "day");
            append_item(out, options_.month, "month");
            append_item(out, options_.year, "year");
            return;
        }
        for (auto const& item : options_.items) append_item(out, item, item.name);
    }

  private:
    /// The value of a field that has none of its own: its place's, or the date's.
    std::string const& value_of(std::string_view name, std::string_view place) const {
        auto const either = [](std::string const& own, std::string const& of_date) -> std::string const& {
            return own.empty() ? of_date : own;
        };
        if (place == "day" || name == options_.day.name)
            return either(options_.day.value, options_.values.day);
        if (place == "month" || name == options_.month.name)
            return either(options_.month.value, options_.values.month);
        if (place == "year" || name == options_.year.name)
            return either(options_.year.value, options_.values.year);
        static std::string const none;
        return none;
    }

    std::string classes_of(DateInputItem const& item, bool is_year) const {
        std::string classes = "govuk-date-input__input";
        bool const is_marked = item.error.value_or(!options_.error_message.empty() && !any_item_has_error_);
        if (!has_error_class(item) && is_marked) classes.append(" ").append(error_class);
        if (item.classes.find("govuk-input--width-") == std::string::npos)
            classes.append(is_year ? " govuk-input--width-4" : " govuk-input--width-2");
        if (!item.classes.empty()) classes.append(" ").append(item.classes);
        return classes;
    }

    void append_item(Html& out, DateInputItem const& item, std::string_view place) const {
        std::string const name = item.name.empty() ? std::string(place) : item.name;
        bool const is_year = place == "year" || (!options_.year.name.empty() && name == options_.year.name);
        out << "<div class=\"govuk-date-input__item\">"_html;
        append(out, Input{
                        .id = item.id.empty() ? options_.id + "-" + name : item.id,
                        .name = options_.name_prefix.empty() ? name : options_.name_prefix + "-" + name,
                        .inputmode = item.inputmode,
                        .value = item.value.empty() ? value_of(name, place) : item.value,
                        .label = {.text = item.label.empty() ? capitalised(name) : item.label,
                                  .classes = "govuk-date-input__label"},
                        .classes = classes_of(item, is_year),
                        .autocomplete = item.autocomplete,
                        .pattern = item.pattern,
                        .attributes = item.attributes,
                    });
        out << "</div>"_html;
    }

    DateInput const& options_;
    bool any_item_has_error_ = false;
};

}  // namespace

void append(Html& out, DateInput const& options) {
    // The role: JAWS does not read what describes a fieldset of text inputs without it.
    append_fields_start(out, options.form_group, options.fieldset, "group", options.hint,
                        options.error_message, options.id, {});
    out << "<div class=\"govuk-date-input"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    write_attribute(out, " id=\""_html, options.id);
    out << ">"_html;
    write_content(out, options.form_group.before_inputs.text, options.form_group.before_inputs.html);
    ItemWriter(options).append_all(out);
    write_content(out, options.form_group.after_inputs.text, options.form_group.after_inputs.html);
    out << "</div>"_html;
    append_fields_end(out, options.fieldset);
}

Html date_input(DateInput const& options) { return built(options, 1536); }

}  // namespace doorstep::govuk
