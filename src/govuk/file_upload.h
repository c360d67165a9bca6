#pragma once

#include <string>

#include "govuk/form_group.h"
#include "govuk/plural_texts.h"

namespace doorstep::govuk {

/// A file, or several. `id` is the name when empty.
struct FileUpload {
    std::string id;
    std::string name;
    bool disabled = false;
    bool multiple = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    /// The design system's own drop zone. It hides the real field, which our recorder fills: left off in
    /// pages.
    bool javascript = false;
    std::string wrapper_classes;
    Attributes wrapper_attributes;
    std::string choose_files_button_text;
    std::string drop_instruction_text;
    PluralTexts multiple_files_chosen_text;
    std::string no_file_chosen_text;
    std::string entered_drop_zone_text;
    std::string left_drop_zone_text;
    std::string classes;
    Attributes attributes;
};

Html file_upload(FileUpload const& options);
void append(Html& out, FileUpload const& options);

}  // namespace doorstep::govuk
