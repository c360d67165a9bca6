#pragma once

#include "domain/orders/legal_order.h"
#include "usecases/context.h"
#include "usecases/orders/open_action.h"

/// Which days begin to run when an order is made, served, extended or ends.
namespace doorstep::usecases::orders {

void set_order_deadlines(Change& change, Settings const& settings, OpenedAction const& opened,
                         domain::orders::LegalOrder const& order);
void set_service_deadlines(Change& change, Settings const& settings, OpenedAction const& opened,
                           domain::orders::LegalOrder const& order, domain::orders::Service const& service);
/// Expiry, and the last day to apply for more, of an order with a last day.
void set_expiry_deadlines(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                          domain::orders::ActionKind const& kind, domain::orders::LegalOrder const& order);
/// It is over: what stood for it is met, and the clocks that start at its end run.
void set_end_deadlines(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                       domain::orders::ActionKind const& kind, domain::orders::LegalOrder const& order);

}  // namespace doorstep::usecases::orders
