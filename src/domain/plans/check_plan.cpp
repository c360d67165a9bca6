#include "domain/plans/check_plan.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::domain::plans {
namespace {

constexpr std::size_t longest_text = 1000;

Expected<Done> check_owner(PlanStep const& step) {
    switch (step.owner_kind) {
        case OwnerKind::officer:
            if (!step.owner_account)
                return refuse_field("owner-missing", "owner-account", "Select who will do it");
            break;
        case OwnerKind::partner:
            if (text::trim(step.owner_name).empty())
                return refuse_field("owner-missing", "partner-name", "Enter the name of the agency");
            break;
        case OwnerKind::support_team:
            if (text::trim(step.owner_name).empty())
                return refuse_field("owner-missing", "team-name", "Enter the name of the team");
            break;
        case OwnerKind::complainant:
        case OwnerKind::person_complained_about:
            break;
    }
    return Done{};
}

}  // namespace

Expected<Done> check_step(PlanStep const& step, ActionPlan const& plan) {
    // (1)
    if (text::trim(step.what).empty()) return refuse_field("what-missing", "what", "Enter what will be done");
    if (text::length(step.what) > longest_text)
        return refuse_field("what-too-long", "what", "What will be done must be 1,000 characters or fewer");
    if (auto owner = check_owner(step); !owner) return owner;
    // (2)
    if (step.due_on < plan.made_on)
        return refuse_field(
            "due-too-early", "due-on",
            "Date must be the same as or after " + date_words(plan.made_on) + ", when this plan was begun");
    return Done{};
}

Expected<Done> check_agreement(ActionPlan const& plan, std::vector<PlanStep> const& steps,
                               Agreement const& agreement, std::vector<CasePersonId> const& complainants,
                               Date raised_on, Date today) {
    // (1)
    if (plan.state != PlanState::draft)
        return refuse(RefusalKind::conflict, "plan-not-draft", "This plan is agreed already");
    if (steps.empty())
        return refuse(RefusalKind::invalid, "plan-empty", "Add at least one step before the plan is agreed");
    // (2)
    if (std::find(complainants.begin(), complainants.end(), agreement.with) == complainants.end())
        return refuse_field("person-unknown", "with", "Select who agreed the plan");
    // (3)
    if (agreement.agreed_on > today)
        return refuse_field("date-in-future", "agreed-on", "Date it was agreed must be today or in the past");
    if (agreement.agreed_on < raised_on)
        return refuse_field("date-before-raised", "agreed-on",
                            "Date it was agreed must be the same as or after " + date_words(raised_on) +
                                ", when the issue was raised");
    // (4)
    for (auto const& step : steps)
        if (step.due_on < agreement.agreed_on)
            return refuse_field("step-already-late", "agreed-on",
                                "A step is due on " + date_words(step.due_on) +
                                    ", before the plan was agreed: change its date first");
    return Done{};
}

Expected<Done> check_end(PlanStep const& step, ActionPlan const& plan, StepEnd const& end, Date today) {
    // (1)
    if (plan.state == PlanState::draft)
        return refuse(RefusalKind::invalid, "plan-not-agreed",
                      "This plan is not agreed yet: its steps can be changed or removed");
    if (plan.state == PlanState::replaced)
        return refuse(RefusalKind::conflict, "plan-replaced", "A newer plan has replaced this one");
    if (step.state != StepState::to_do)
        return refuse(RefusalKind::conflict, "step-over",
                      "This step is " + text::lower_ascii(words_of(step.state)) + " already");
    // (2)
    if (end.on > today) return refuse_field("date-in-future", "on", "Date must be today or in the past");
    if (plan.agreed_on && end.on < *plan.agreed_on)
        return refuse_field("date-before-agreed", "on",
                            "Date must be the same as or after " + date_words(*plan.agreed_on) +
                                ", when the plan was agreed");
    // (3)
    if (end.state == StepState::dropped && text::trim(end.result).empty())
        return refuse_field("result-missing", "result", "Enter why the step was dropped");
    if (text::length(end.result) > longest_text)
        return refuse_field("result-too-long", "result", "Result must be 1,000 characters or fewer");
    return Done{};
}

Expected<Done> check_may_change(ActionPlan const& plan) {
    if (plan.state == PlanState::draft) return Done{};
    return refuse(
        RefusalKind::unlawful, "plan-agreed",
        "What was agreed stays as it was agreed. Mark the step done or dropped, or start a new plan");
}

}  // namespace doorstep::domain::plans
