#pragma once

#include <string>

#include "html/html.h"
#include "usecases/closures/end_case.h"
#include "usecases/closures/view_closure.h"

/// What the page about closing shows besides its form.
namespace doorstep::pages::closures {

/// Every check as a task, each open one with links to the acts themselves.
Html check_list(usecases::closures::ClosureView const& view);
/// How a closed case ended.
Html closed_facts(usecases::closures::ClosureView const& view);
/// What followed from closing: letters, whom nobody can write to, surveys. Begins with a space, or is empty.
std::string ended_words(usecases::closures::Ended const& ended);
/// The request a manager decides about.
Html waiting_facts(usecases::closures::ClosureView const& view);

}  // namespace doorstep::pages::closures
