#include "usecases/plans/save_step.h"

#include <algorithm>

#include "base/text.h"
#include "domain/plans/check_plan.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/open_plan.h"

namespace doorstep::usecases::plans {

using domain::access::Action;
using domain::cases::CaseFile;
using domain::plans::ActionPlan;
using domain::plans::OwnerKind;
using domain::plans::PlanStep;

namespace {

tl::unexpected<Refusal> changed_meanwhile() {
    return refuse(RefusalKind::conflict, "changed-meanwhile",
                  "Someone changed this step while you were working");
}

/// Only what belongs to this kind of owner is kept, whatever else the form carried.
void set_owner(PlanStep& step, SaveStep const& input) {
    step.owner_kind = input.owner_kind;
    step.owner_account.reset();
    step.owner_person.reset();
    step.owner_name.clear();
    switch (input.owner_kind) {
        case OwnerKind::officer:
            step.owner_account = input.owner_account;
            break;
        case OwnerKind::complainant:
        case OwnerKind::person_complained_about:
            step.owner_person = input.owner_person;
            break;
        case OwnerKind::partner:
        case OwnerKind::support_team:
            step.owner_name = std::string(text::trim(input.owner_name));
            break;
    }
}

Expected<Done> check_owner_is_here(storage::sql::Read& tx, CaseFile const& file, PlanStep const& step) {
    if (step.owner_account) {
        auto const account = storage::accounts::find(tx, *step.owner_account);
        if (!account || account->state != domain::accounts::State::active)
            return refuse_field("owner-unknown", "owner-account", "Select who will do it");
    }
    if (!step.owner_person) return Done{};
    auto const person = storage::people::find_case_person(tx, *step.owner_person);
    auto const side = step.owner_kind == OwnerKind::complainant ? domain::people::Side::reporting
                                                                : domain::people::Side::complained_about;
    if (!person || person->case_file != file.id || person->side != side)
        return refuse_field("owner-unknown",
                            step.owner_kind == OwnerKind::complainant ? "complainant" : "complained-about",
                            "Select who will do it");
    return Done{};
}

/// The plan's version moves with its steps, so that agreeing notices a step that was changed meanwhile.
Expected<Done> touch(Change& change, ActionPlan& plan) {
    if (storage::plans::update(change.tx, plan)) return Done{};
    return changed_meanwhile();
}

}  // namespace

Expected<PlanStepId> save_step(Context& context, SaveStep const& input) {
    return context.change([&](Change& change) -> Expected<PlanStepId> {
        auto const file = cases::open_case_to_change(change, input.reference, Action::agree_plan);
        if (!file) return refuse(file.error());
        ActionPlan plan;
        PlanStep step;
        if (input.id) {
            auto found = find_step(change.tx, file->id, *input.id);
            if (!found) return refuse(found.error());
            if (auto may = domain::plans::check_may_change(found->plan); !may) return refuse(may.error());
            if (found->step.version != input.version) return changed_meanwhile();
            plan = std::move(found->plan);
            step = std::move(found->step);
        } else {
            auto draft = find_draft(change.tx, file->id);
            if (!draft) return refuse(draft.error());
            plan = std::move(*draft);
            step.id = change.new_id<PlanStepId>();
            step.plan = plan.id;
            step.case_file = file->id;
            for (auto const& other : storage::plans::steps_of_plan(change.tx, plan.id))
                step.position = std::max(step.position, other.position);
            ++step.position;
        }
        auto const due_before = step.due_on;
        step.what = input.what;
        step.track = input.track;
        step.due_on = input.due_on;
        set_owner(step, input);
        if (auto checked = domain::plans::check_step(step, plan); !checked) return refuse(checked.error());
        if (auto checked = check_owner_is_here(change.tx, *file, step); !checked)
            return refuse(checked.error());

        domain::events::Detail detail;
        detail.personal("step", step.what).set("owner_kind", step.owner_kind);
        if (input.id) {
            if (!storage::plans::update(change.tx, step)) return changed_meanwhile();
            if (due_before != step.due_on)
                detail.change("due_on", due_before, step.due_on);
            else
                detail.set("due_on", step.due_on);
        } else {
            storage::plans::insert(change.tx, step);
            detail.set("due_on", step.due_on);
        }
        if (auto touched = touch(change, plan); !touched) return refuse(touched.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        change.record(file->id,
                      input.id ? domain::events::plan_step_changed : domain::events::plan_step_added,
                      step.id.text(), detail);
        return step.id;
    });
}

Expected<Done> remove_step(Context& context, std::string_view reference, PlanStepId id,
                           std::int64_t version) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file = cases::open_case_to_change(change, reference, Action::agree_plan);
        if (!file) return refuse(file.error());
        auto found = find_step(change.tx, file->id, id);
        if (!found) return refuse(found.error());
        if (auto may = domain::plans::check_may_change(found->plan); !may) return may;
        if (found->step.version != version || !storage::plans::remove(change.tx, found->step))
            return changed_meanwhile();
        if (auto touched = touch(change, found->plan); !touched) return touched;
        change.record(file->id, domain::events::plan_step_dropped, id.text(),
                      domain::events::Detail().personal("step", found->step.what).set("from_draft", true));
        return Done{};
    });
}

}  // namespace doorstep::usecases::plans
