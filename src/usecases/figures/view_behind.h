#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/figures/asked.h"
#include "usecases/figures/compute.h"

namespace doorstep::usecases::figures {

/// Which records of a share: all it rests on, those that count, or those that do not.
enum class Which { all, counted, not_counted };
constexpr auto enum_names(Which) {
    return std::array{EnumName{Which::all, "all", "All"}, EnumName{Which::counted, "yes", "Yes"},
                      EnumName{Which::not_counted, "no", "No"}};
}

struct BehindQuery {
    FiguresQuery figures;
    Which which = Which::all;
    std::optional<std::string> part;  ///< code of one part of the measure
    std::optional<Dimension> by;
    std::string group;  ///< with `by`: id or code; empty for none
    int page = 1;
};

/// A record that a figure counts, by its case.
struct BehindItem {
    storage::figures::BehindRow row;
    std::string what;            ///< the part it belongs to, the answer given, the days it took
    std::optional<bool> counts;  ///< of a share
};

/// The records behind a figure, newest first, as far as this viewer may open their cases (M-150).
struct BehindView {
    Asked asked;
    Measure const* measure = nullptr;
    BehindQuery query;
    std::string part_label;
    std::string group_label;
    std::vector<BehindItem> items;
    std::int64_t all = 0;      ///< the figure
    std::int64_t visible = 0;  ///< how many of them are listed, over all pages
    int page = 1;
    int pages = 1;

    /// Of cases that are not open to the viewer, or of reports that did not become a case.
    std::int64_t not_listed() const { return all - visible; }
};

constexpr int behind_per_page = 25;

/// Needs Action::see_figures, by officer also Action::see_team; each case by Action::see_case.
Expected<BehindView> view_behind(Context& context, std::string_view measure, BehindQuery const& query);

/// Which records a measure counts in some days; nothing for cases open at the end, which are no records of
/// the period.
storage::figures::RecordFilter records_of(Measure const& measure, std::vector<SaidQuestion> const& questions,
                                          ReportingPeriod const& period, Date today);
/// What makes them count; for a share only.
storage::figures::Counting counting_of(Measure const& measure, std::vector<SaidQuestion> const& questions);

}  // namespace doorstep::usecases::figures
