#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "base/working_days.h"
#include "legal/standard_ids.h"
#include "legal/standard_row.h"

namespace doorstep::legal {

/// The last day for something, and the promise it comes from, so that a file can explain it later.
struct Deadline {
    Date by;
    std::string standard_id;
    int value = 0;
    Unit unit = Unit::days;
    Date in_force_from;  ///< of the row that was used
};

/// A landlord's service standards: the defaults we ship, replaced by the landlord's own rows for their dates.
/// Chosen by the date of the event, never by today, so that old cases are judged by the promise of their day.
/// A narrower row (high risk) goes before a general one, whether shipped or the landlord's own.
///
/// Immutable, safe from any thread and cheap to copy. `id` is one of standard_ids and `applies_to` one of
/// standard_scopes: anything else is a bug (std::logic_error).
class Standards {
  public:
    /// As shipped in standards/*.toml.
    static Standards defaults();
    /// Refused (invalid, "standards-contradict") with every problem that problems_with finds.
    static Expected<Standards> with_overrides(std::vector<StandardRow> overrides);

    /// The row in force on the day of the event; nothing when there was no such standard then, or none for
    /// `applies_to` and no general one.
    std::optional<StandardRow> on(std::string_view id, Date event_date,
                                  std::string_view applies_to = {}) const;

    /// The last day that keeps the promise: see last_day. Nothing when no row was in force.
    std::optional<Deadline> find_deadline(std::string_view id, Date event_date, std::string_view applies_to,
                                          Division division) const;
    /// For standards that have always been there: a missing row is a bug.
    Deadline deadline(std::string_view id, Date event_date, std::string_view applies_to,
                      Division division) const;

    /// A missing row is a bug.
    int number(std::string_view id, Date on, std::string_view applies_to = {}) const;
    bool yes(std::string_view id, Date on, std::string_view applies_to = {}) const;

    /// Shipped rows and the landlord's own, by id, scope and date.
    std::vector<StandardRow> const& default_rows() const;
    std::vector<StandardRow> const& overrides() const;

  private:
    struct Data;
    explicit Standards(std::shared_ptr<Data const> data) : data_(std::move(data)) {}
    StandardRow const* find(std::string_view id, Date date, std::string_view applies_to) const;
    StandardRow const& require(std::string_view id, Date date, std::string_view applies_to) const;

    std::shared_ptr<Data const> data_;
};

/// The last day of a period of days. "Following": the day of the event is not counted. "Beginning with": it
/// is day 1, so a period of months ends on the day before the same day of the month. Where that day does not
/// exist the month's last day stands for it, which is the earlier of the two readings: being early breaks no
/// promise. Working days are those of the division; other periods do not stop for weekends or holidays. A row
/// of hours or of no period is a bug.
Date last_day(StandardRow const& row, Date event_date, Division division);

/// Everything wrong with rows that a landlord proposes, taken together, in words for the person who typed
/// them: unknown ids, scopes that do not exist, units that do not fit, overlaps, missing titles and sources.
std::vector<std::string> problems_with(std::vector<StandardRow> const& proposed);
/// The same for the shipped rows, and gaps between them. Empty in every release: a test and `doorstep law
/// check` see to it.
std::vector<std::string> problems_with_defaults();

}  // namespace doorstep::legal
