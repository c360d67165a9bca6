#include "usecases/orders/breaches.h"

#include "storage/incidents.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/conditions.h"
#include "usecases/orders/open_action.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::orders::BreachOutcome;
using domain::orders::OrderBreach;
using domain::orders::OrderClause;

Expected<OrderBreachId> record_breach(Context& context, RecordBreach const& input) {
    return context.change([&](Change& change) -> Expected<OrderBreachId> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto const& order = opened->order();
        OrderBreach breach;
        breach.id = change.new_id<OrderBreachId>();
        breach.order = order.id;
        breach.clause = OrderClauseId::parse(input.clause);
        breach.incident = IncidentId::parse(input.incident);
        breach.happened_at =
            london_instant(input.happened_on, input.happened_time.value_or(TimeOfDay{12, 0}));
        if (!input.happened_time && breach.happened_at > change.now && input.happened_on == change.today)
            breach.happened_at = change.now;
        breach.what = input.what;
        breach.evidence = input.evidence;
        breach.crime_reference = input.crime_reference;
        breach.police_told_on = input.police_told_on;
        breach.recorded_by = change.viewer.account;
        breach.recorded_at = change.now;
        auto const clauses = storage::legal_orders::clauses(change.tx, order.id);
        OrderClause const* clause = nullptr;
        for (auto const& one : clauses)
            if (breach.clause == one.id) clause = &one;
        if (!input.clause.empty() && !clause)
            return refuse_field("clause-unknown", "clause", "Select a clause of this order");
        if (auto checked = domain::orders::check_breach(breach, order, clause, change.now); !checked)
            return refuse(checked.error());
        if (breach.incident && !storage::incidents::find(change.tx, opened->file.id, *breach.incident))
            return refuse_field("incident-unknown", "incident", "Select an incident of this case");
        storage::legal_orders::insert(change.tx, breach);
        domain::events::Detail detail;
        detail.set("order", order_words(*opened->kind, order.form))
            .set("happened_on", london_date(breach.happened_at));
        if (clause) detail.set("clause", clause->position);
        if (!breach.crime_reference.empty()) detail.set("crime_reference", breach.crime_reference);
        change.record(opened->file.id, domain::events::order_breached, breach.id.text(),
                      detail.personal("what", breach.what));
        return breach.id;
    });
}

Expected<Done> record_breach_outcome(Context& context, RecordBreachOutcome const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto breach = storage::legal_orders::find_breach(change.tx, input.breach);
        if (!breach || breach->order != input.id)
            return refuse(RefusalKind::not_found, "breach-not-found", "There is no such breach");
        if (auto checked = domain::orders::check_breach_outcome(*breach, input.outcome, input.outcome_on,
                                                                input.note, change.today);
            !checked)
            return checked;
        auto const happened_on = london_date(breach->happened_at);
        for (auto const& [field, day] :
             {std::pair("arrested-on", input.arrested_on), std::pair("committal-on", input.committal_on)}) {
            if (!day) continue;
            if (*day < happened_on)
                return refuse_field(
                    "breach-date", field,
                    "Date must be the same as or after " + date_words(happened_on) + ", when it happened");
            if (*day > change.today)
                return refuse_field("breach-date", field, "Date must be today or in the past");
        }
        breach->arrested_at =
            input.arrested_on ? std::optional(london_midnight(*input.arrested_on)) : std::nullopt;
        breach->committal_on = input.committal_on;
        breach->outcome = input.outcome;
        breach->outcome_on = input.outcome_on;
        breach->outcome_note = input.note;
        breach->version = input.version;
        if (!storage::legal_orders::update(change.tx, *breach)) return refuse(cases::changed_meanwhile());
        refresh_conditions(change, settings, opened->file);
        change.record(opened->file.id, domain::events::order_breach_outcome, breach->id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, opened->order().form))
                          .set("outcome", words_of(input.outcome))
                          .set("on", input.outcome_on)
                          .personal("note", input.note));
        return Done{};
    });
}

}  // namespace doorstep::usecases::orders
