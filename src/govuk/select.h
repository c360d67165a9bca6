#pragma once

#include <optional>
#include <string>
#include <vector>

#include "govuk/form_group.h"

namespace doorstep::govuk {

struct SelectItem {
    /// Without one the browser sends the text.
    std::optional<std::string> value;
    std::string text;
    /// Nothing: chosen when its value (or text) is the select's.
    std::optional<bool> selected;
    bool disabled = false;
    Attributes attributes;
};

/// A list to choose one from, for when radios would be too many. `id` is the name when empty.
struct Select {
    std::string id;
    std::string name;
    std::vector<SelectItem> items;
    std::string value;
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string classes;
    Attributes attributes;
};

Html select(Select const& options);
void append(Html& out, Select const& options);

}  // namespace doorstep::govuk
