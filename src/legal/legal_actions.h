#pragma once

#include <string_view>
#include <vector>

#include "domain/orders/action_kind.h"

/// Kinds of legal action, from standards/actions/*.toml: a new power is a file.
namespace doorstep::legal {

/// In order of position. Throws std::logic_error when a file is not well made: a code twice, a step that
/// comes after one that is not there or after itself, a form that does not exist.
std::vector<domain::orders::ActionKind> const& legal_actions();
/// Nothing for an unknown code.
domain::orders::ActionKind const* find_legal_action(std::string_view code);

/// One file, for tests.
domain::orders::ActionKind read_legal_action(std::string_view file_name, std::string_view content);

}  // namespace doorstep::legal
