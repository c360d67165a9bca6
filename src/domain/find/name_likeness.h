#pragma once

#include <cstddef>
#include <string_view>

namespace doorstep::domain::find {

/// How alike two names are, from 0 to 1, in whatever order their words stand: each word of the shorter name
/// is matched with the word of the other it is most like (Jaro-Winkler on folded text), and words that the
/// other has beyond that take a little off. "Silva Ana" is 1 to "Ana Silva".
double name_likeness(std::string_view typed, std::string_view name);

/// How many of the words stand in the name as they were typed, accents too; capitals do not matter. Tells
/// "Zoë" from "Zoe" where `name_likeness` is the same.
std::size_t words_as_typed(std::string_view typed, std::string_view name);

/// Above this two names may be the same one misspelt; below, they are two names.
inline constexpr double alike = 0.83;

}  // namespace doorstep::domain::find
