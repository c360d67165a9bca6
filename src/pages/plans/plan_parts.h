#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "govuk/tag.h"
#include "pages/cases/case_frame.h"
#include "pages/visit.h"
#include "usecases/plans/view_plan.h"

/// Shared by the pages about action plans.
namespace doorstep::pages::plans {

/// "/cases/ASB-26-00142/plan"
std::string plan_address(std::string_view reference);
std::string step_address(std::string_view reference, PlanStepId id);

/// "Done", "Done late", "Overdue", "Dropped"; plain words, without colour, for a step still to come.
govuk::Tag step_tag(domain::plans::PlanStep const& step, Date today);

/// The steps as a table. `link` says where a step leads, and in which words; none when it is empty.
struct StepLink {
    std::string href;
    std::string words;
};
Html step_table(usecases::plans::PlanWithSteps const& plan, std::string const& caption, Date today,
                std::function<StepLink(domain::plans::PlanStep const&)> const& link);

/// A form of the plan: the frame of a case's form, with the way back to the plan.
http::Response plan_form_page(Visit& visit, std::string_view reference, char const* title, Html body,
                              Html const& problem_summary, int status);

}  // namespace doorstep::pages::plans
