#include "usecases/plans/start_plan.h"

#include <charconv>

#include "storage/cases.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/open_plan.h"
#include "usecases/settings.h"

namespace doorstep::usecases::plans {

using domain::cases::CaseFile;
using domain::plans::ActionPlan;
using domain::plans::OwnerKind;
using domain::plans::PlanStep;
using domain::plans::StepState;
using domain::plans::Track;

namespace {

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The one person who reported; nothing when there are several, for then the step is for whoever reads it.
std::optional<CasePersonId> only_complainant(storage::sql::Read& tx, CaseFileId file) {
    std::optional<CasePersonId> found;
    for (auto const& person : storage::people::of_case(tx, file)) {
        if (person.part != domain::people::Part::complainant || person.left_on) continue;
        if (found) return std::nullopt;
        found = person.id;
    }
    return found;
}

PlanStep from_template(legal::ListEntry const& entry, CaseFile const& file, Change const& change,
                       std::optional<CasePersonId> complainant) {
    PlanStep step;
    step.what = entry.label;
    step.owner_kind = enum_from_name<OwnerKind>(entry.detail("owner")).value_or(OwnerKind::officer);
    step.track = enum_from_name<Track>(entry.detail("track")).value_or(Track::other);
    step.due_on = change.today.plus_days(number_in(entry.detail("days")));
    if (step.owner_kind == OwnerKind::officer)
        step.owner_account = file.owner ? file.owner : change.viewer.account;
    if (step.owner_kind == OwnerKind::complainant) step.owner_person = complainant;
    if (step.owner_kind == OwnerKind::partner || step.owner_kind == OwnerKind::support_team)
        step.owner_name = "To be agreed";
    return step;
}

PlanStep taken_over(PlanStep step, Date today) {
    step.version = 1;
    // Its day went by: the draft proposes today, to be set anew.
    if (step.due_on < today) step.due_on = today;
    return step;
}

}  // namespace

Expected<ActionPlanId> start_plan(Context& context, StartPlan const& input) {
    auto const& templates = context.settings().list("plan-templates");
    return context.change([&](Change& change) -> Expected<ActionPlanId> {
        auto const file =
            cases::open_case_to_change(change, input.reference, domain::access::Action::agree_plan);
        if (!file) return refuse(file.error());
        auto const plans = plans_of(change.tx, file->id);
        if (plans.draft)
            return refuse(RefusalKind::conflict, "draft-exists",
                          "There is a draft of a plan already: finish it first");

        ActionPlan plan;
        plan.id = change.new_id<ActionPlanId>();
        plan.case_file = file->id;
        plan.number = plans.newest_number + 1;
        plan.made_by = change.viewer.account;
        plan.made_on = change.today;
        std::vector<PlanStep> steps;
        if (input.keep_open_steps && plans.agreed)
            for (auto const& step : storage::plans::steps_of_plan(change.tx, plans.agreed->id))
                if (step.state == StepState::to_do) steps.push_back(taken_over(step, change.today));
        auto const complainant = only_complainant(change.tx, file->id);
        for (auto const& code : input.templates) {
            auto const* entry = templates.find(code, change.today);
            if (!entry) return refuse_field("template-unknown", "templates", "Select steps from the list");
            steps.push_back(from_template(*entry, *file, change, complainant));
        }

        storage::plans::insert(change.tx, plan);
        int position = 0;
        for (auto& step : steps) {
            step.id = change.new_id<PlanStepId>();
            step.plan = plan.id;
            step.case_file = file->id;
            step.position = ++position;
            storage::plans::insert(change.tx, step);
        }
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        change.record(file->id, domain::events::plan_made, plan.id.text(),
                      domain::events::Detail().set("number", plan.number).set("steps", steps.size()));
        return plan.id;
    });
}

}  // namespace doorstep::usecases::plans
