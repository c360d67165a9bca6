#pragma once

#include <optional>
#include <string>

#include "govuk/form_group.h"

namespace doorstep::govuk {

/// Several lines of text. `id` is the name when empty.
struct Textarea {
    std::string id;
    std::string name;
    std::optional<bool> spellcheck;
    int rows = 5;
    std::string value;
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string classes;
    std::string autocomplete;
    Attributes attributes;
};

Html textarea(Textarea const& options);
void append(Html& out, Textarea const& options);
/// For character count, which adds its own class to the group.
void append_textarea(Html& out, Textarea const& options, std::string_view group_class);

}  // namespace doorstep::govuk
