#include "govuk/textarea.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append_textarea(Html& out, Textarea const& options, std::string_view group_class) {
    auto const& id = options.id.empty() ? options.name : options.id;
    auto const described_by =
        append_field_start(out, options.form_group, group_class, options.label, options.hint,
                           options.error_message, id, options.described_by);
    write_content(out, options.form_group.before_input.text, options.form_group.before_input.html);
    out << "<textarea class=\"govuk-textarea"_html;
    if (!options.error_message.empty()) out << " govuk-textarea--error"_html;
    write_classes(out, options.classes);
    out << "\" id=\""_html << id << "\" name=\""_html << options.name << "\" rows=\""_html << options.rows
        << "\""_html;
    write_boolean(out, " spellcheck=\""_html, options.spellcheck);
    if (options.disabled) out << " disabled"_html;
    write_attribute(out, " aria-describedby=\""_html, described_by);
    write_attribute(out, " autocomplete=\""_html, options.autocomplete);
    write_attributes(out, options.attributes);
    out << ">"_html;
    // A parser drops one line break after the opening tag; the second keeps a text that starts with one.
    if (options.value.starts_with('\n') || options.value.starts_with('\r')) out << "\n"_html;
    out << options.value << "</textarea>"_html;
    write_content(out, options.form_group.after_input.text, options.form_group.after_input.html);
    out << "</div>"_html;
}

void append(Html& out, Textarea const& options) { append_textarea(out, options, {}); }

Html textarea(Textarea const& options) { return built(options, 512 + options.value.size()); }

}  // namespace doorstep::govuk
