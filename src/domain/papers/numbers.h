#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Numbers that somebody typed into the words of a paper.
namespace doorstep::domain::papers {

/// "42", "1204" of "1,204", "85%" of "85%" and of "85 per cent", "17.5": what the words give as figures. Not
/// days, years, quarters, times of day, ordinals, telephone numbers, nor what numbers a list, a section or an
/// appendix. Numbers spelt in letters are not looked at.
std::vector<std::string> numbers_in(std::string_view words);

/// Those that are not among the known, each once, in the order they stand.
std::vector<std::string> unknown_numbers(std::string_view words, std::set<std::string> const& known);

}  // namespace doorstep::domain::papers
