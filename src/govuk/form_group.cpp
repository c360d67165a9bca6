#include "govuk/form_group.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_group_start(Html& out, bool has_error, std::string_view component_class, std::string_view classes,
                        Attributes const& attributes) {
    out << "<div class=\"govuk-form-group"_html;
    if (has_error) out << " govuk-form-group--error"_html;
    write_classes(out, component_class);
    write_classes(out, classes);
    out << "\""_html;
    write_attributes(out, attributes);
    out << ">"_html;
}

struct Ids {
    std::string hint;
    std::string error;
    std::string described_by;
};

Ids ids_of(Hint const& hint, ErrorMessage const& error, std::string_view id, std::string_view described_by) {
    Ids ids{.hint = {}, .error = {}, .described_by = std::string(described_by)};
    if (!hint.empty()) {
        ids.hint.append(id).append("-hint");
        add_id(ids.described_by, ids.hint);
    }
    if (!error.empty()) {
        ids.error.append(id).append("-error");
        add_id(ids.described_by, ids.error);
    }
    return ids;
}

}  // namespace

std::string append_field_start(Html& out, FormGroup const& group, std::string_view component_class,
                               Label const& label, Hint const& hint, ErrorMessage const& error,
                               std::string_view id, std::string_view described_by) {
    append_group_start(out, !error.empty(), component_class, group.classes, group.attributes);
    append_label(out, label, id);
    auto ids = ids_of(hint, error, id, described_by);
    if (!hint.empty()) append_hint(out, hint, ids.hint);
    if (!error.empty()) append_error_message(out, error, ids.error);
    return std::move(ids.described_by);
}

std::string append_fields_start(Html& out, FormGroupOfInputs const& group, Fieldset const& fieldset,
                                std::string_view role, Hint const& hint, ErrorMessage const& error,
                                std::string_view id, std::string_view described_by) {
    append_group_start(out, !error.empty(), {}, group.classes, group.attributes);
    auto ids = ids_of(hint, error, id, fieldset.described_by.empty() ? described_by : fieldset.described_by);
    if (!fieldset.empty()) append_fieldset_start(out, fieldset, ids.described_by, role);
    if (!hint.empty()) append_hint(out, hint, ids.hint);
    if (!error.empty()) append_error_message(out, error, ids.error);
    return std::move(ids.described_by);
}

void append_fields_end(Html& out, Fieldset const& fieldset) {
    if (!fieldset.empty()) out << "</fieldset>"_html;
    out << "</div>"_html;
}

}  // namespace doorstep::govuk
