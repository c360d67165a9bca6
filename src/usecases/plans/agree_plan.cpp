#include "usecases/plans/agree_plan.h"

#include "domain/plans/check_plan.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/count_steps.h"
#include "usecases/plans/open_plan.h"
#include "usecases/plans/plan_due.h"

namespace doorstep::usecases::plans {

using domain::cases::CaseFile;
using domain::plans::ActionPlan;
using domain::plans::PlanState;
using domain::plans::PlanStep;
using domain::plans::StepState;
using domain::work::Kind;

namespace {

std::vector<CasePersonId> complainants(storage::sql::Read& tx, CaseFileId file) {
    std::vector<CasePersonId> found;
    for (auto const& person : storage::people::of_case(tx, file))
        if (person.part == domain::people::Part::complainant && !person.left_on) found.push_back(person.id);
    return found;
}

void replace(Change& change, ActionPlan& old, int by_number, Date on) {
    for (auto& step : storage::plans::steps_of_plan(change.tx, old.id)) {
        if (step.state != StepState::to_do) continue;
        step.state = StepState::dropped;
        step.done_on = on;
        step.result = "Replaced by plan " + std::to_string(by_number);
        storage::plans::update(change.tx, step);
        storage::work_items::finish(change.tx, Kind::plan_step, step.id.text(), change.now);
    }
    old.state = PlanState::replaced;
    storage::plans::update(change.tx, old);
}

}  // namespace

Expected<PlanAgreed> agree_plan(Context& context, AgreePlan const& input) {
    return context.change([&](Change& change) -> Expected<PlanAgreed> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::agree_plan);
        if (!file) return refuse(file.error());
        auto plans = plans_of(change.tx, file->id);
        if (!plans.draft || plans.draft->id != input.plan || plans.draft->version != input.version)
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this plan while you were working");
        auto& plan = *plans.draft;
        auto const steps = storage::plans::steps_of_plan(change.tx, plan.id);
        auto const allowed =
            domain::plans::check_agreement(plan, steps, {input.agreed_on, input.with, input.how},
                                           complainants(change.tx, file->id), file->raised_on, change.today);
        if (!allowed) return refuse(allowed.error());

        if (plans.agreed) replace(change, *plans.agreed, plan.number, input.agreed_on);
        plan.state = PlanState::agreed;
        plan.agreed_on = input.agreed_on;
        plan.agreed_with = input.with;
        plan.agreed_how = input.how;
        if (input.copy_how) {
            plan.copy_given_on = input.agreed_on;
            plan.copy_given_how = input.copy_how;
        }
        if (!storage::plans::update(change.tx, plan))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this plan while you were working");
        for (auto const& step : steps) put_step_item(change, *file, step);
        storage::work_items::finish(change.tx, Kind::plan, file->id.text(), change.now);

        bool const kept_promise = !file->plan_by || file->plan_agreed_on || input.agreed_on <= *file->plan_by;
        if (!file->plan_agreed_on) file->plan_agreed_on = input.agreed_on;
        count_steps(change, *file);
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        change.record(file->id, domain::events::plan_agreed, plan.id.text(),
                      domain::events::Detail()
                          .set("on", input.agreed_on)
                          .set("how", input.how)
                          .set("number", plan.number)
                          .set("steps", steps.size())
                          .set("person", input.with)
                          .set("replaces", plans.agreed ? plans.agreed->number : 0));
        if (input.copy_how)
            change.record(file->id, domain::events::plan_copy_given, plan.id.text(),
                          domain::events::Detail().set("on", input.agreed_on).set("how", *input.copy_how));
        return PlanAgreed{.steps = static_cast<int>(steps.size()), .kept_promise = kept_promise};
    });
}

}  // namespace doorstep::usecases::plans
