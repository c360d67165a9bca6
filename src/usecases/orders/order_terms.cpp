#include "usecases/orders/order_terms.h"

#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::orders::ActionKind;
using domain::orders::LegalOrder;

namespace {

tl::unexpected<Refusal> unlawful_term(std::string message) {
    auto said = message;
    return refuse(Refusal(RefusalKind::unlawful, "term-unlawful", std::move(said))
                      .with_problem("until-on", std::move(message)));
}

Expected<LawfulTerm> ask_term(Settings const& settings, legal::TermQuestion const& question) {
    auto const answer = settings.law().term(question);
    if (!answer) return unlawful_term(answer.error().message());
    if (answer->lawful) return LawfulTerm{kept_rules(answer->rules)};
    auto message = answer->reason;
    if (answer->latest && message.find(date_words(*answer->latest)) == std::string::npos)
        message += ". The latest is " + date_words(*answer->latest);
    auto const source = source_words(answer->rules);
    if (!source.empty()) message += " (" + source + ")";
    return unlawful_term(std::move(message));
}

}  // namespace

Expected<LawfulTerm> check_term(Settings const& settings, ActionKind const& kind, LegalOrder const& order) {
    if (kind.term.empty()) return LawfulTerm{};
    return ask_term(settings, {.kind = kind.term,
                               .made = order.made_on,
                               .until = order.until_on,
                               .previous_until = {},
                               .age = order.age});
}

Expected<LawfulTerm> check_extended_term(Settings const& settings, ActionKind const& kind,
                                         LegalOrder const& order, Date until) {
    if (kind.extension_term.empty()) return LawfulTerm{};
    return ask_term(settings, {.kind = kind.extension_term,
                               .made = order.made_on,
                               .until = until,
                               .previous_until = order.until_on,
                               .age = order.age});
}

Expected<LawfulTerm> check_notice_term(Settings const& settings, LegalOrder const& order) {
    auto const id = order.senior ? provisions::closure_notice_senior : provisions::closure_notice_standard;
    auto const period = law_period(settings, id, legal::LawMoment::at(order.from_at));
    if (!period) return unlawful_term("No law allowed a closure notice on " + date_words(order.made_on));
    auto const latest = period->due_at ? *period->due_at : london_midnight(period->due_on.plus_days(1));
    if (!order.until_at || *order.until_at > latest)
        return unlawful_term(std::string("A closure notice") +
                             (order.senior ? "" : " of an inspector or a council officer") +
                             " may run until " + instant_words(latest) + " at most (" + period->source + ")");
    return LawfulTerm{period->rules};
}

}  // namespace doorstep::usecases::orders
