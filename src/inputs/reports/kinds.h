#pragma once

#include <string>
#include <vector>

#include "inputs/reports/answers.h"
#include "usecases/settings.h"

/// What the lists of case types and signposts say of the kinds somebody chose.
namespace doorstep::inputs::reports {

/// Case types in use, then what other services deal with, each by the words residents know.
std::vector<forms::Choice> kind_choices(usecases::Settings const& settings, Date today);

/// Somebody who says this hears of help first.
bool needs_support(Pairs const& answers, usecases::Settings const& settings, Date today);

/// Services that deal with what was chosen, each once, in the order of the list.
std::vector<legal::ListEntry const*> others_who_help(Pairs const& answers, usecases::Settings const& settings,
                                                     Date today);

/// Helplines for what was chosen ("abuse", "hate", "self-harm", "victims").
std::vector<legal::ListEntry const*> helplines(std::vector<std::string> const& support_for,
                                               usecases::Settings const& settings, Date today);

}  // namespace doorstep::inputs::reports
