#include "usecases/orders/open_action.h"

#include "base/text.h"
#include "legal/legal_actions.h"
#include "storage/cases.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::orders::ActionFacts;
using domain::orders::ActionKind;
using domain::orders::MetBy;
using domain::orders::OrderForm;
using domain::orders::ServedWhat;

namespace {

Refusal no_such_action() {
    return Refusal(RefusalKind::not_found, "action-not-found", "There is no such legal action of this case");
}
Refusal no_such_order() {
    return Refusal(RefusalKind::not_found, "order-not-found", "There is no such order of this case");
}

}  // namespace

Expected<OpenedAction> open_action(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                   std::string_view reference, LegalActionId id, Action action) {
    auto file = cases::open_case(tx, viewer, reference, action);
    if (!file) return refuse(file.error());
    auto named = storage::legal_actions::find(tx, id);
    if (!named || named->action.case_file != file->id) return refuse(no_such_action());
    auto const* kind = legal::find_legal_action(named->action.kind);
    if (!kind) return refuse(no_such_action());
    return OpenedAction{std::move(*file), std::move(*named), kind};
}

Expected<OpenedAction> open_action_to_change(Change& change, std::string_view reference, LegalActionId id) {
    auto opened = open_action(change.tx, change.viewer, reference, id, Action::work_order);
    if (!opened) return opened;
    if (opened->file.is_closed()) return refuse(cases::case_is_closed());
    if (opened->named.action.is_over())
        return refuse(RefusalKind::conflict, "action-over", "This legal action has ended");
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, opened->file.id, *change.viewer.account, change.now);
    return opened;
}

Expected<OpenedOrder> open_order(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                 std::string_view reference, LegalOrderId id, Action action) {
    auto file = cases::open_case(tx, viewer, reference, action);
    if (!file) return refuse(file.error());
    auto found = storage::legal_orders::find_in_case(tx, id);
    if (!found || found->order.case_file != file->id) return refuse(no_such_order());
    auto const* kind = legal::find_legal_action(found->kind);
    if (!kind) return refuse(no_such_order());
    return OpenedOrder{std::move(*file), std::move(*found), kind};
}

Expected<OpenedOrder> open_order_to_change(Change& change, std::string_view reference, LegalOrderId id) {
    auto opened = open_order(change.tx, change.viewer, reference, id, Action::work_order);
    if (!opened) return opened;
    if (opened->file.is_closed()) return refuse(cases::case_is_closed());
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, opened->file.id, *change.viewer.account, change.now);
    return opened;
}

std::string order_words(ActionKind const& kind, OrderForm form) {
    if (form == OrderForm::notice) return kind.notice_word;
    if (form == OrderForm::final) return kind.order_word;
    return "Interim " + text::lower_ascii(kind.order_word);
}

ActionFacts facts_of(domain::orders::LegalAction const& action,
                     std::vector<storage::legal_orders::OrderOfAction> const& orders,
                     std::vector<domain::orders::Hearing> const& hearings,
                     std::vector<domain::orders::Service> const& services) {
    ActionFacts facts;
    facts.decided = action.decided_at.has_value();
    facts.ended = action.is_over();
    for (auto const& [order, has_plan] : orders) {
        (order.form == OrderForm::notice ? facts.notice : facts.order) = true;
        if (order.form != OrderForm::notice && has_plan) facts.expiry_planned = true;
    }
    facts.hearing_listed = !hearings.empty();
    for (auto const& hearing : hearings)
        facts.hearing_over = facts.hearing_over || hearing.result.has_value();
    for (auto const& service : services) {
        if (service.what == ServedWhat::notice) facts.notice_served = true;
        if (service.what == ServedWhat::order) facts.order_served = true;
    }
    return facts;
}

Expected<Done> check_gates(storage::sql::Read& tx, OpenedAction& opened, MetBy met_by) {
    for (auto const& step : opened.kind->steps) {
        if (step.met_by != met_by) continue;
        auto const& action = opened.named.action;
        auto const standings =
            domain::orders::standing_of(*opened.kind, storage::legal_actions::steps(tx, action.id),
                                        facts_of(action, storage::legal_orders::of_action(tx, action.id),
                                                 storage::legal_actions::hearings(tx, action.id),
                                                 storage::legal_actions::services(tx, action.id)));
        auto const missing = domain::orders::gates_before(*opened.kind, standings, step.code);
        if (missing.empty()) return Done{};
        return refuse(RefusalKind::unlawful, "gate-missing",
                      "Before this can be recorded: " + text::join(missing, "; ") +
                          ". A manager can leave one out with a reason");
    }
    return Done{};
}

}  // namespace doorstep::usecases::orders
