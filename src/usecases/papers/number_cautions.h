#pragma once

#include <string>
#include <vector>

#include "usecases/papers/view_paper.h"

namespace doorstep::usecases::papers {

/// Numbers that somebody typed into a section and that are no figure of this paper. They may be right: a
/// figure of somebody else's, a sum. They are looked at before the paper is frozen, and hold nothing up.
struct NumberCaution {
    std::string section;  ///< "4.1 Cases opened and closed"
    std::vector<std::string> numbers;
};
/// Of the sections that somebody wrote.
std::vector<NumberCaution> number_cautions(PaperView const& view, Settings const& settings);

/// "4.1 Cases opened and closed: 57, 86%"
std::string caution_words(NumberCaution const& caution);

}  // namespace doorstep::usecases::papers
