#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/questions/question_set.h"

namespace doorstep::legal {

using domain::questions::QuestionSet;

/// One version, from TOML like standards/questions/*.toml. Refused with the line or key that is wrong: two
/// questions of one code, options without text, a rule that names no option, bands out of order.
Expected<QuestionSet> read_question_set(std::string_view name, std::string_view toml);
/// The same the other way round: reading it again gives the same version.
std::string question_set_toml(QuestionSet const& set);
/// Every version that ships.
std::vector<QuestionSet> shipped_question_sets();

}  // namespace doorstep::legal
