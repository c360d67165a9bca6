#pragma once

#include <string_view>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/orders/legal_action.h"
#include "domain/orders/legal_order.h"
#include "storage/legal_actions.h"
#include "storage/legal_orders.h"
#include "usecases/context.h"

/// Finding a legal action or an order of a case, for every use-case of this folder.
namespace doorstep::usecases::orders {

struct OpenedAction {
    domain::cases::CaseFile file;
    storage::legal_actions::NamedAction named;
    domain::orders::ActionKind const* kind = nullptr;

    domain::orders::LegalAction& action() { return named.action; }
};
/// Refused: not an action of this case, a role that may not.
Expected<OpenedAction> open_action(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                   std::string_view reference, LegalActionId id,
                                   domain::access::Action action);
/// For changing: refused besides when the case is closed or the action is over. Whoever changes it worked on
/// the case.
Expected<OpenedAction> open_action_to_change(Change& change, std::string_view reference, LegalActionId id);

struct OpenedOrder {
    domain::cases::CaseFile file;
    storage::legal_orders::OrderInCase found;
    domain::orders::ActionKind const* kind = nullptr;

    domain::orders::LegalOrder& order() { return found.order; }
};
Expected<OpenedOrder> open_order(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                 std::string_view reference, LegalOrderId id, domain::access::Action action);
Expected<OpenedOrder> open_order_to_change(Change& change, std::string_view reference, LegalOrderId id);

/// "Closure order", "Closure notice", "Interim injunction".
std::string order_words(domain::orders::ActionKind const& kind, domain::orders::OrderForm form);

/// What of the file meets steps by itself.
domain::orders::ActionFacts facts_of(domain::orders::LegalAction const& action,
                                     std::vector<storage::legal_orders::OrderOfAction> const& orders,
                                     std::vector<domain::orders::Hearing> const& hearings,
                                     std::vector<domain::orders::Service> const& services);

/// Refused (unlawful, "gate-missing") while gates before what `met_by` stands for are not passed, with their
/// names.
Expected<Done> check_gates(storage::sql::Read& tx, OpenedAction& opened, domain::orders::MetBy met_by);

}  // namespace doorstep::usecases::orders
