#pragma once

#include "usecases/figures/view_figures.h"

/// What the public may not work out by comparing two published numbers.
namespace doorstep::usecases::figures {

/// The quarters of a year, oldest first.
std::vector<ReportingPeriod> quarters_of_year(ReportingPeriod const& year);

/// Takes out of a public view what would give away a number held back elsewhere. `quarters` has every measure
/// in each quarter of the financial years that the view's periods lie in, up to the period's end.
///  - The parts of a year: with three of its quarters they would give the fourth.
///  - A count of a year of which just one quarter is held back, for the same reason.
///  - The share of cases closed as resolved where the parts of "closed" are held back: with the number closed
///    it gives both.
///  - Cases open at the end where those opened or closed are held back, and the rate since April where those
///    opened are, in that quarter or an earlier one of the year.
struct PublicQuarters {
    std::vector<ReportingPeriod> periods;
    std::vector<std::map<std::string, Figure>> figures;  ///< of each period, by measure

    Figure const* of(std::string const& measure, std::string const& period) const;
};
void hold_back_what_tells(FiguresView& view, PublicQuarters const& quarters);

}  // namespace doorstep::usecases::figures
