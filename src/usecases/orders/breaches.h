#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/orders/legal_order.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

struct RecordBreach {
    std::string reference;
    LegalOrderId id;
    std::string clause;    ///< id; empty: the order as a whole
    std::string incident;  ///< id of an incident of the case; empty: none
    Date happened_on;
    std::optional<TimeOfDay> happened_time;
    std::string what;
    std::string evidence;
    std::string crime_reference;
    std::optional<Date> police_told_on;
};
/// A suspected breach, against a clause where there is one (M-44, M-55).
Expected<OrderBreachId> record_breach(Context& context, RecordBreach const& input);

struct RecordBreachOutcome {
    std::string reference;
    LegalOrderId id;
    OrderBreachId breach;
    std::int64_t version = 0;
    std::optional<Date> arrested_on;
    std::optional<Date> committal_on;
    domain::orders::BreachOutcome outcome{};
    Date outcome_on;
    std::string note;
};
/// A finding of breach of an injunction opens condition 2 of the absolute ground: its day goes on the work
/// lists.
Expected<Done> record_breach_outcome(Context& context, RecordBreachOutcome const& input);

}  // namespace doorstep::usecases::orders
