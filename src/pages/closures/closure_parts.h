#pragma once

#include "html/html.h"
#include "usecases/closures/view_closure.h"

/// What the page about closing shows besides its form.
namespace doorstep::pages::closures {

/// Every check as a task, each open one with links to the acts themselves.
Html check_list(usecases::closures::ClosureView const& view);
/// How a closed case ended.
Html closed_facts(usecases::closures::ClosureView const& view);
/// The request a manager decides about.
Html waiting_facts(usecases::closures::ClosureView const& view);

}  // namespace doorstep::pages::closures
