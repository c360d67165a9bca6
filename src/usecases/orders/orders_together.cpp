#include "usecases/orders/orders_together.h"

#include "base/text.h"
#include "documents/csv/field.h"
#include "domain/orders/legal_order.h"
#include "legal/legal_actions.h"
#include "usecases/orders/open_action.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::orders::OrderForm;
using domain::orders::Scope;

namespace {

constexpr int quarters_shown = 8;

OrdersTogether::Line line_of(storage::orders_together::Line made, Instant now) {
    OrdersTogether::Line line;
    auto const* kind = legal::find_legal_action(made.kind);
    auto const form = enum_from_name<OrderForm>(made.form);
    line.words = kind && form ? order_words(*kind, *form) : made.kind;
    if (auto const scope = enum_from_name<Scope>(made.scope))
        line.words += *scope == Scope::full ? ", full" : ", partial";
    line.term = date_words(london_date(made.from_at)) +
                (made.until_on ? " to " + date_words(*made.until_on) : ", until further order");
    domain::orders::LegalOrder order;
    order.from_at = made.from_at;
    order.until_at = made.until_at;
    order.ended_at = made.ended_at;
    line.in_force = order.is_in_force(now);
    line.made = std::move(made);
    return line;
}

}  // namespace

Expected<OrdersTogether> view_orders_together(Context& context, std::string_view quarter) {
    if (auto const allowed = context.require(Action::see_protected_details); !allowed)
        return refuse(allowed.error());
    OrdersTogether view;
    view.quarter = FinancialQuarter::parse(quarter).value_or(FinancialQuarter::containing(context.today));
    auto first = view.quarter;
    for (int n = 1; n < quarters_shown; ++n) first = first.previous();
    auto const period = view.quarter.period();
    auto lines = storage::orders_together::made_between(
        context.read(), first.period().from, period.until.plus_days(-1),
        storage::case_scope(context.viewer, Action::see_protected_details), orders_read_together + 1);
    view.is_cut_off = static_cast<int>(lines.size()) > orders_read_together;
    for (auto one = view.quarter;; one = one.previous()) {
        view.quarters.insert(view.quarters.begin(), {one, 0});
        if (one == first) break;
    }
    for (auto& made : lines) {
        for (auto& count : view.quarters)
            if (count.quarter.period().contains(made.made_on)) ++count.orders;
        if (!period.contains(made.made_on)) continue;
        if (view.groups.empty() || view.groups.back().block != made.block)
            view.groups.push_back({made.block, {}});
        view.groups.back().lines.push_back(line_of(std::move(made), context.now));
        ++view.total;
    }
    context.note_view("people", std::nullopt, "orders " + view.quarter.code());
    return view;
}

std::string orders_together_csv(OrdersTogether const& view) {
    using documents::csv::field;
    std::string csv = "quarter,block,place,order,made,term,in_force,case\r\n";
    for (auto const& group : view.groups)
        for (auto const& line : group.lines)
            csv += field(view.quarter.code()) + "," + field(group.block) + "," + field(line.made.place) +
                   "," + field(line.words) + "," + field(line.made.made_on.iso()) + "," + field(line.term) +
                   "," + (line.in_force ? "yes" : "no") + "," + field(line.made.case_reference) + "\r\n";
    return csv;
}

}  // namespace doorstep::usecases::orders
