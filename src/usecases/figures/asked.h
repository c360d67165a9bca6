#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/figures/measure.h"
#include "figures/reporting_period.h"
#include "storage/figures.h"
#include "usecases/context.h"

/// What an address or a command asks figures for.
namespace doorstep::usecases::figures {

using doorstep::figures::ReportingPeriod;
using storage::figures::Narrowing;

struct FiguresQuery {
    std::string period;  ///< a code of figures/reporting_period.h; empty: the quarter that today lies in
    std::string area;    ///< id; empty for all
    std::string type;    ///< code of a case type; empty for all
};

/// Something to choose from, and its words.
struct Offered {
    std::string code;
    std::string label;
};

/// A period with those it is compared with, and which part of the cases.
struct Asked {
    ReportingPeriod period;
    std::optional<ReportingPeriod> before;  ///< nothing for a year to date
    ReportingPeriod last_year;
    bool is_over = false;
    Narrowing narrowing;
    std::string area_name;  ///< of the one asked for; empty for all
    std::string type_name;
    std::vector<Offered> areas;
    std::vector<Offered> types;
    std::vector<Offered> periods;  ///< quarters, newest first, then years; back to the first case
    std::optional<Date> first_day;
    int smallest = 0;  ///< counts below it are held back from the public, shares of fewer from everybody

    /// This, the one before where there is one, the same last year.
    std::vector<ReportingPeriod> compared() const;
};

/// Figures for those who may see them; by officer only for those who lead the team.
Expected<Done> require_figures(Context const& context, std::optional<domain::figures::Dimension> by);

/// Refused: a period that is none or has not begun, an area or type that is not there. Two statements.
Expected<Asked> ask(Context& context, FiguresQuery const& query);

}  // namespace doorstep::usecases::figures
