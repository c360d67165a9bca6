#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/orders/legal_order.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Which orders something that happened may have met.
namespace doorstep::storage::order_matches {

/// Where, when and by whom, as far as it is known.
struct Happening {
    std::optional<CaseFileId> file;    ///< the case it belongs to
    std::optional<ReportId> report;    ///< it came with this report, whose place counts before the others
    std::optional<AddressId> address;  ///< where it happened
    std::string postcode;              ///< in its usual form; where no address is known
    Instant from;  ///< the same twice when the moment is known, else the day's beginning and end
    Instant until;
    Date on;
    std::vector<std::string> sounds;  ///< of the names in what was said (text::phonetic_keys)
};

/// An order in force then, with a clause that was live that day, if it has any.
struct NearOrder {
    LegalOrderId order;
    std::string reference;  ///< of its case
    std::string kind;
    domain::orders::OrderForm form{};
    std::string scope;
    bool same_case = false;
    bool same_address = false;
    std::string respondent_name;
    std::optional<OrderClauseId> clause;
    int position = 0;
    std::string words;
    std::string zone;
    std::optional<int> radius;
    std::string conduct;  ///< kinds of behaviour that the clause is about, between commas
    /// Where it happened, in metres of the National Grid, when that is known.
    std::optional<double> easting;
    std::optional<double> northing;
};
constexpr int most_near_orders = 200;
/// Of the same case, of a case at the same address, with a zone no farther than `reach` metres by its
/// rectangle (by R-tree on SQLite, GiST on PostgreSQL), or against somebody of whose name at least two words
/// sound like some that were said. Only those of cases within the scope. At most `most_near_orders`. One
/// statement.
std::vector<NearOrder> live_at(sql::Read& tx, CaseScope const& scope, Happening const& happening, int reach);

}  // namespace doorstep::storage::order_matches
