#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "usecases/cases/open_case.h"
#include "usecases/plans/open_plan.h"
#include "usecases/plans/plan_people.h"
#include "usecases/plans/view_plan.h"
#include "usecases/settings.h"

namespace doorstep::usecases::plans {

using domain::access::Action;
using domain::access::Role;
using domain::cases::CaseFile;
using domain::people::Side;
using domain::plans::OwnerKind;
using domain::plans::StepState;

namespace {

Expected<CaseFile> open_to_plan(Context& context, std::string_view reference, Action action) {
    auto file = cases::open_case(context.read(), context.viewer, reference, action);
    if (!file) return file;
    if (file->is_closed())
        return refuse(RefusalKind::closed, "case-closed",
                      "This case is closed. Reopen it, or start a new report");
    return file;
}

/// Whether the template is offered for cases of this kind.
bool suits(legal::ListEntry const& entry, std::string_view category) {
    for (auto const named : text::split(entry.detail("categories"), ' '))
        if (named == "any" || named == category) return true;
    return false;
}

std::vector<OfficerChoice> officers(storage::sql::Read& tx) {
    std::vector<OfficerChoice> choices;
    for (auto const& account : storage::accounts::list(tx, false))
        if (account.roles.has(Role::asb_officer) || account.roles.has(Role::housing_officer) ||
            account.roles.has(Role::asb_manager))
            choices.push_back(
                {account.id, account.name + (account.job_title.empty() ? "" : ", " + account.job_title)});
    return choices;
}

PlanWithSteps with_steps(storage::sql::Read& tx, domain::plans::ActionPlan plan) {
    PlanWithSteps result{.plan = std::move(plan), .made_by = "", .agreed_with = "", .steps = {}};
    for (auto const& step : storage::plans::steps_of_case(tx, result.plan.case_file))
        if (step.step.plan == result.plan.id) result.steps.push_back({step.step, whose_words(step)});
    return result;
}

}  // namespace

Expected<NewPlanForm> view_new_plan(Context& context, std::string_view reference) {
    auto const file = open_to_plan(context, reference, Action::agree_plan);
    if (!file) return refuse(file.error());
    NewPlanForm form;
    form.reference = file->reference;
    for (auto const* entry : context.settings().list("plan-templates").in_use(context.today)) {
        if (!suits(*entry, file->category)) continue;
        auto const owner = enum_from_name<OwnerKind>(entry->detail("owner")).value_or(OwnerKind::officer);
        form.templates.push_back({.code = entry->code,
                                  .words = entry->label,
                                  .hint = std::string(words_of(owner)) + ", within " +
                                          std::string(entry->detail("days")) + " days"});
    }
    auto const plans = plans_of(context.read(), file->id);
    form.has_draft = plans.draft.has_value();
    if (plans.agreed)
        for (auto const& step : storage::plans::steps_of_plan(context.read(), plans.agreed->id))
            if (step.state == StepState::to_do) ++form.open_steps;
    return form;
}

Expected<StepForm> view_step_form(Context& context, std::string_view reference,
                                  std::optional<PlanStepId> id) {
    auto const file = open_to_plan(context, reference, id ? Action::work_case : Action::agree_plan);
    if (!file) return refuse(file.error());
    auto& tx = context.read();
    StepForm form;
    form.reference = file->reference;
    form.owner = file->owner;
    form.may_plan = domain::access::may(context.viewer, Action::agree_plan);
    if (id) {
        auto found = find_step(tx, file->id, *id);
        if (!found) return refuse(found.error());
        form.step = std::move(found->step);
        form.plan = std::move(found->plan);
        for (auto const& named : storage::plans::steps_of_case(tx, file->id))
            if (named.step.id == *id) form.whose = whose_words(named);
    } else {
        auto draft = find_draft(tx, file->id);
        if (!draft) return refuse(draft.error());
        form.plan = std::move(*draft);
    }
    auto const people = storage::people::people_of_case(tx, file->id);
    form.complainants = choices_of(people, Side::reporting);
    form.complained_about = choices_of(people, Side::complained_about);
    form.officers = officers(tx);
    context.note_view("people", file->id, file->id.text());
    return form;
}

Expected<AgreementForm> view_agreement(Context& context, std::string_view reference) {
    auto const file = open_to_plan(context, reference, Action::agree_plan);
    if (!file) return refuse(file.error());
    auto& tx = context.read();
    auto draft = find_draft(tx, file->id);
    if (!draft) return refuse(draft.error());
    AgreementForm form{
        .reference = file->reference, .draft = with_steps(tx, std::move(*draft)), .complainants = {}};
    form.complainants = choices_of(storage::people::people_of_case(tx, file->id), Side::reporting);
    context.note_view("people", file->id, file->id.text());
    return form;
}

}  // namespace doorstep::usecases::plans
