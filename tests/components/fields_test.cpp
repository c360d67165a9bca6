#include <gtest/gtest.h>

#include "components/fixtures.h"
#include "components/shared_parts.h"
#include "govuk/button.h"
#include "govuk/character_count.h"
#include "govuk/cookie_banner.h"
#include "govuk/error_summary.h"
#include "govuk/file_upload.h"
#include "govuk/input.h"
#include "govuk/password_input.h"
#include "govuk/select.h"
#include "govuk/textarea.h"

namespace doorstep::components_tests {

static void read_into(Options const& options, govuk::Affix& affix) {
    options.read("text", affix.text)
        .read("html", affix.html)
        .read("classes", affix.classes)
        .read("attributes", affix.attributes);
}

static void read_into(Options const& options, govuk::InputWrapper& wrapper) {
    options.read("classes", wrapper.classes).read("attributes", wrapper.attributes);
}

static void read_into(Options const& options, govuk::SelectItem& item) {
    options.read("value", item.value)
        .read("text", item.text)
        .read("selected", item.selected)
        .read("disabled", item.disabled)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::CountMessage& message) {
    options.read("classes", message.classes);
}

static void read_into(Options const& options, govuk::PasswordInputButton& button) {
    options.read("classes", button.classes);
}

static void read_into(Options const& options, govuk::ErrorSummaryItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("href", item.href)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::CookieBannerAction& action) {
    options.read("text", action.text)
        .read("type", action.type)
        .read("href", action.href)
        .read("name", action.name)
        .read("value", action.value)
        .read("classes", action.classes)
        .read("attributes", action.attributes);
}

static void read_into(Options const& options, govuk::CookieBannerMessage& message) {
    options.read("headingText", message.heading_text)
        .read("headingHtml", message.heading_html)
        .read("text", message.text)
        .read("html", message.html)
        .read("actions", message.actions)
        .read("hidden", message.hidden)
        .read("role", message.role)
        .read("classes", message.classes)
        .read("attributes", message.attributes);
}

namespace {

TEST(Button, is_the_official_one) {
    expect_official_fixtures("button", [](Options const& options) {
        govuk::Button button;
        read_into(options, button);
        return govuk::button(button);
    });
}

TEST(Label, is_the_official_one) {
    expect_official_fixtures("label", [](Options const& options) {
        govuk::Label label;
        read_into(options, label);
        return govuk::label(label);
    });
}

TEST(Hint, is_the_official_one) {
    expect_official_fixtures("hint", [](Options const& options) {
        govuk::Hint hint;
        read_into(options, hint);
        return govuk::hint(hint);
    });
}

TEST(ErrorMessage, is_the_official_one) {
    expect_official_fixtures("error-message", [](Options const& options) {
        govuk::ErrorMessage message;
        read_into(options, message);
        return govuk::error_message(message);
    });
}

TEST(Fieldset, is_the_official_one) {
    expect_official_fixtures("fieldset", [](Options const& options) {
        govuk::Fieldset fieldset;
        read_into(options, fieldset);
        return govuk::fieldset(fieldset);
    });
}

TEST(ErrorSummary, is_the_official_one) {
    expect_official_fixtures("error-summary", [](Options const& options) {
        govuk::ErrorSummary summary;
        options.read("titleText", summary.title_text)
            .read("titleHtml", summary.title_html)
            .read("descriptionText", summary.description_text)
            .read("descriptionHtml", summary.description_html)
            .read("errorList", summary.error_list)
            .read("disableAutoFocus", summary.disable_auto_focus)
            .read("classes", summary.classes)
            .read("attributes", summary.attributes);
        return govuk::error_summary(summary);
    });
}

TEST(Input, is_the_official_one) {
    expect_official_fixtures("input", [](Options const& options) {
        govuk::Input input;
        options.read("id", input.id)
            .read("name", input.name)
            .read("type", input.type)
            .read("inputmode", input.inputmode)
            .read("value", input.value)
            .read("disabled", input.disabled)
            .read("describedBy", input.described_by)
            .read("label", input.label)
            .read("hint", input.hint)
            .read("errorMessage", input.error_message)
            .read("prefix", input.prefix)
            .read("suffix", input.suffix)
            .read("formGroup", input.form_group)
            .read("classes", input.classes)
            .read("autocomplete", input.autocomplete)
            .read("pattern", input.pattern)
            .read("spellcheck", input.spellcheck)
            .read("autocapitalize", input.autocapitalize)
            .read("inputWrapper", input.input_wrapper)
            .read("attributes", input.attributes);
        return govuk::input(input);
    });
}

TEST(Textarea, is_the_official_one) {
    expect_official_fixtures("textarea", [](Options const& options) {
        govuk::Textarea textarea;
        options.read("id", textarea.id)
            .read("name", textarea.name)
            .read("spellcheck", textarea.spellcheck)
            .read("rows", textarea.rows)
            .read("value", textarea.value)
            .read("disabled", textarea.disabled)
            .read("describedBy", textarea.described_by)
            .read("label", textarea.label)
            .read("hint", textarea.hint)
            .read("errorMessage", textarea.error_message)
            .read("formGroup", textarea.form_group)
            .read("classes", textarea.classes)
            .read("autocomplete", textarea.autocomplete)
            .read("attributes", textarea.attributes);
        return govuk::textarea(textarea);
    });
}

TEST(CharacterCount, is_the_official_one) {
    expect_official_fixtures("character-count", [](Options const& options) {
        govuk::CharacterCount count;
        options.read("id", count.id)
            .read("name", count.name)
            .read("rows", count.rows)
            .read("value", count.value)
            .read("maxlength", count.maxlength)
            .read("maxwords", count.maxwords)
            .read("threshold", count.threshold)
            .read("countType", count.count_type)
            .read("label", count.label)
            .read("hint", count.hint)
            .read("errorMessage", count.error_message)
            .read("formGroup", count.form_group)
            .read("classes", count.classes)
            .read("attributes", count.attributes)
            .read("spellcheck", count.spellcheck)
            .read("countMessage", count.count_message)
            .read("textareaDescriptionText", count.textarea_description_text)
            .read("charactersUnderLimitText", count.characters_under_limit_text)
            .read("charactersAtLimitText", count.characters_at_limit_text)
            .read("charactersOverLimitText", count.characters_over_limit_text)
            .read("wordsUnderLimitText", count.words_under_limit_text)
            .read("wordsAtLimitText", count.words_at_limit_text)
            .read("wordsOverLimitText", count.words_over_limit_text);
        return govuk::character_count(count);
    });
}

TEST(Select, is_the_official_one) {
    expect_official_fixtures("select", [](Options const& options) {
        govuk::Select select;
        options.read("id", select.id)
            .read("name", select.name)
            .read("items", select.items)
            .read("value", select.value)
            .read("disabled", select.disabled)
            .read("describedBy", select.described_by)
            .read("label", select.label)
            .read("hint", select.hint)
            .read("errorMessage", select.error_message)
            .read("formGroup", select.form_group)
            .read("classes", select.classes)
            .read("attributes", select.attributes);
        return govuk::select(select);
    });
}

TEST(FileUpload, is_the_official_one) {
    expect_official_fixtures("file-upload", [](Options const& options) {
        govuk::FileUpload upload;
        // A file field cannot be given a value; the official component takes none either.
        std::string ignored_value;
        options.read("value", ignored_value);
        options.read("id", upload.id)
            .read("name", upload.name)
            .read("disabled", upload.disabled)
            .read("multiple", upload.multiple)
            .read("describedBy", upload.described_by)
            .read("label", upload.label)
            .read("hint", upload.hint)
            .read("errorMessage", upload.error_message)
            .read("formGroup", upload.form_group)
            .read("javascript", upload.javascript)
            .read("wrapperClasses", upload.wrapper_classes)
            .read("wrapperAttributes", upload.wrapper_attributes)
            .read("chooseFilesButtonText", upload.choose_files_button_text)
            .read("dropInstructionText", upload.drop_instruction_text)
            .read("multipleFilesChosenText", upload.multiple_files_chosen_text)
            .read("noFileChosenText", upload.no_file_chosen_text)
            .read("enteredDropZoneText", upload.entered_drop_zone_text)
            .read("leftDropZoneText", upload.left_drop_zone_text)
            .read("classes", upload.classes)
            .read("attributes", upload.attributes);
        return govuk::file_upload(upload);
    });
}

TEST(PasswordInput, is_the_official_one) {
    expect_official_fixtures("password-input", [](Options const& options) {
        govuk::PasswordInput password;
        options.read("id", password.id)
            .read("name", password.name)
            .read("value", password.value)
            .read("disabled", password.disabled)
            .read("describedBy", password.described_by)
            .read("label", password.label)
            .read("hint", password.hint)
            .read("errorMessage", password.error_message)
            .read("formGroup", password.form_group)
            .read("classes", password.classes)
            .read("autocomplete", password.autocomplete)
            .read("attributes", password.attributes)
            .read("showPasswordText", password.show_password_text)
            .read("hidePasswordText", password.hide_password_text)
            .read("showPasswordAriaLabelText", password.show_password_aria_label_text)
            .read("hidePasswordAriaLabelText", password.hide_password_aria_label_text)
            .read("passwordShownAnnouncementText", password.password_shown_announcement_text)
            .read("passwordHiddenAnnouncementText", password.password_hidden_announcement_text)
            .read("button", password.button);
        return govuk::password_input(password);
    });
}

TEST(CookieBanner, is_the_official_one) {
    expect_official_fixtures("cookie-banner", [](Options const& options) {
        govuk::CookieBanner banner;
        options.read("ariaLabel", banner.aria_label)
            .read("hidden", banner.hidden)
            .read("messages", banner.messages)
            .read("classes", banner.classes)
            .read("attributes", banner.attributes);
        return govuk::cookie_banner(banner);
    });
}

}  // namespace
}  // namespace doorstep::components_tests
