#include "components/shared_parts.h"

namespace doorstep::components_tests {

void read_into(Options const& options, govuk::Content& content) {
    options.read("text", content.text).read("html", content.html);
}

void read_into(Options const& options, govuk::Label& label) {
    options.read("text", label.text)
        .read("html", label.html)
        .read("for", label.for_id)
        .read("isPageHeading", label.is_page_heading)
        .read("classes", label.classes)
        .read("attributes", label.attributes);
}

void read_into(Options const& options, govuk::Hint& hint) {
    options.read("text", hint.text)
        .read("html", hint.html)
        .read("id", hint.id)
        .read("classes", hint.classes)
        .read("attributes", hint.attributes);
}

void read_into(Options const& options, govuk::ErrorMessage& message) {
    options.read("text", message.text)
        .read("html", message.html)
        .read("id", message.id)
        .read("classes", message.classes)
        .read("attributes", message.attributes)
        .read("visuallyHiddenText", message.visually_hidden_text);
}

void read_into(Options const& options, govuk::Legend& legend) {
    options.read("text", legend.text)
        .read("html", legend.html)
        .read("classes", legend.classes)
        .read("isPageHeading", legend.is_page_heading);
}

void read_into(Options const& options, govuk::Fieldset& fieldset) {
    options.read("describedBy", fieldset.described_by)
        .read("legend", fieldset.legend)
        .read("classes", fieldset.classes)
        .read("role", fieldset.role)
        .read("attributes", fieldset.attributes)
        .read("html", fieldset.html);
}

void read_into(Options const& options, govuk::FormGroup& group) {
    options.read("beforeInput", group.before_input)
        .read("afterInput", group.after_input)
        .read("classes", group.classes)
        .read("attributes", group.attributes);
}

void read_into(Options const& options, govuk::FormGroupOfInputs& group) {
    options.read("beforeInputs", group.before_inputs)
        .read("afterInputs", group.after_inputs)
        .read("classes", group.classes)
        .read("attributes", group.attributes);
}

void read_into(Options const& options, govuk::PluralTexts& texts) {
    options.read("zero", texts.zero)
        .read("one", texts.one)
        .read("two", texts.two)
        .read("few", texts.few)
        .read("many", texts.many)
        .read("other", texts.other);
}

void read_into(Options const& options, govuk::Tag& tag) {
    options.read("text", tag.text)
        .read("html", tag.html)
        .read("classes", tag.classes)
        .read("attributes", tag.attributes);
}

void read_into(Options const& options, govuk::Button& button) {
    options.read("text", button.text)
        .read("html", button.html)
        .read("name", button.name)
        .read("type", button.type)
        .read("value", button.value)
        .read("disabled", button.disabled)
        .read("href", button.href)
        .read("classes", button.classes)
        .read("attributes", button.attributes)
        .read("preventDoubleClick", button.prevent_double_click)
        .read("isStartButton", button.is_start_button)
        .read("id", button.id);
}

}  // namespace doorstep::components_tests
