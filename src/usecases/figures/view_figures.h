#pragma once

#include <vector>

#include "figures/figure_words.h"
#include "usecases/figures/asked.h"
#include "usecases/figures/compute.h"

namespace doorstep::usecases::figures {

/// A measure, its figure, and those it is compared with.
struct FiguresRow {
    Measure const* measure = nullptr;
    Figure now;
    Figure before;  ///< not collected where there is no period before
    Figure last_year;
};

/// Every measure of one period (T07).
struct FiguresView {
    Asked asked;
    std::vector<FiguresRow> rows;  ///< in the order of the measures
    Reconciliation reconciliation;
    /// When opened, closed and open do not add up: which cases, as far as the viewer may know.
    std::vector<storage::figures::SpellProblem> problems;

    FiguresRow const* row(std::string_view measure) const;
};

/// Needs Action::see_figures.
Expected<FiguresView> view_figures(Context& context, FiguresQuery const& query);

/// Figures with nothing that leads to a case (V01, M-11): measures that are public, of a quarter or year that
/// is over; the newest such quarter when none is asked for. For anybody where the landlord publishes them
/// (site value "publishes_performance"), else for those with Action::see_performance. Refused (not found,
/// "not-published") for others, and where there is none yet.
Expected<FiguresView> view_performance(Context& context, std::string const& period);

/// One line for each measure, part and period: for spreadsheets. With `everyone`, counts too small to publish
/// are left empty and said to be so.
std::string figures_csv(FiguresView const& view, Settings const& settings,
                        doorstep::figures::Readers readers);

/// The same as a workbook: one sheet for people, one of every line, with filters and charts.
std::string figures_workbook(FiguresView const& view, Settings const& settings);
/// The same for programs: {"period":{...},"figures":[{"measure":"opened","now":{...},...}],...}.
std::string figures_json(FiguresView const& view, Settings const& settings);

}  // namespace doorstep::usecases::figures
