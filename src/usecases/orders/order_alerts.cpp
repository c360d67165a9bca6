#include "usecases/orders/order_alerts.h"

#include "base/text.h"
#include "legal/legal_actions.h"
#include "usecases/orders/open_action.h"

namespace doorstep::usecases::orders {

std::optional<cases::CaseAlert> alert_of_orders(domain::cases::CaseFile const& file,
                                                storage::cases::OverviewFacts const& facts) {
    if (!facts.order) return std::nullopt;
    auto const& order = *facts.order;
    auto const* kind = legal::find_legal_action(order.kind);
    auto const form = enum_from_name<domain::orders::OrderForm>(order.form);
    if (!kind || !form) return std::nullopt;
    auto title = order_words(*kind, *form);
    if (auto const scope = enum_from_name<domain::orders::Scope>(order.scope))
        title += *scope == domain::orders::Scope::full ? ", full" : ", partial";
    std::string until = "In force until further order.";
    if (order.until_at && *form == domain::orders::OrderForm::notice)
        until = "In force until " + instant_words(*order.until_at) + ".";
    else if (order.until_on)
        until = "In force until " + date_words(*order.until_on) + ".";
    if (facts.orders_in_force > 1)
        until += " " + text::count_of(facts.orders_in_force - 1, "other is", "others are") + " in force too.";
    return cases::CaseAlert{.kind = cases::AlertKind::order_in_force,
                            .title = std::move(title),
                            .words = std::move(until),
                            .href = "/cases/" + file.reference + "/made/" + std::string(order.id.text())};
}

}  // namespace doorstep::usecases::orders
