#include "domain/orders/legal_order.h"

#include "domain/orders/problems.h"

namespace doorstep::domain::orders {
namespace {

bool overlap(LegalOrder const& a, LegalOrder const& b) {
    auto const a_stops = a.stops_at();
    auto const b_stops = b.stops_at();
    return (!b_stops || a.from_at < *b_stops) && (!a_stops || b.from_at < *a_stops);
}

}  // namespace

Expected<Done> check_order(LegalOrder const& order, ActionKind const& kind, Date raised_on, Instant now,
                           std::vector<LegalOrder> const& others) {
    ProblemList problems;
    auto const notice = order.form == OrderForm::notice;
    if (!kind.makes(order.form)) problems.add("form", "This kind of action makes no such order");
    problems.need("court", order.court, notice ? "Enter who issued it" : "Enter the court");
    if (kind.full_or_partial && !notice && !order.scope)
        problems.add("scope", "Select whether it is full or partial");
    if (order.from_at > now)
        problems.add("made-on", "Date and time must be now or in the past");
    else if (order.made_on < raised_on)
        problems.add("made-on", "Date must be the same as or after " + date_words(raised_on) +
                                    ", when the issue was raised");
    if (order.until_at && *order.until_at <= order.from_at)
        problems.add("until-on", "It must end after " + instant_words(order.from_at) + ", when it was made");
    problems.limit("note", order.note);
    for (auto const& other : others)
        if (other.id != order.id && other.form == order.form && overlap(order, other)) {
            problems.add("made-on", "Another one, made on " + date_words(other.made_on) +
                                        ", is in force then. End it, or extend it, first");
            break;
        }
    return problems.result("order-wrong");
}

Expected<Done> check_extension(LegalOrder const& order, OrderExtension const& extension, Date today) {
    ProblemList problems;
    problems.need("court", extension.court, "Enter the court");
    problems.limit("note", extension.note);
    if (!order.until_on) {
        problems.add("until-on", "This order has no last day, so there is nothing to extend");
        return problems.result("extension-wrong");
    }
    if (order.end) problems.add("applied-on", "This order has ended: it cannot be extended");
    if (extension.made_on > today) problems.add("made-on", "Date must be today or in the past");
    if (extension.applied_on > extension.made_on)
        problems.add("applied-on", "It must be applied for before it is made, on or before " +
                                       date_words(extension.made_on));
    if (extension.applied_on > *order.until_on)
        problems.add("applied-on", "It must be applied for before the order runs out, by " +
                                       date_words(*order.until_on) +
                                       " (Anti-social Behaviour, Crime and Policing Act 2014, section 82)");
    if (extension.applied_on < order.made_on)
        problems.add("applied-on", "Date must be the same as or after " + date_words(order.made_on) +
                                       ", when the order was made");
    if (extension.until_on <= *order.until_on)
        problems.add("until-on", "It must end after " + date_words(*order.until_on) +
                                     ", when the order would have ended");
    return problems.result("extension-wrong");
}

Expected<Done> check_end(LegalOrder const& order, OrderEnd end, Instant at, std::string const& note,
                         Instant now) {
    if (order.end) return refuse(RefusalKind::conflict, "order-over", "The end of this order is recorded");
    ProblemList problems;
    if (at > now)
        problems.add("ended-on", end == OrderEnd::expired && order.until_at
                                     ? "It runs until " + instant_words(*order.until_at)
                                     : "Date and time must be now or in the past");
    else if (at < order.from_at)
        problems.add("ended-on",
                     "Date must be the same as or after " + date_words(order.made_on) + ", when it was made");
    if (end == OrderEnd::expired && !order.until_at)
        problems.add("end", "It has no last day, so it cannot run out");
    if (end == OrderEnd::cancelled && order.form != OrderForm::notice)
        problems.add("end", "Only a notice is cancelled; an order is discharged by the court");
    problems.limit("note", note);
    return problems.result("order-end-wrong");
}

Expected<Done> check_clause(OrderClause const& clause, LegalOrder const& order) {
    ProblemList problems;
    // (1)
    problems.need("words", clause.words, "Enter the words of the clause");
    // (2)
    if (clause.from_on < order.made_on)
        problems.add("from-on", "Date must be the same as or after " + date_words(order.made_on) +
                                    ", when the order was made");
    if (clause.until_on) {
        if (*clause.until_on < clause.from_on)
            problems.add("until-on",
                         "It must end on or after " + date_words(clause.from_on) + ", when it begins");
        else if (order.until_on && *clause.until_on > *order.until_on)
            problems.add("until-on",
                         "It must end on or before " + date_words(*order.until_on) + ", when the order ends");
    }
    if (order.until_on && clause.from_on > *order.until_on)
        problems.add("from-on",
                     "It must begin on or before " + date_words(*order.until_on) + ", when the order ends");
    // (3)
    if (clause.kind == ClauseKind::requirement)
        problems.need(
            "supervisor", clause.supervisor,
            "Enter who supervises it (Anti-social Behaviour, Crime and Policing Act 2014, section 3)");
    if (clause.participation && clause.kind != ClauseKind::requirement)
        problems.add("participation", "Only a requirement can be to take part in something");
    // (4)
    if (clause.power_of_arrest) {
        if (clause.participation)
            problems.add("power-of-arrest",
                         "A requirement to take part in something can have no power of arrest (Anti-social "
                         "Behaviour, Crime and Policing Act 2014, section 4)");
        if (!clause.arrest_ground)
            problems.add("arrest-ground", "Select on what ground the court attached it");
        auto const last = clause.until_on ? clause.until_on : order.until_on;
        if (clause.arrest_until) {
            if (last && *clause.arrest_until > *last)
                problems.add("arrest-until",
                             "It must end on or before " + date_words(*last) + ", when the clause ends");
            else if (*clause.arrest_until < clause.from_on)
                problems.add("arrest-until", "It must end on or after " + date_words(clause.from_on) +
                                                 ", when the clause begins");
        }
    }
    // (5)
    if (clause.participation && order.form == OrderForm::interim && order.without_notice)
        problems.add("participation",
                     "An interim order made without notice cannot ask anybody to take part in something "
                     "(Anti-social Behaviour, Crime and Policing Act 2014, section 7)");
    return problems.result("clause-wrong");
}

Expected<Done> check_breach(OrderBreach const& breach, LegalOrder const& order, OrderClause const* clause,
                            Instant now) {
    ProblemList problems;
    problems.need("what", breach.what, "Enter what happened");
    problems.limit("evidence", breach.evidence);
    problems.limit("crime-reference", breach.crime_reference);
    if (breach.happened_at > now)
        problems.add("happened-on", "Date and time must be now or in the past");
    else if (!order.is_in_force(breach.happened_at))
        problems.add("happened-on", "The order was not in force then");
    else if (clause && !clause->is_live(london_date(breach.happened_at)))
        problems.add("clause", "That clause was not in force then");
    auto const happened_on = london_date(breach.happened_at);
    if (breach.police_told_on) {
        if (*breach.police_told_on > london_date(now))
            problems.add("police-told-on", "Date must be today or in the past");
        else if (*breach.police_told_on < happened_on)
            problems.add("police-told-on", "Date must be the same as or after " + date_words(happened_on) +
                                               ", when it happened");
    }
    return problems.result("breach-wrong");
}

Expected<Done> check_breach_outcome(OrderBreach const& breach, BreachOutcome, Date on,
                                    std::string const& note, Date today) {
    if (breach.outcome)
        return refuse(RefusalKind::conflict, "outcome-known",
                      "Somebody wrote down what came of this already");
    ProblemList problems;
    if (on > today)
        problems.add("outcome-on", "Date must be today or in the past");
    else if (on < london_date(breach.happened_at))
        problems.add("outcome-on", "Date must be the same as or after " +
                                       date_words(london_date(breach.happened_at)) + ", when it happened");
    problems.limit("outcome-note", note);
    return problems.result("outcome-wrong");
}

Expected<Done> check_expiry_plan(ExpiryPlan const& plan, LegalOrder const& order, Date today) {
    ProblemList problems;
    problems.need("note", plan.note, "Enter what is planned");
    if (plan.by < today && !order.end) problems.add("by", "Date must be today or in the future");
    if (plan.by < order.made_on)
        problems.add("by", "Date must be the same as or after " + date_words(order.made_on) +
                               ", when the order was made");
    return problems.result("plan-wrong");
}

}  // namespace doorstep::domain::orders
