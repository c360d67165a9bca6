#include "usecases/orders/costs.h"

#include <charconv>
#include <optional>

#include "base/text.h"
#include "domain/orders/problems.h"
#include "usecases/orders/open_action.h"

namespace doorstep::usecases::orders {

using domain::access::Action;

namespace {

/// "£1,250", "12.50": whole pence; nothing for anything else.
std::optional<std::int64_t> pence_of(std::string_view typed) {
    std::string digits;
    auto rest = text::trim(typed);
    if (rest.starts_with("£")) rest.remove_prefix(std::string_view("£").size());
    int after_point = -1;
    for (char const c : rest) {
        if (c == ',' || c == ' ') continue;
        if (c == '.' && after_point < 0) {
            after_point = 0;
            continue;
        }
        if (c < '0' || c > '9' || after_point == 2) return std::nullopt;
        digits += c;
        if (after_point >= 0) ++after_point;
    }
    constexpr std::size_t most_digits = 12;
    if (digits.empty() || digits.size() > most_digits) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (after_point <= 0) return value * 100;
    return after_point == 1 ? value * 10 : value;
}

}  // namespace

std::string pounds_words(std::int64_t pence) {
    auto const rest = std::to_string(pence % 100);
    return "£" + text::thousands(pence / 100) + "." + (rest.size() == 1 ? "0" + rest : rest);
}

Expected<Done> add_cost(Context& context, AddCost const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_action_to_change(change, input.reference, input.action);
        if (!opened) return refuse(opened.error());
        domain::orders::ProblemList problems;
        problems.need("what", input.what, "Enter what it was for");
        auto const pence = pence_of(input.amount);
        if (!pence || *pence == 0)
            problems.add("amount", "Enter an amount in pounds, such as 1,250 or 12.50");
        if (input.on > change.today) problems.add("on", "Date must be today or in the past");
        if (auto checked = problems.result("cost-wrong"); !checked) return checked;
        storage::legal_actions::insert(
            change.tx, storage::legal_actions::Cost{.id = std::string(change.ids().next().text()),
                                                    .action = input.action,
                                                    .on = input.on,
                                                    .what = input.what,
                                                    .pence = *pence,
                                                    .recorded_by = change.viewer.account});
        change.record(opened->file.id, domain::events::costs_recorded, input.action.text(),
                      domain::events::Detail()
                          .set("legal_action", opened->kind->label)
                          .set("on", input.on)
                          .set("outcome", pounds_words(*pence))
                          .personal("what", input.what));
        return Done{};
    });
}

Expected<CostsView> view_costs(Context& context, std::string_view reference, std::string_view action) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto const id = LegalActionId::parse(action);
    if (!id)
        return refuse(RefusalKind::not_found, "action-not-found",
                      "There is no such legal action of this case");
    auto const found =
        open_action(context.read(), context.viewer, reference, *id, Action::see_protected_details);
    if (!found) return refuse(found.error());
    CostsView view;
    view.action = *id;
    view.label = found->kind->label;
    view.costs = storage::legal_actions::costs(context.read(), *id);
    for (auto const& cost : view.costs) view.total_pence += cost.pence;
    view.may_change = !opened->header.is_closed() && !found->named.action.is_over() &&
                      domain::access::may(context.viewer, Action::work_order);
    view.header = std::move(opened->header);
    return view;
}

}  // namespace doorstep::usecases::orders
