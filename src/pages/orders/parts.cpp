#include "pages/orders/parts.h"

#include "pages/work/work_links.h"

namespace doorstep::pages::orders {

using domain::orders::LegalDeadline;
using domain::orders::LegalOrder;
using domain::orders::OrderForm;

std::string orders_address(std::string_view reference) { return cases::case_address(reference) + "/orders"; }

std::string action_address(std::string_view reference, LegalActionId action) {
    return orders_address(reference) + "/" + std::string(action.text());
}

std::string order_address(std::string_view reference, LegalOrderId order) {
    return cases::case_address(reference) + "/made/" + std::string(order.text());
}

govuk::Tag order_tag(LegalOrder const& order, Instant now) {
    if (order.is_in_force(now)) return {.text = "In force", .classes = "govuk-tag--blue"};
    if (order.from_at > now) return {.text = "Not in force yet", .classes = "govuk-tag--grey"};
    return {.text = "Ended", .classes = "govuk-tag--grey"};
}

std::string term_words(LegalOrder const& order) {
    auto words = "From " +
                 (order.form == OrderForm::notice ? instant_words(order.from_at) : date_words(order.made_on));
    if (order.until_at)
        words += " until " + (order.form == OrderForm::notice ? instant_words(*order.until_at)
                                                              : "the end of " + date_words(*order.until_on));
    else
        words += " until further order";
    return words;
}

std::string deadline_words(LegalDeadline const& deadline, Date today) {
    if (deadline.met_on) return "Done " + date_words(*deadline.met_on);
    if (deadline.is_window())
        return (deadline.due_on < today ? "Ended " : "Until ") + date_words(deadline.due_on);
    auto words = work::due_words(deadline.due_on, today);
    if (deadline.due_at) words += ", at " + london_time(*deadline.due_at).words();
    if (!words.empty() && words.front() == 'b') words.front() = 'B';
    return words;
}

}  // namespace doorstep::pages::orders
