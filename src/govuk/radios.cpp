#include "govuk/radios.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_item(Html& out, Radios const& group, RadiosItem const& item, std::string const& id) {
    bool const is_checked = item.checked.value_or(!group.value.empty() && item.value == group.value);
    out << "<div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" id=\""_html << id
        << "\" name=\""_html << group.name << "\" type=\"radio\" value=\""_html << item.value << "\""_html;
    if (is_checked) out << " checked"_html;
    if (item.disabled) out << " disabled"_html;
    if (!item.conditional.html.empty()) out << " data-aria-controls=\"conditional-"_html << id << "\""_html;
    if (!item.hint.empty()) out << " aria-describedby=\""_html << id << "-item-hint\""_html;
    write_attributes(out, item.attributes);
    out << "><label class=\"govuk-label govuk-radios__label"_html;
    write_classes(out, item.label.classes);
    out << "\""_html;
    write_attributes(out, item.label.attributes);
    out << " for=\""_html << id << "\">"_html;
    write_content(out, item.text, item.html);
    out << "</label>"_html;
    if (!item.hint.empty()) append_hint(out, item.hint, id + "-item-hint", "govuk-radios__hint");
    out << "</div>"_html;
    if (item.conditional.html.empty()) return;
    out << "<div class=\"govuk-radios__conditional"_html;
    if (!is_checked) out << " govuk-radios__conditional--hidden"_html;
    out << "\" id=\"conditional-"_html << id << "\">"_html << item.conditional.html << "</div>"_html;
}

}  // namespace

void append(Html& out, Radios const& options) {
    auto const& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    append_fields_start(out, options.form_group, options.fieldset, {}, options.hint, options.error_message,
                        prefix, {});
    out << "<div class=\"govuk-radios"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << " data-module=\"govuk-radios\">"_html;
    write_content(out, options.form_group.before_inputs.text, options.form_group.before_inputs.html);
    int number = 0;
    for (auto const& item : options.items) {
        ++number;
        if (!item.divider.empty())
            out << "<div class=\"govuk-radios__divider\">"_html << item.divider << "</div>"_html;
        else
            append_item(out, options, item, item_id(item.id, prefix, number));
    }
    write_content(out, options.form_group.after_inputs.text, options.form_group.after_inputs.html);
    out << "</div>"_html;
    append_fields_end(out, options.fieldset);
}

Html radios(Radios const& options) { return built(options, 512 + 256 * options.items.size()); }

}  // namespace doorstep::govuk
