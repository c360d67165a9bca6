#pragma once

#include <optional>
#include <string>
#include <vector>

#include "govuk/form_group.h"

namespace doorstep::govuk {

/// Classes and attributes of the label of one radio or checkbox; its words are the item's.
struct ItemLabel {
    std::string classes;
    Attributes attributes;
};

/// What opens under a radio or checkbox when it is chosen. Where scripts do not run it is always open.
struct Conditional {
    Html html;
};

struct RadiosItem {
    std::string text;
    Html html;
    /// The group's prefix and the item's number when empty; the first has no number, so that errors can link
    /// to it.
    std::string id;
    std::string value;
    ItemLabel label;
    Hint hint;
    /// "or": a line between items instead of an item.
    std::string divider;
    /// Nothing: chosen when its value is the group's.
    std::optional<bool> checked;
    Conditional conditional;
    bool disabled = false;
    Attributes attributes;
};

/// Choose one. `id_prefix` is the name when empty.
struct Radios {
    Fieldset fieldset;
    Hint hint;
    ErrorMessage error_message;
    FormGroupOfInputs form_group;
    std::string id_prefix;
    std::string name;
    std::vector<RadiosItem> items;
    std::string value;
    std::string classes;
    Attributes attributes;
};

Html radios(Radios const& options);
void append(Html& out, Radios const& options);

}  // namespace doorstep::govuk
