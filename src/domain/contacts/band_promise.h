#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "domain/cases/case_file.h"
#include "domain/contacts/intervals.h"

namespace doorstep::domain::contacts {

/// The risk band of a case from a day on.
struct BandFrom {
    Date from;
    cases::RiskBand band = cases::RiskBand::standard;
    bool operator==(BandFrom const&) const = default;
};

/// The landlord's promise for a band, counted from a day.
using PromiseOfBand = std::function<DueDay(Date from, cases::RiskBand band)>;

/// The bands of a case from `start` on: standard, or high from the day it was taken as high, until the first
/// of those that were assessed; then these. `assessed` in order. A case that is taken as high only after it
/// was assessed stays as it was assessed.
std::vector<BandFrom> with_bands_before_assessment(std::vector<BandFrom> assessed, Date start,
                                                   std::optional<Date> taken_as_high_on);

/// When an interval falls due, for a case whose band changed over time. `bands` in order; before the first of
/// them the band is standard.
///
/// (1) The band of the day it started, counted from that day; of several that came in on that day the one
/// that promises the earliest, for that was promised too. (2) A band that came in while it was open and
/// promises an earlier day, counted from the day the band came in: what is found out on Friday cannot have
/// been due on Tuesday. (3) A band that promises a later day changes nothing until the next interval, for the
/// day was promised.
DueDay due_under_bands(Date started_on, std::optional<Date> ended_on, std::vector<BandFrom> const& bands,
                       PromiseOfBand const& promise);

}  // namespace doorstep::domain::contacts
