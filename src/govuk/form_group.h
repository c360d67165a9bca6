#pragma once

#include <string>
#include <string_view>

#include "govuk/content.h"
#include "govuk/error_message.h"
#include "govuk/fieldset.h"
#include "govuk/hint.h"
#include "govuk/label.h"
#include "html/html.h"

namespace doorstep::govuk {

/// Around a field with one input.
struct FormGroup {
    Content before_input;
    Content after_input;
    std::string classes;
    Attributes attributes;
};

/// Around a field with several inputs.
struct FormGroupOfInputs {
    Content before_inputs;
    Content after_inputs;
    std::string classes;
    Attributes attributes;
};

/// The start of a field with one input: group, label, hint and error. Gives the ids that describe the input:
/// `described_by`, then the hint's and the error's. Close with `</div>`.
std::string append_field_start(Html& out, FormGroup const& group, std::string_view component_class,
                               Label const& label, Hint const& hint, ErrorMessage const& error,
                               std::string_view id, std::string_view described_by);

/// The start of a field with several inputs: group, fieldset unless it is empty, hint and error. Gives the
/// ids that describe the group. Close with append_fields_end.
std::string append_fields_start(Html& out, FormGroupOfInputs const& group, Fieldset const& fieldset,
                                std::string_view role, Hint const& hint, ErrorMessage const& error,
                                std::string_view id, std::string_view described_by);
void append_fields_end(Html& out, Fieldset const& fieldset);

}  // namespace doorstep::govuk
