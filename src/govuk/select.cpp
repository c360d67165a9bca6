#include "govuk/select.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_item(Html& out, SelectItem const& item, std::string const& chosen) {
    out << "<option"_html;
    if (item.value) out << " value=\""_html << *item.value << "\""_html;
    auto const& value = item.value ? *item.value : item.text;
    if (item.selected.value_or(!chosen.empty() && value == chosen)) out << " selected"_html;
    if (item.disabled) out << " disabled"_html;
    write_attributes(out, item.attributes);
    out << ">"_html << item.text << "</option>"_html;
}

}  // namespace

void append(Html& out, Select const& options) {
    auto const& id = options.id.empty() ? options.name : options.id;
    auto const described_by = append_field_start(out, options.form_group, {}, options.label, options.hint,
                                                 options.error_message, id, options.described_by);
    write_content(out, options.form_group.before_input.text, options.form_group.before_input.html);
    out << "<select class=\"govuk-select"_html;
    write_classes(out, options.classes);
    if (!options.error_message.empty()) out << " govuk-select--error"_html;
    out << "\" id=\""_html << id << "\" name=\""_html << options.name << "\""_html;
    if (options.disabled) out << " disabled"_html;
    write_attribute(out, " aria-describedby=\""_html, described_by);
    write_attributes(out, options.attributes);
    out << ">"_html;
    for (auto const& item : options.items) append_item(out, item, options.value);
    out << "</select>"_html;
    write_content(out, options.form_group.after_input.text, options.form_group.after_input.html);
    out << "</div>"_html;
}

Html select(Select const& options) { return built(options, 384 + 64 * options.items.size()); }

}  // namespace doorstep::govuk
