#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/ids.h"
#include "storage/sql/database.h"

/// For filling a new site (storage/sql/filling.h).
namespace doorstep::storage::filling {

/// Takes away every index that only makes reading faster, and the triggers that forget counted figures, of
/// which there are none yet; returns the statements that make them again. Made at the end indexes cost a
/// sort, kept up all the time they cost a search for every row. Nothing on PostgreSQL.
std::vector<std::string> take_away_indexes(sql::Database& database);
void make_indexes(sql::Database& database, std::vector<std::string> const& statements);

/// For records that came with numbers of their own: the next one taken is this.
void set_next_number(sql::Write& tx, std::string_view kind, int year, std::int64_t number);

/// An open case, not restricted, on which the demo can take legal action.
struct CaseToActOn {
    std::string reference;
    AccountId owner;
    std::optional<CasePersonId> accused;
    Date raised_on;
    std::optional<double> easting;  ///< of its address
    std::optional<double> northing;
};
/// Those that nothing happened to since `quiet_since`: first those of these kinds, the latest raised first.
std::vector<CaseToActOn> cases_to_act_on(sql::Read& tx, Instant quiet_since,
                                         std::vector<std::string> const& categories, int limit);

}  // namespace doorstep::storage::filling
