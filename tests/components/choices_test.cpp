#include <gtest/gtest.h>

#include "components/fixtures.h"
#include "components/shared_parts.h"
#include "govuk/checkboxes.h"
#include "govuk/date_input.h"
#include "govuk/radios.h"

namespace doorstep::components_tests {

static void read_into(Options const& options, govuk::ItemLabel& label) {
    options.read("classes", label.classes).read("attributes", label.attributes);
}

static void read_into(Options const& options, govuk::Conditional& conditional) {
    options.read("html", conditional.html);
}

static void read_into(Options const& options, govuk::RadiosItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("id", item.id)
        .read("value", item.value)
        .read("label", item.label)
        .read("hint", item.hint)
        .read("divider", item.divider)
        .read("checked", item.checked)
        .read("conditional", item.conditional)
        .read("disabled", item.disabled)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::CheckboxesItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("id", item.id)
        .read("name", item.name)
        .read("value", item.value)
        .read("label", item.label)
        .read("hint", item.hint)
        .read("divider", item.divider)
        .read("checked", item.checked)
        .read("conditional", item.conditional)
        .read("behaviour", item.behaviour)
        .read("disabled", item.disabled)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::DateInputItem& item) {
    options.read("id", item.id)
        .read("name", item.name)
        .read("label", item.label)
        .read("value", item.value)
        .read("inputmode", item.inputmode)
        .read("autocomplete", item.autocomplete)
        .read("pattern", item.pattern)
        .read("error", item.error)
        .read("classes", item.classes)
        .read("attributes", item.attributes);
}

namespace {

TEST(Radios, are_the_official_ones) {
    expect_official_fixtures("radios", [](Options const& options) {
        govuk::Radios radios;
        options.read("fieldset", radios.fieldset)
            .read("hint", radios.hint)
            .read("errorMessage", radios.error_message)
            .read("formGroup", radios.form_group)
            .read("idPrefix", radios.id_prefix)
            .read("name", radios.name)
            .read("items", radios.items)
            .read("value", radios.value)
            .read("classes", radios.classes)
            .read("attributes", radios.attributes);
        return govuk::radios(radios);
    });
}

TEST(Checkboxes, are_the_official_ones) {
    expect_official_fixtures("checkboxes", [](Options const& options) {
        govuk::Checkboxes checkboxes;
        options.read("describedBy", checkboxes.described_by)
            .read("fieldset", checkboxes.fieldset)
            .read("hint", checkboxes.hint)
            .read("errorMessage", checkboxes.error_message)
            .read("formGroup", checkboxes.form_group)
            .read("idPrefix", checkboxes.id_prefix)
            .read("name", checkboxes.name)
            .read("items", checkboxes.items)
            .read("values", checkboxes.values)
            .read("classes", checkboxes.classes)
            .read("attributes", checkboxes.attributes);
        return govuk::checkboxes(checkboxes);
    });
}

/// The official values are named as the fields are; ours are day, month and year.
void read_values(Options const& options, govuk::DateInput& date) {
    auto const prefix = date.name_prefix.empty() ? std::string() : date.name_prefix + "-";
    auto const name_of = [&](govuk::DateInputItem const& item, char const* usual) {
        return prefix + (item.name.empty() ? usual : item.name);
    };
    for (auto const& [name, value] : options.pairs("values")) {
        if (name == name_of(date.day, "day") || name == "day") date.values.day = value;
        if (name == name_of(date.month, "month") || name == "month") date.values.month = value;
        if (name == name_of(date.year, "year") || name == "year") date.values.year = value;
    }
}

/// A field that is `false` is not there; ours lists the fields that are.
void leave_out_fields(Options const& options, govuk::DateInput& date) {
    if (!date.items.empty()) return;
    if (!options.is_false("day") && !options.is_false("month") && !options.is_false("year")) return;
    auto const keep = [&](char const* name, govuk::DateInputItem item) {
        if (options.is_false(name)) return;
        if (item.name.empty()) item.name = name;
        date.items.push_back(std::move(item));
    };
    keep("day", date.day);
    keep("month", date.month);
    keep("year", date.year);
}

TEST(DateInput, is_the_official_one) {
    expect_official_fixtures("date-input", [](Options const& options) {
        govuk::DateInput date;
        options.read("id", date.id)
            .read("namePrefix", date.name_prefix)
            .read("day", date.day)
            .read("month", date.month)
            .read("year", date.year)
            .read("items", date.items)
            .read("hint", date.hint)
            .read("errorMessage", date.error_message)
            .read("formGroup", date.form_group)
            .read("fieldset", date.fieldset)
            .read("classes", date.classes)
            .read("attributes", date.attributes);
        read_values(options, date);
        leave_out_fields(options, date);
        return govuk::date_input(date);
    });
}

}  // namespace
}  // namespace doorstep::components_tests
