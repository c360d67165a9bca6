#include "govuk/input.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_affix(Html& out, Affix const& affix, MarkupLiteral opening) {
    if (affix.empty()) return;
    out << opening;
    write_classes(out, affix.classes);
    out << "\" aria-hidden=\"true\""_html;
    write_attributes(out, affix.attributes);
    out << ">"_html;
    write_content(out, affix.text, affix.html);
    out << "</div>"_html;
}

void append_element(Html& out, Input const& options, std::string_view id, std::string_view described_by) {
    out << "<input class=\"govuk-input"_html;
    write_classes(out, options.classes);
    if (!options.error_message.empty()) out << " govuk-input--error"_html;
    out << "\" id=\""_html << id << "\" name=\""_html << options.name << "\" type=\""_html << options.type
        << "\""_html;
    write_boolean(out, " spellcheck=\""_html, options.spellcheck);
    write_attribute(out, " value=\""_html, options.value);
    if (options.disabled) out << " disabled"_html;
    write_attribute(out, " aria-describedby=\""_html, described_by);
    write_attribute(out, " autocomplete=\""_html, options.autocomplete);
    write_attribute(out, " autocapitalize=\""_html, options.autocapitalize);
    write_attribute(out, " pattern=\""_html, options.pattern);
    write_attribute(out, " inputmode=\""_html, options.inputmode);
    write_attributes(out, options.attributes);
    out << ">"_html;
}

}  // namespace

void append(Html& out, Input const& options) {
    auto const& id = options.id.empty() ? options.name : options.id;
    auto const described_by = append_field_start(out, options.form_group, {}, options.label, options.hint,
                                                 options.error_message, id, options.described_by);
    auto const& group = options.form_group;
    bool const is_wrapped = !options.prefix.empty() || !options.suffix.empty() ||
                            !group.before_input.empty() || !group.after_input.empty();
    if (is_wrapped) {
        out << "<div class=\"govuk-input__wrapper"_html;
        write_classes(out, options.input_wrapper.classes);
        out << "\""_html;
        write_attributes(out, options.input_wrapper.attributes);
        out << ">"_html;
        write_content(out, group.before_input.text, group.before_input.html);
        append_affix(out, options.prefix, "<div class=\"govuk-input__prefix"_html);
    }
    append_element(out, options, id, described_by);
    if (is_wrapped) {
        append_affix(out, options.suffix, "<div class=\"govuk-input__suffix"_html);
        write_content(out, group.after_input.text, group.after_input.html);
        out << "</div>"_html;
    }
    out << "</div>"_html;
}

Html input(Input const& options) { return built(options, 512); }

}  // namespace doorstep::govuk
