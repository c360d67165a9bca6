#pragma once

#include <vector>

#include "domain/cases/case_file.h"
#include "domain/people/people.h"
#include "domain/plans/plan.h"
#include "usecases/context.h"

namespace doorstep::usecases::plans {

/// The first conversation starts the promise of an action plan: sets the day by which it is to be agreed,
/// with its work item, for a case that has neither a plan nor such a day. Does not save the case.
void set_plan_due(Change& change, Settings const& settings, domain::cases::CaseFile& file,
                  std::vector<domain::people::CasePerson> const& people);

/// Puts the item that asks for a plan, where the case has a day for one and none is agreed.
void put_plan_item(Change& change, domain::cases::CaseFile const& file);

/// Puts the item of a step that is to do: for whoever does it; for others' steps the owner of the case, who
/// asks after them.
void put_step_item(Change& change, domain::cases::CaseFile const& file, domain::plans::PlanStep const& step);

/// Puts every item the plans of a case ask for, as when it is opened again.
void put_work_of_plan(Change& change, domain::cases::CaseFile const& file);

}  // namespace doorstep::usecases::plans
