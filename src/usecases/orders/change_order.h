#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/orders/legal_order.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

struct ExtendOrder {
    std::string reference;
    LegalOrderId id;
    std::int64_t version = 0;
    Date applied_on;
    Date made_on;
    Date until_on;
    std::string court;
    std::string note;
};
/// A separate act of the court (M-27, M-28). Refused: applied for after the order ran out, longer than the
/// law allows by itself or in all, with the limit and its source.
Expected<Done> extend_order(Context& context, ExtendOrder const& input);

struct EndOrder {
    std::string reference;
    LegalOrderId id;
    std::int64_t version = 0;
    domain::orders::OrderEnd end{};
    Date ended_on;
    std::optional<TimeOfDay> ended_time;
    std::string note;
};
/// Discharged, cancelled, quashed, replaced, or run out. The clocks that start at the end of a closure order
/// run from then.
Expected<Done> end_order(Context& context, EndOrder const& input);

struct SetExpiryPlan {
    std::string reference;
    LegalOrderId id;
    domain::orders::AfterIt after_it{};
    AccountId owner;
    Date by;
    std::string note;
};
Expected<Done> set_expiry_plan(Context& context, SetExpiryPlan const& input);

struct AddClause {
    std::string reference;
    LegalOrderId id;
    domain::orders::ClauseKind kind{};
    std::string words;
    std::optional<Date> from_on;  ///< nothing: as the order
    std::optional<Date> until_on;
    bool participation = false;
    std::string supervisor;
    bool power_of_arrest = false;
    std::optional<domain::orders::ArrestGround> arrest_ground;
    std::optional<Date> arrest_until;
    bool no_contact = false;
    bool home_exclusion = false;
    std::vector<std::string> conduct;  ///< kinds of behaviour it is about, codes of "categories"
    std::string zone_centre;           ///< postcode, or "easting, northing"
    std::optional<int> zone_radius;
    std::string zone_outline;  ///< corners, one "easting, northing" to a line
};
/// Refused: what check_clause refuses; under 18 and kept out of their own home; an outline that crosses
/// itself.
Expected<Done> add_clause(Context& context, AddClause const& input);
struct StrikeClause {
    std::string reference;
    LegalOrderId id;
    OrderClauseId clause;
};
/// Taken out by a variation of the court; it stays on file.
Expected<Done> strike_clause(Context& context, StrikeClause const& input);

struct AddProtected {
    std::string reference;
    LegalOrderId id;
    std::string name;
    std::string note;
};
Expected<Done> add_protected(Context& context, AddProtected const& input);
struct RemoveRow {
    std::string reference;
    LegalOrderId id;
    std::string row;
};
Expected<Done> remove_protected(Context& context, RemoveRow const& input);

}  // namespace doorstep::usecases::orders
