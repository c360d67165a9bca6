#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/orders/legal_order.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Which orders an incident may have met.
namespace doorstep::storage::order_matches {

/// Where and when something happened, as far as it is known.
struct Happening {
    CaseFileId file;
    std::optional<AddressId> address;
    std::optional<double> easting;
    std::optional<double> northing;
    Instant at;
    Date on;
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
};
/// Of the same case, of a case at the same address, or with a zone no farther than `reach` metres by its
/// rectangle. Only those of cases within the scope. At most 50.
std::vector<NearOrder> live_at(sql::Read& tx, CaseScope const& scope, Happening const& happening, int reach);

}  // namespace doorstep::storage::order_matches
