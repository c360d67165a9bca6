#pragma once

#include "domain/orders/legal_order.h"
#include "usecases/orders/law_answers.h"

/// Is this term lawful? Asked of the law by the day the order was made.
namespace doorstep::usecases::orders {

struct LawfulTerm {
    std::vector<storage::legal_actions::RuleUsed> rules;
};
/// Refused (unlawful, "term-unlawful") on the field "until-on" with the reason, the latest lawful day and the
/// source.
Expected<LawfulTerm> check_term(Settings const& settings, domain::orders::ActionKind const& kind,
                                domain::orders::LegalOrder const& order);
Expected<LawfulTerm> check_extended_term(Settings const& settings, domain::orders::ActionKind const& kind,
                                         domain::orders::LegalOrder const& order, Date until);
/// Of a closure notice, which runs for hours.
Expected<LawfulTerm> check_notice_term(Settings const& settings, domain::orders::LegalOrder const& order);

}  // namespace doorstep::usecases::orders
