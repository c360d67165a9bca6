#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/legal_actions.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

struct AddCost {
    std::string reference;
    LegalActionId action;
    Date on;
    std::string what;
    std::string amount;  ///< in pounds, as typed: "1,250" or "12.50"
};
/// Refused: no amount in pounds, a day in the future.
Expected<Done> add_cost(Context& context, AddCost const& input);

struct CostsView {
    cases::CaseHeader header;
    LegalActionId action;
    std::string label;  ///< of the kind of action
    std::vector<storage::legal_actions::Cost> costs;
    std::int64_t total_pence = 0;
    bool may_change = false;
};
Expected<CostsView> view_costs(Context& context, std::string_view reference, std::string_view action);

/// "£1,250.00"
std::string pounds_words(std::int64_t pence);

}  // namespace doorstep::usecases::orders
