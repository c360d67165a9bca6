#include "govuk/file_upload.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_wrapper_start(Html& out, FileUpload const& options) {
    Attributes words;
    add_text_attribute(words, "choose-files-button", options.choose_files_button_text);
    add_text_attribute(words, "no-file-chosen", options.no_file_chosen_text);
    add_plural_attributes(words, "multiple-files-chosen", options.multiple_files_chosen_text);
    add_text_attribute(words, "drop-instruction", options.drop_instruction_text);
    add_text_attribute(words, "entered-drop-zone", options.entered_drop_zone_text);
    add_text_attribute(words, "left-drop-zone", options.left_drop_zone_text);
    out << "<div class=\"govuk-file-upload-wrapper"_html;
    write_classes(out, options.wrapper_classes);
    out << "\" data-module=\"govuk-file-upload\""_html;
    write_attributes(out, words);
    write_attributes(out, options.wrapper_attributes);
    out << ">"_html;
}

}  // namespace

void append(Html& out, FileUpload const& options) {
    auto const& id = options.id.empty() ? options.name : options.id;
    auto const described_by = append_field_start(out, options.form_group, {}, options.label, options.hint,
                                                 options.error_message, id, options.described_by);
    write_content(out, options.form_group.before_input.text, options.form_group.before_input.html);
    if (options.javascript) append_wrapper_start(out, options);
    out << "<input class=\"govuk-file-upload"_html;
    write_classes(out, options.classes);
    if (!options.error_message.empty()) out << " govuk-file-upload--error"_html;
    out << "\" id=\""_html << id << "\" name=\""_html << options.name << "\" type=\"file\""_html;
    if (options.disabled) out << " disabled"_html;
    if (options.multiple) out << " multiple"_html;
    write_attribute(out, " aria-describedby=\""_html, described_by);
    write_attributes(out, options.attributes);
    out << ">"_html;
    if (options.javascript) out << "</div>"_html;
    write_content(out, options.form_group.after_input.text, options.form_group.after_input.html);
    out << "</div>"_html;
}

Html file_upload(FileUpload const& options) { return built(options, 512); }

}  // namespace doorstep::govuk
