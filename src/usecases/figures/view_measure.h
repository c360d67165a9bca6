#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figures/xmr.h"
#include "usecases/figures/asked.h"
#include "usecases/figures/compute.h"

namespace doorstep::usecases::figures {

struct PeriodFigure {
    ReportingPeriod period;
    Figure figure;
    bool is_over = false;
};

/// One part of a measure in the periods compared.
struct PartRow {
    std::string code;
    std::string label;
    std::int64_t now = 0;
    std::optional<std::int64_t> before;  ///< nothing where it was not collected
    std::optional<std::int64_t> last_year;
};

/// Between which values chance alone moves a month, and which months it does not explain (figures/xmr.h).
struct OrdinaryRange {
    doorstep::figures::Xmr xmr;  ///< flags by the place of their month in `months`
    std::size_t first = 0;       ///< the first month it rests on
    std::size_t count = 0;
};

/// One measure (T07): as it is, as it was, in parts, and by area, type or officer.
struct MeasureView {
    Asked asked;
    Measure const* measure = nullptr;
    Figure now;
    std::optional<Figure> before;
    Figure last_year;
    std::vector<PeriodFigure> course;  ///< the same kind of period, oldest first, the one asked for last
    std::vector<PeriodFigure> earlier_years;  ///< the same days of earlier years, newest first, this one too
    std::vector<PeriodFigure> months;       ///< up to the end of the period, oldest first; empty for a month
    std::optional<OrdinaryRange> ordinary;  ///< nothing with fewer than 12 months in a row
    std::vector<PartRow> parts;             ///< largest first
    /// The same promise seen from the other side, over the same course.
    Measure const* beside = nullptr;
    std::vector<PeriodFigure> beside_course;
    /// Where answers to more than one wording fall into the period.
    std::vector<doorstep::figures::ByWording> by_wording;
    std::optional<Date> collected_from;
    std::optional<int> ambition;  ///< percent, as the landlord's standard says on the period's last day
    std::optional<Dimension> by;
    std::vector<GroupFigure> groups;
    bool may_see_officers = false;  ///< may break it down by officer
};

/// Needs Action::see_figures; by officer also Action::see_team. Refused as ask() refuses, and for a measure
/// that is not there.
Expected<MeasureView> view_measure(Context& context, std::string_view measure, FiguresQuery const& query,
                                   std::optional<Dimension> by);

}  // namespace doorstep::usecases::figures
