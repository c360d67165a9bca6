#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/figures/measure.h"
#include "storage/sql/database.h"

/// Figures of days and months that are over, counted once and kept (docs/adr/2026-11-22-counted-days.md): a
/// page costs what its periods hold in months, not in records. The database itself forgets a slice when a
/// record of one of its days changes (triggers of the migration); until it has been counted again, its days
/// are counted from the records. Kept for the whole landlord and broken down by each dimension, one slice
/// each, so that a change of owner forgets the figures by officer alone.
namespace doorstep::storage::figures {

using domain::figures::Dimension;
using domain::figures::Source;
using domain::figures::Tally;

/// A month or a day; or what was open when a day began.
struct Slice {
    std::string name;  ///< "2026-10", "2026-10-21", "open 2026-10-01"
    Period days;       ///< none at all for what was open
    std::optional<Dimension> by;
    static Slice of_month(Date day_in_it, std::optional<Dimension> by = {});
    static Slice of_day(Date day, std::optional<Dimension> by = {});
    static Slice of_open(Date day, std::optional<Dimension> by = {});
    bool is_open() const { return days.from == days.until; }
    /// "2026-10", "2026-10 by officer"
    std::string words() const;
    bool operator==(Slice const&) const = default;
};

/// Every month that is over, every day before `today` from two months ago, and what was open when each month
/// began, that is not kept: the whole first, then by each dimension, the newest first. Nothing while there
/// are no cases.
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
Covered cover(sql::Read& tx, std::vector<Period> const& periods, Date today,
              std::optional<Dimension> by = {});

/// Which of what is kept: of one source, of one group of a dimension, or of all.
struct Kept {
    std::optional<Source> source;
    std::optional<Dimension> by;
    std::optional<std::string> group;
    std::vector<bool> opened_alone;  ///< periods of which no more is wanted; empty for none
};
/// What is kept of the parts. Tallies of a period with the same codes are to be added up, and with those of
/// the rest.
std::vector<Tally> kept_tallies(sql::Read& tx, Covered const& covered, Kept const& kept);

/// Cases open when these days began, group by group, of those days that are kept.
std::map<Date, std::vector<Tally>> kept_open(sql::Read& tx, std::vector<Date> const& days,
                                             std::optional<Dimension> by);

}  // namespace doorstep::storage::figures
