#pragma once

#include <string>

#include "govuk/form_group.h"

namespace doorstep::govuk {

struct PasswordInputButton {
    std::string classes;
};

/// A password, with a button to see it where scripts run. `id` is the name when empty.
struct PasswordInput {
    std::string id;
    std::string name;
    std::string value;
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string classes;
    /// "new-password" where one is made.
    std::string autocomplete = "current-password";
    Attributes attributes;
    /// "Show" and "Show password" when empty; so with the others, in the script.
    std::string show_password_text;
    std::string hide_password_text;
    std::string show_password_aria_label_text;
    std::string hide_password_aria_label_text;
    std::string password_shown_announcement_text;
    std::string password_hidden_announcement_text;
    PasswordInputButton button;
};

Html password_input(PasswordInput const& options);
void append(Html& out, PasswordInput const& options);

}  // namespace doorstep::govuk
