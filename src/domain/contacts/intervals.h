#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"

namespace doorstep::domain::contacts {

enum class IntervalKind { first, update };
constexpr auto enum_names(IntervalKind) {
    return std::array{EnumName{IntervalKind::first, "first", "First contact"},
                      EnumName{IntervalKind::update, "update", "Contact kept up"}};
}

/// A promised contact: the day it was due, and whether a conversation came by then.
struct Interval {
    IntervalKind kind = IntervalKind::first;
    Date started_on;
    Date due_on;
    std::optional<Date> ended_on;  ///< the conversation, or the day the clock stopped
    std::optional<bool> kept;  ///< nothing while open, and when the clock stopped before the day it was due
    std::string standard;      ///< which promise, in which version: "sla.update_days 14 from 2024-04-01"
    bool operator==(Interval const&) const = default;
};

struct DueDay {
    Date by;
    std::string standard;
};

/// The landlord's promises, asked with the day an interval starts and the day it ended; nothing while it is
/// open.
struct ContactStandards {
    using Promise = std::function<DueDay(Date started_on, std::optional<Date> ended_on)>;
    Promise first_contact;
    Promise update;
};

/// A time for which the case was closed.
struct Closed {
    Date closed_on;
    Date reopened_on;
};

/// Every interval of one complainant, from the day they raised the issue. Computed whole each time, so that a
/// contact written down late, or on the wrong day and put right, gives the same answer as one written at
/// once.
///
/// (1) The first interval runs from `raised_on` to the first conversation (M-76).
/// (2) Every conversation starts the next interval (M-78); several on one day count as one. Attempts are not
/// given here. (3) `stopped_on`, when the case closed or the person left: an interval not yet due ends
/// without a verdict, one past
///     its day was not kept.
/// (4) `earlier`, times for which the case was closed, in order: each stops the clock in the same way, and
/// reopening starts it again with the promise of a first contact, whatever was said before. Conversations in
/// between count for nothing.
std::vector<Interval> intervals(Date raised_on, std::vector<Date> conversations,
                                std::optional<Date> stopped_on, ContactStandards const& standards,
                                std::vector<Closed> const& earlier = {});

/// The day the open interval falls due; nothing when there is none.
std::optional<Date> next_contact_by(std::vector<Interval> const& intervals);

/// Share of intervals kept, of those that ended with a verdict or are past their day.
struct KeptShare {
    int kept = 0;
    int of = 0;
};
KeptShare kept_share(std::vector<Interval> const& intervals, Date today);

}  // namespace doorstep::domain::contacts
