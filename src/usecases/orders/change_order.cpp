#include "usecases/orders/change_order.h"

#include "domain/orders/problems.h"
#include "legal/standard_ids.h"
#include "storage/accounts.h"
#include "usecases/cases/open_case.h"
#include "usecases/cases/who_may.h"
#include "usecases/orders/deadlines.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/order_deadlines.h"
#include "usecases/orders/order_terms.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::orders::ExpiryPlan;
using domain::orders::OrderEnd;
using domain::orders::OrderExtension;

Expected<Done> extend_order(Context& context, ExtendOrder const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto& order = opened->order();
        OrderExtension const extension{.id = std::string(change.ids().next().text()),
                                       .order = order.id,
                                       .applied_on = input.applied_on,
                                       .made_on = input.made_on,
                                       .until_before = order.until_on.value_or(Date{}),
                                       .until_on = input.until_on,
                                       .court = input.court,
                                       .note = input.note};
        if (auto checked = domain::orders::check_extension(order, extension, change.today); !checked)
            return checked;
        auto const term = check_extended_term(settings, *opened->kind, order, input.until_on);
        if (!term) return refuse(term.error());
        order.until_on = input.until_on;
        order.until_at = london_midnight(input.until_on.plus_days(1));
        order.version = input.version;
        if (!storage::legal_orders::update(change.tx, order)) return refuse(cases::changed_meanwhile());
        storage::legal_orders::insert(change.tx, extension);
        storage::legal_actions::keep_rules(change.tx, order.action, order.id.text(),
                                           "extension-" + input.until_on.iso(), term->rules);
        set_expiry_deadlines(change, settings, opened->file, *opened->kind, order);
        change.record(opened->file.id, domain::events::order_extended, order.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, order.form))
                          .set("court", extension.court)
                          .set("on", extension.made_on)
                          .set("until", date_words(extension.until_on))
                          .personal("note", extension.note));
        return Done{};
    });
}

Expected<Done> end_order(Context& context, EndOrder const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto& order = opened->order();
        auto const at = input.end == OrderEnd::expired && order.until_at
                            ? *order.until_at
                            : london_instant(input.ended_on, input.ended_time.value_or(TimeOfDay{12, 0}));
        if (auto checked = domain::orders::check_end(order, input.end, at, input.note, change.now); !checked)
            return checked;
        order.end = input.end;
        order.ended_at = at;
        order.end_note = input.note;
        order.version = input.version;
        if (!storage::legal_orders::update(change.tx, order)) return refuse(cases::changed_meanwhile());
        set_end_deadlines(change, settings, opened->file, *opened->kind, order);
        change.record(opened->file.id, domain::events::order_ended, order.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, order.form))
                          .set("outcome", words_of(input.end))
                          .set("on", london_date(at))
                          .personal("note", input.note));
        return Done{};
    });
}

Expected<Done> set_expiry_plan(Context& context, SetExpiryPlan const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto& order = opened->order();
        ExpiryPlan const plan{.order = order.id,
                              .after_it = input.after_it,
                              .owner = input.owner,
                              .by = input.by,
                              .note = input.note};
        if (auto checked = domain::orders::check_expiry_plan(plan, order, change.today); !checked)
            return checked;
        bool known = false;
        for (auto const& account : cases::who_may(change.tx, opened->file, Action::work_case))
            known = known || account.id == plan.owner;
        if (!known) return refuse_field("owner-unknown", "owner", "Select somebody who can open this case");
        storage::legal_orders::put(change.tx, plan);
        meet_deadline(change, order.action, "expiry-plan", order.id);
        change.record(opened->file.id, domain::events::expiry_plan_changed, order.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, order.form))
                          .set("outcome", words_of(plan.after_it))
                          .set("due_on", plan.by)
                          .personal("note", plan.note));
        return Done{};
    });
}

Expected<Done> add_protected(Context& context, AddProtected const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        domain::orders::ProblemList problems;
        problems.need("name", input.name, "Enter the name");
        problems.limit("note", input.note);
        if (auto checked = problems.result("protected-wrong"); !checked) return checked;
        storage::legal_orders::insert(
            change.tx, storage::legal_orders::ProtectedPerson{.id = std::string(change.ids().next().text()),
                                                              .order = input.id,
                                                              .name = input.name,
                                                              .note = input.note});
        change.record(opened->file.id, domain::events::order_changed, input.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, opened->order().form))
                          .set("entry", "Somebody added whom the respondent may not contact")
                          .personal("name", input.name));
        return Done{};
    });
}

Expected<Done> remove_protected(Context& context, RemoveRow const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        if (!storage::legal_orders::remove_protected(change.tx, input.id, input.row))
            return refuse(RefusalKind::conflict, "row-gone", "They are not on the list any more");
        change.record(opened->file.id, domain::events::order_changed, input.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, opened->order().form))
                          .set("entry", "Somebody taken off the list of people protected"));
        return Done{};
    });
}

}  // namespace doorstep::usecases::orders
