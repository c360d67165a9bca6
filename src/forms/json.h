#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "forms/form.h"

/// The same form for programs: JSON in, JSON Schema out.
namespace doorstep::forms {

/// An object whose members are the form's fields, as if they had been typed: text, numbers, true and false,
/// lists for checkboxes, dates as "2026-11-21". Refuses what is no object, and members the form does not
/// have: files, hidden fields and passwords are none of them.
Expected<Pairs> typed_from_json(std::vector<FieldShape> const& shapes, std::string_view json);
/// JSON Schema (2020-12) of the form, as one object.
std::string schema(std::vector<FieldShape> const& shapes);

/// A draft's answers: every name with its list of values, whatever form they belong to.
std::string answers_to_json(Pairs const& answers);
Pairs answers_from_json(std::string_view json);

}  // namespace doorstep::forms
