#include "usecases/orders/order_deadlines.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "usecases/orders/conditions.h"
#include "usecases/orders/deadlines.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::cases::CaseFile;
using domain::orders::ActionKind;
using domain::orders::LegalOrder;
using domain::orders::OrderForm;

namespace {

NewDeadline deadline_for(LegalOrder const& order, std::string code, std::string words, Watched watched) {
    return {.action = order.action,
            .order = order.id,
            .code = std::move(code),
            .words = std::move(words),
            .due_on = {},
            .due_at = {},
            .target_on = {},
            .source = "",
            .watched = watched};
}

/// A landlord's own standard in days, counted from a day; nothing when there is none.
void set_own_deadline(Change& change, Settings const& settings, CaseFile const& file,
                      std::string_view standard, Date from, NewDeadline deadline) {
    auto const row = settings.standards().on(standard, from);
    if (!row) return;
    deadline.due_on = from.plus_days(row->value);
    deadline.source = "The landlord’s own standard: " + row->source;
    set_deadline(change, file, std::move(deadline));
}

}  // namespace

void set_expiry_deadlines(Change& change, Settings const& settings, CaseFile const& file,
                          ActionKind const& kind, LegalOrder const& order) {
    if (!order.until_on) return;
    auto const words = text::lower_ascii(order_words(kind, order.form));
    bool const is_notice = order.form == OrderForm::notice;
    auto expiry = deadline_for(order, "expiry",
                               is_notice ? "The " + words + " runs out"
                                         : "The " + words + " ends: carry out the plan, record its end",
                               is_notice ? Watched::by_officer : Watched::by_officer_and_manager);
    expiry.due_on = *order.until_on;
    expiry.due_at = order.until_at;
    expiry.source = "The last day of the order";
    set_deadline(change, file, std::move(expiry));
    if (order.form == OrderForm::notice) return;
    auto const warning = settings.standards().on(legal::standard_ids::order_expiry_warning, order.made_on);
    if (!warning) return;
    auto extension = deadline_for(order, "extension", "Decide whether to extend the " + words + ", and apply",
                                  Watched::by_officer_and_manager);
    extension.due_on = std::max(order.made_on, order.until_on->plus_days(-warning->value));
    extension.source = "The landlord’s own standard: " + warning->source +
                       ". The law asks for the application by " + date_words(*order.until_on);
    set_deadline(change, file, std::move(extension));
}

void set_order_deadlines(Change& change, Settings const& settings, OpenedAction const& opened,
                         LegalOrder const& order) {
    auto const& kind = *opened.kind;
    auto const& file = opened.file;
    set_expiry_deadlines(change, settings, file, kind, order);
    auto const made = legal::LawMoment::on(order.made_on);
    if (order.form == OrderForm::notice) {
        if (kind.code == "community-protection")
            set_law_deadline(
                change, settings, file, provisions::community_notice_appeal, made,
                deadline_for(order, "appeal", "Appeal against the notice is possible", Watched::by_nobody));
        return;
    }
    // The plan for its end is wanted from the first day (M-35).
    auto plan = deadline_for(order, "expiry-plan",
                             "Plan what happens when the " + text::lower_ascii(kind.order_word) + " ends",
                             Watched::by_officer);
    plan.due_on = change.today;
    plan.source = "The landlord’s own rule";
    set_deadline(change, file, std::move(plan));
    if (kind.code != "closure") return;
    meet_deadline(change, order.action, "hearing");
    meet_deadline(change, order.action, "adjournment");
    for (auto const& [other, planned] : storage::legal_orders::of_action(change.tx, order.action))
        if (other.form == OrderForm::notice) meet_deadline(change, order.action, "expiry", other.id);
    refresh_conditions(change, settings, file);
    set_law_deadline(
        change, settings, file, provisions::closure_appeal, made,
        deadline_for(order, "appeal", "Appeal against the closure order is possible", Watched::by_nobody));
    set_own_deadline(
        change, settings, file, legal::standard_ids::respite_check, order.made_on,
        deadline_for(order, "respite", "Ask the neighbours whether the closure helped", Watched::by_officer));
}

void set_service_deadlines(Change& change, Settings const& settings, OpenedAction const& opened,
                           LegalOrder const& order, domain::orders::Service const& service) {
    if (order.form != OrderForm::notice) return;
    auto const& file = opened.file;
    if (opened.kind->code == "closure") {
        auto hearing = deadline_for(order, "hearing", "Closure application must be heard",
                                    Watched::by_officer_and_manager);
        hearing.order.reset();
        set_law_deadline(change, settings, file, provisions::closure_hearing,
                         legal::LawMoment::at(service.served_at), std::move(hearing));
    }
    if (opened.kind->code == "possession") {
        set_law_deadline(
            change, settings, file, provisions::review_request, legal::LawMoment::at(service.served_at),
            deadline_for(order, "review-request", "Tenant may ask for a review", Watched::by_nobody));
        refresh_conditions(change, settings, file);
    }
}

void set_end_deadlines(Change& change, Settings const& settings, CaseFile const& file, ActionKind const& kind,
                       LegalOrder const& order) {
    for (auto const* code : {"expiry", "extension", "respite"})
        meet_deadline(change, order.action, code, order.id);
    if (kind.code != "closure" || order.form == OrderForm::notice || !order.ended_at) return;
    refresh_conditions(change, settings, file);
    auto const ended = legal::LawMoment::on(london_date(*order.ended_at));
    set_law_deadline(
        change, settings, file, provisions::closure_costs, ended,
        deadline_for(order, "costs", "Ask for the costs of securing the home", Watched::by_officer));
    set_law_deadline(
        change, settings, file, provisions::closure_compensation, ended,
        deadline_for(order, "compensation", "Others may ask for compensation", Watched::by_nobody));
    set_own_deadline(change, settings, file, legal::standard_ids::respite_check, ended.day,
                     deadline_for(order, "respite-after", "Ask the neighbours how it is after the closure",
                                  Watched::by_officer));
}

}  // namespace doorstep::usecases::orders
