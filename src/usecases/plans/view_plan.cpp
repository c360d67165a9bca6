#include "usecases/plans/view_plan.h"

#include "storage/cases.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/plan_people.h"

namespace doorstep::usecases::plans {

using domain::access::Action;
using domain::plans::PlanState;

Expected<PlanView> view_plan(Context& context, std::string_view reference) {
    auto& tx = context.read();
    auto file = cases::open_case(tx, context.viewer, reference, Action::see_protected_details);
    if (!file) return refuse(file.error());
    auto const people = storage::people::people_of_case(tx, file->id);
    auto const steps = storage::plans::steps_of_case(tx, file->id);

    PlanView view;
    view.counts = storage::cases::section_counts(tx, file->id);
    std::vector<domain::plans::PlanStep> counted;
    for (auto& named : storage::plans::of_case(tx, file->id)) {
        PlanWithSteps plan{
            .plan = named.plan,
            .made_by = named.made_by_name,
            .agreed_with = named.plan.agreed_with ? name_of(people, *named.plan.agreed_with) : "",
            .steps = {}};
        for (auto const& step : steps) {
            if (step.step.plan != named.plan.id) continue;
            plan.steps.push_back({step.step, whose_words(step)});
            if (named.plan.state != PlanState::draft) counted.push_back(step.step);
        }
        switch (named.plan.state) {
            case PlanState::draft:
                view.draft = std::move(plan);
                break;
            case PlanState::agreed:
                view.agreed = std::move(plan);
                break;
            case PlanState::replaced:
                view.replaced.push_back(std::move(plan));
                break;
        }
    }
    view.adherence = domain::plans::adherence(counted, context.today);
    auto const open = !file->is_closed();
    view.may_plan = open && domain::access::may(context.viewer, Action::agree_plan);
    view.may_work = open && domain::access::may(context.viewer, Action::work_case);
    view.file = std::move(*file);
    context.note_view("people", view.file.id, view.file.id.text());
    return view;
}

}  // namespace doorstep::usecases::plans
