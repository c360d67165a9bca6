#include "usecases/orders/record_order.h"

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/interventions.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/deadlines.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/order_deadlines.h"
#include "usecases/orders/order_terms.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::orders::EntryPermission;
using domain::orders::LegalOrder;
using domain::orders::MetBy;
using domain::orders::OrderForm;
using domain::orders::Scope;
using domain::orders::ServedWhat;

namespace {

LegalOrder order_of(Change& change, OpenedAction const& opened, RecordOrder const& input) {
    auto const& kind = *opened.kind;
    bool const notice = input.form == OrderForm::notice;
    LegalOrder order;
    order.id = change.new_id<LegalOrderId>();
    order.action = opened.named.action.id;
    order.case_file = opened.file.id;
    order.form = input.form;
    if (kind.full_or_partial && !notice) order.scope = input.scope;
    order.court = input.court;
    order.senior = notice && input.senior;
    order.made_on = input.made_on;
    order.from_at = london_instant(input.made_on, input.made_time.value_or(TimeOfDay{0, 0}));
    order.until_on = input.until_on;
    if (input.until_on)
        order.until_at = notice && input.until_time ? london_instant(*input.until_on, *input.until_time)
                                                    : london_midnight(input.until_on->plus_days(1));
    order.first_until_on = order.until_on;
    order.age = input.age;
    order.without_notice = input.without_notice;
    order.note = input.note;
    order.recorded_by = change.viewer.account;
    order.recorded_at = change.now;
    return order;
}

/// The landlord's list for an order of this kind, to be edited to the order as made (M-24).
void list_who_may_enter(Change& change, Settings const& settings, LegalOrder const& order) {
    std::string_view const asked = order.form == OrderForm::notice ? "notice" : "partial";
    if (order.form != OrderForm::notice && order.scope != Scope::partial) return;
    int position = 0;
    for (auto const* role : settings.list("entry-roles").in_use(order.made_on)) {
        if (role->detail(asked) != "true") continue;
        storage::legal_orders::insert(
            change.tx,
            EntryPermission{.id = std::string(change.ids().next().text()),
                            .order = order.id,
                            .position = ++position,
                            .role = role->code,
                            .name = "",
                            .reason = order.form == OrderForm::notice ? "Not shut out by a notice" : "",
                            .from_on = {},
                            .until_on = {},
                            .from_time = {},
                            .until_time = {}});
    }
}

/// The step of the catalogue that figures count, unless somebody wrote it down already. An interim order is
/// no step of its own: the order follows.
void count_as_step(Change& change, Settings const& settings, domain::orders::ActionKind const& kind,
                   LegalOrder const& order) {
    auto const& code = order.form == OrderForm::notice ? kind.notice_counts_as : kind.order_counts_as;
    if (code.empty() || order.form == OrderForm::interim) return;
    auto const* entry = settings.list("interventions").find(code, order.made_on);
    if (!entry || storage::interventions::is_recorded(change.tx, order.case_file, code, order.made_on))
        return;
    domain::interventions::Intervention step;
    step.id = change.new_id<InterventionId>();
    step.case_file = order.case_file;
    step.code = code;
    step.legal = entry->detail("legal") == "true";
    step.track = domain::interventions::Track::enforcement;
    step.used_on = order.made_on;
    step.used_by = order.recorded_by;
    step.content = order_words(kind, order.form) + (order.court.empty() ? "" : ": " + order.court);
    step.recorded_at = change.now;
    storage::interventions::insert(change.tx, step);
}

}  // namespace

Expected<LegalOrderId> record_order(Context& context, RecordOrder const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<LegalOrderId> {
        auto opened = open_action_to_change(change, input.reference, input.action);
        if (!opened) return refuse(opened.error());
        auto const& kind = *opened->kind;
        auto const met_by = input.form == OrderForm::notice ? MetBy::notice : MetBy::order;
        if (auto passed = check_gates(change.tx, *opened, met_by); !passed) return refuse(passed.error());
        auto const order = order_of(change, *opened, input);
        std::vector<LegalOrder> others;
        for (auto& [other, planned] : storage::legal_orders::of_action(change.tx, input.action))
            others.push_back(std::move(other));
        if (auto checked =
                domain::orders::check_order(order, kind, opened->file.raised_on, change.now, others);
            !checked)
            return refuse(checked.error());
        bool const closure_notice = kind.full_or_partial && order.form == OrderForm::notice;
        auto const term = closure_notice                    ? check_notice_term(settings, order)
                          : order.form == OrderForm::notice ? Expected<LawfulTerm>(LawfulTerm{})
                                                            : check_term(settings, kind, order);
        if (!term) return refuse(term.error());

        storage::legal_orders::insert(change.tx, order);
        storage::legal_actions::keep_rules(change.tx, input.action, order.id.text(), "term", term->rules);
        if (kind.full_or_partial) list_who_may_enter(change, settings, order);
        set_order_deadlines(change, settings, *opened, order);
        count_as_step(change, settings, kind, order);
        domain::events::Detail detail;
        auto words = order_words(kind, order.form);
        if (order.scope) words += order.scope == Scope::full ? ", full" : ", partial";
        detail.set("order", words).set("court", order.court).set("on", order.made_on);
        if (order.until_at)
            detail.set("until",
                       closure_notice ? instant_words(*order.until_at) : date_words(*order.until_on));
        change.record(opened->file.id, domain::events::order_made, order.id.text(),
                      detail.personal("note", order.note));
        return order.id;
    });
}

Expected<Done> record_service(Context& context, RecordService const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_action_to_change(change, input.reference, input.action);
        if (!opened) return refuse(opened.error());
        domain::orders::Service const service{
            .id = change.new_id<LegalServiceId>(),
            .action = input.action,
            .order = LegalOrderId::parse(input.order),
            .what = input.what,
            .how = input.how,
            .served_at = london_instant(input.served_on, input.served_time.value_or(TimeOfDay{12, 0})),
            .on_whom = input.on_whom,
            .where = input.where,
            .by_whom = input.by_whom,
            .proof = input.proof,
            .recorded_by = change.viewer.account,
            .recorded_at = change.now};
        std::optional<LegalOrder> served;
        auto const wanted = input.what == ServedWhat::notice;
        for (auto& [order, planned] : storage::legal_orders::of_action(change.tx, input.action)) {
            if (service.order ? order.id != *service.order
                              : (order.form == OrderForm::notice) != wanted ||
                                    (input.what != ServedWhat::notice && input.what != ServedWhat::order))
                continue;
            served = std::move(order);
        }
        if ((input.what == ServedWhat::notice || input.what == ServedWhat::order) && !served)
            return refuse_field("nothing-to-serve", "what",
                                "Record the notice or order first: it cannot be served before it is made");
        auto const made_at = served ? std::optional(served->from_at) : std::nullopt;
        if (auto checked = domain::orders::check_service(service, made_at, change.now); !checked)
            return refuse(checked.error());
        auto kept = service;
        if (served) kept.order = served->id;
        storage::legal_actions::insert(change.tx, kept);
        if (served) set_service_deadlines(change, settings, *opened, *served, kept);
        change.record(opened->file.id, domain::events::legal_service_recorded, kept.id.text(),
                      domain::events::Detail()
                          .set("legal_action", opened->kind->label)
                          .set("order", served ? order_words(*opened->kind, served->form)
                                               : std::string(words_of(kept.what)))
                          .set("entry", words_of(kept.how))
                          .set("hearing", instant_words(kept.served_at))
                          .personal("name", kept.on_whom)
                          .personal("note", kept.proof));
        return Done{};
    });
}

}  // namespace doorstep::usecases::orders
