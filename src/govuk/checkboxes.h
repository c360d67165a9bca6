#pragma once

#include <optional>
#include <string>
#include <vector>

#include "govuk/form_group.h"
#include "govuk/radios.h"

namespace doorstep::govuk {

struct CheckboxesItem {
    std::string text;
    Html html;
    /// The group's prefix and the item's number when empty; the first has no number, so that errors can link
    /// to it.
    std::string id;
    /// The group's when empty.
    std::string name;
    std::string value;
    ItemLabel label;
    Hint hint;
    /// "or": a line between items instead of an item.
    std::string divider;
    /// Nothing: ticked when its value is among the group's.
    std::optional<bool> checked;
    Conditional conditional;
    /// "exclusive": ticking it clears the others, where scripts run.
    std::string behaviour;
    bool disabled = false;
    Attributes attributes;
};

/// Choose any. `id_prefix` is the name when empty.
struct Checkboxes {
    std::string described_by;
    Fieldset fieldset;
    Hint hint;
    ErrorMessage error_message;
    FormGroupOfInputs form_group;
    std::string id_prefix;
    std::string name;
    std::vector<CheckboxesItem> items;
    std::vector<std::string> values;
    std::string classes;
    Attributes attributes;
};

Html checkboxes(Checkboxes const& options);
void append(Html& out, Checkboxes const& options);

}  // namespace doorstep::govuk
