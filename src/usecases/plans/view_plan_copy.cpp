#include <algorithm>

#include "domain/wording/merge.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "usecases/cases/open_case.h"
#include "usecases/letters/site_fields.h"
#include "usecases/messages/recipient.h"
#include "usecases/outbound/facts.h"
#include "usecases/plans/open_plan.h"
#include "usecases/plans/plan_people.h"
#include "usecases/plans/view_plan.h"
#include "usecases/settings.h"

namespace doorstep::usecases::plans {

using domain::access::Action;
using domain::people::Side;

Expected<PlanCopyView> view_plan_copy(Context& context, std::string_view reference,
                                      std::optional<CasePersonId> reader) {
    auto& tx = context.read();
    auto const file = cases::open_case(tx, context.viewer, reference, Action::see_protected_details);
    if (!file) return refuse(file.error());
    auto plans = plans_of(tx, file->id);
    if (!plans.agreed)
        return refuse(RefusalKind::conflict, "plan-not-agreed",
                      "There is no agreed plan to give a copy of yet");

    PlanCopyView view;
    view.reference = file->reference;
    view.plan = std::move(*plans.agreed);
    auto const people = storage::people::people_of_case(tx, file->id);
    view.readers = choices_of(people, Side::reporting);
    auto const wanted = reader ? reader : view.plan.agreed_with;
    auto const found = std::find_if(people.begin(), people.end(),
                                    [&](auto const& entry) { return entry.part.id == wanted; });
    if (found == people.end() || found->part.part != domain::people::Part::complainant)
        return refuse(RefusalKind::not_found, "reader-not-found",
                      "A copy is for somebody who reported what this case is about");
    view.reader = found->part.id;
    view.reader_name = name_of(*found);
    auto const& safe = found->safe_contact;
    if (safe && !safe->name_to_use.empty()) view.reader_name = safe->name_to_use;

    auto const steps = storage::plans::steps_of_plan(tx, view.plan.id);
    auto const& settings = context.settings();
    view.copy = domain::plans::copy_for(
        steps, view.reader,
        outbound::facts_for_person(tx, settings, *file, messages::recipient_on_case(tx, *found)));

    auto const& wording = settings.wording("action-plan", safe ? safe->language : "en", context.today);
    view.language = wording.language;
    view.subject = wording.subject;
    auto const owner = storage::cases::labels(tx, file->id).owner_name;
    auto merged =
        domain::wording::merge(wording.body,
                               letters::site_fields(settings.site())
                                   .set("reference", file->reference)
                                   .set("agreed-on", letters::day_in(wording.language, *view.plan.agreed_on))
                                   .set("officer", owner.empty() ? settings.site().team_name : owner)
                                   .set_about(Side::reporting, "name", view.reader_name)
                                   .leave("steps"),
                               Side::reporting, domain::wording::As::markdown);
    if (!merged) return refuse(merged.error());
    view.letter = std::move(*merged);
    view.may_plan = !file->is_closed() && domain::access::may(context.viewer, Action::agree_plan);
    context.note_view("people", file->id, view.plan.id.text());
    return view;
}

}  // namespace doorstep::usecases::plans
