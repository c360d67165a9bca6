#include "govuk/password_input.h"

#include "govuk/button.h"
#include "govuk/input.h"
#include "govuk/parts.h"
#include "govuk/plural_texts.h"

namespace doorstep::govuk {

namespace {

std::string with_more(std::string own, std::string const& more) {
    if (!more.empty()) own.append(" ").append(more);
    return own;
}

std::string text_or(std::string const& text, char const* otherwise) {
    return text.empty() ? otherwise : text;
}

Attributes script_attributes(PasswordInput const& options) {
    Attributes list{{.name = "data-module", .value = "govuk-password-input"}};
    add_text_attribute(list, "show-password", options.show_password_text);
    add_text_attribute(list, "hide-password", options.hide_password_text);
    add_text_attribute(list, "show-password-aria-label", options.show_password_aria_label_text);
    add_text_attribute(list, "hide-password-aria-label", options.hide_password_aria_label_text);
    add_text_attribute(list, "password-shown-announcement", options.password_shown_announcement_text);
    add_text_attribute(list, "password-hidden-announcement", options.password_hidden_announcement_text);
    list.insert(list.end(), options.form_group.attributes.begin(), options.form_group.attributes.end());
    return list;
}

Html show_button(PasswordInput const& options, std::string const& id) {
    Html out;
    append(out, Button{
                    .text = text_or(options.show_password_text, "Show"),
                    .type = "button",
                    .classes = with_more("govuk-button--secondary govuk-password-input__toggle "
                                         "govuk-js-password-input-toggle",
                                         options.button.classes),
                    .attributes = {{.name = "aria-controls", .value = id},
                                   {.name = "aria-label",
                                    .value = text_or(options.show_password_aria_label_text, "Show password")},
                                   {.name = "hidden", .value = ""}},
                });
    write_content(out, options.form_group.after_input.text, options.form_group.after_input.html);
    return out;
}

}  // namespace

void append(Html& out, PasswordInput const& options) {
    auto const& id = options.id.empty() ? options.name : options.id;
    append(out, Input{
                    .id = id,
                    .name = options.name,
                    .type = "password",
                    .value = options.value,
                    .disabled = options.disabled,
                    .described_by = options.described_by,
                    .label = options.label,
                    .hint = options.hint,
                    .error_message = options.error_message,
                    .form_group = {.before_input = options.form_group.before_input,
                                   .after_input = {.html = show_button(options, id)},
                                   .classes = with_more("govuk-password-input", options.form_group.classes),
                                   .attributes = script_attributes(options)},
                    .classes = with_more("govuk-password-input__input govuk-js-password-input-input",
                                         options.classes),
                    .autocomplete = options.autocomplete,
                    .spellcheck = false,
                    .autocapitalize = "none",
                    .input_wrapper = {.classes = "govuk-password-input__wrapper"},
                    .attributes = options.attributes,
                });
}

Html password_input(PasswordInput const& options) { return built(options, 1024); }

}  // namespace doorstep::govuk
