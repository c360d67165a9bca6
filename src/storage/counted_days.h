#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/figures/measure.h"
#include "storage/sql/database.h"

/// Figures of days and months that are over, counted once and kept (docs/adr/2026-11-22-counted-days.md): a
/// page costs what its periods hold in months, not in records. The database itself forgets a slice when a
/// record of one of its days changes (triggers of the migration); until it has been counted again, its days
/// are counted from the records. Only for totals of the whole landlord: breakdowns are counted as they are
/// asked for.
namespace doorstep::storage::figures {

using domain::figures::Source;
using domain::figures::Tally;

/// A month or a day.
struct Slice {
    std::string name;  ///< "2026-10", "2026-10-21"
    Period days;
    static Slice of_month(Date day_in_it);
    static Slice of_day(Date day);
    bool operator==(Slice const&) const = default;
};

/// Every month that is over, and every day before `today` from two months ago, that is not kept, the newest
/// first. Nothing while there are no cases.
std::vector<Slice> slices_to_count(sql::Read& tx, Date today);
/// Counts a slice from the records and keeps it. Its days must be over.
void count_and_keep(sql::Write& tx, Slice const& slice, Date today);
/// Takes away what nothing reads any more: tallies of slices that were forgotten, days of long ago.
void clear_counted(sql::Write& tx, Date today);

std::vector<Slice> kept_slices(sql::Read& tx);
/// Whether what is kept is what the records say now.
bool is_right(sql::Read& tx, Slice const& slice, Date today);
/// It will be counted again.
void forget(sql::Write& tx, Slice const& slice);

/// Periods put together from what is kept, and what remains.
struct Covered {
    struct Part {
        std::size_t period;
        std::string slice;
    };
    std::vector<Part> parts;
    std::vector<Period> rest;
    std::vector<std::size_t> period_of_rest;

    /// A tally of the periods of `rest` as one of the period it is part of.
    Tally of_rest(Tally tally) const;
};
Covered cover(sql::Read& tx, std::vector<Period> const& periods, Date today);
/// What is kept of the parts; of one source, or of all. Tallies of a period with the same codes are to be
/// added up, and with those of the rest.
std::vector<Tally> kept_tallies(sql::Read& tx, Covered const& covered, std::optional<Source> source);

}  // namespace doorstep::storage::figures
