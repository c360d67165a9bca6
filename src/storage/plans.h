#pragma once

#include <optional>
#include <vector>

#include "domain/plans/plan.h"
#include "storage/sql/database.h"

namespace doorstep::storage::plans {

using domain::plans::ActionPlan;
using domain::plans::PlanStep;

void insert(sql::Write& tx, ActionPlan const& plan);
/// False when someone else changed it first.
bool update(sql::Write& tx, ActionPlan& plan);
/// A plan with the names behind its ids; empty where there is none.
struct NamedPlan {
    ActionPlan plan;
    std::string made_by_name;
};
/// Newest first: at most one draft, at most one agreed, the rest replaced.
std::vector<NamedPlan> of_case(sql::Read& tx, CaseFileId file);
std::optional<ActionPlan> find(sql::Read& tx, ActionPlanId id);

void insert(sql::Write& tx, PlanStep const& step);
/// False when someone else changed it first.
bool update(sql::Write& tx, PlanStep& step);
/// Of a draft only: what was agreed is kept. False when someone else changed it first.
bool remove(sql::Write& tx, PlanStep const& step);
std::optional<PlanStep> find_step(sql::Read& tx, PlanStepId id);
struct NamedStep {
    PlanStep step;
    std::string account_name;  ///< of an officer's step
    std::string person_name;   ///< of a step of somebody on the case, where known
};
/// Steps of every plan of the case, in their order, plan by plan from the newest.
std::vector<NamedStep> steps_of_case(sql::Read& tx, CaseFileId file);
std::vector<PlanStep> steps_of_plan(sql::Read& tx, ActionPlanId plan);
/// Steps of plans that were agreed, also those since replaced: what adherence counts.
std::vector<PlanStep> agreed_steps_of_case(sql::Read& tx, CaseFileId file);

/// Counts anew what steps made late by the passing of days, for every case open on this day where the count
/// is another. Returns how many cases changed. Nobody's version moves: nobody did anything.
int refresh_late_steps(sql::Write& tx, Date today);

}  // namespace doorstep::storage::plans
