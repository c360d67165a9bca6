#pragma once

#include <optional>
#include <string>

#include "govuk/form_group.h"

namespace doorstep::govuk {

/// "£" before or "km" after an input.
struct Affix {
    std::string text;
    Html html;
    std::string classes;
    Attributes attributes;

    bool empty() const { return text.empty() && html.empty(); }
};

struct InputWrapper {
    std::string classes;
    Attributes attributes;
};

/// One line of text. `id` is the name when empty.
struct Input {
    std::string id;
    std::string name;
    std::string type = "text";
    std::string inputmode;
    std::string value;
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    Affix prefix;
    Affix suffix;
    FormGroup form_group;
    std::string classes;
    std::string autocomplete;
    std::string pattern;
    std::optional<bool> spellcheck;
    std::string autocapitalize;
    InputWrapper input_wrapper;
    Attributes attributes;
};

Html input(Input const& options);
void append(Html& out, Input const& options);

}  // namespace doorstep::govuk
