#include "govuk/checkboxes.h"

#include <algorithm>

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

bool is_among(std::vector<std::string> const& values, std::string const& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// `group_described_by`: what describes the whole group, said on each item where no fieldset says it.
void append_item(Html& out, Checkboxes const& group, CheckboxesItem const& item, std::string const& id,
                 std::string const& group_described_by) {
    bool const is_checked = item.checked.value_or(is_among(group.values, item.value));
    auto described_by = group_described_by;
    if (!item.hint.empty()) add_id(described_by, id + "-item-hint");

    out << "<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" id=\""_html << id
        << "\" name=\""_html << (item.name.empty() ? group.name : item.name)
        << "\" type=\"checkbox\" value=\""_html << item.value << "\""_html;
    if (is_checked) out << " checked"_html;
    if (item.disabled) out << " disabled"_html;
    if (!item.conditional.html.empty()) out << " data-aria-controls=\"conditional-"_html << id << "\""_html;
    write_attribute(out, " data-behaviour=\""_html, item.behaviour);
    write_attribute(out, " aria-describedby=\""_html, described_by);
    write_attributes(out, item.attributes);
    out << "><label class=\"govuk-label govuk-checkboxes__label"_html;
    write_classes(out, item.label.classes);
    out << "\""_html;
    write_attributes(out, item.label.attributes);
    out << " for=\""_html << id << "\">"_html;
    write_content(out, item.text, item.html);
    out << "</label>"_html;
    if (!item.hint.empty()) append_hint(out, item.hint, id + "-item-hint", "govuk-checkboxes__hint");
    out << "</div>"_html;
    if (item.conditional.html.empty()) return;
    out << "<div class=\"govuk-checkboxes__conditional"_html;
    if (!is_checked) out << " govuk-checkboxes__conditional--hidden"_html;
    out << "\" id=\"conditional-"_html << id << "\">"_html << item.conditional.html << "</div>"_html;
}

}  // namespace

void append(Html& out, Checkboxes const& options) {
    auto const& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    auto described_by =
        append_fields_start(out, options.form_group, options.fieldset, options.fieldset.role, options.hint,
                            options.error_message, prefix, options.described_by);
    if (!options.fieldset.empty()) described_by.clear();
    out << "<div class=\"govuk-checkboxes"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << " data-module=\"govuk-checkboxes\">"_html;
    write_content(out, options.form_group.before_inputs.text, options.form_group.before_inputs.html);
    int number = 0;
    for (auto const& item : options.items) {
        ++number;
        if (!item.divider.empty())
            out << "<div class=\"govuk-checkboxes__divider\">"_html << item.divider << "</div>"_html;
        else
            append_item(out, options, item, item_id(item.id, prefix, number), described_by);
    }
    write_content(out, options.form_group.after_inputs.text, options.form_group.after_inputs.html);
    out << "</div>"_html;
    append_fields_end(out, options.fieldset);
}

Html checkboxes(Checkboxes const& options) { return built(options, 512 + 256 * options.items.size()); }

}  // namespace doorstep::govuk
