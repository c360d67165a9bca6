#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/papers/paper.h"
#include "domain/surveys/survey.h"
#include "figures/figure.h"
#include "figures/reporting_period.h"
#include "storage/papers.h"
#include "usecases/context.h"

namespace doorstep::usecases::papers {

using doorstep::figures::Figure;
using doorstep::figures::ReportingPeriod;

/// Comments of one kind about one thing (M-109).
struct CommentsCounted {
    domain::surveys::CommentKind kind{};
    std::string category;  ///< code; empty for none
    std::int64_t count = 0;
    bool operator==(CommentsCounted const&) const = default;
};

/// Every figure of a quarter's paper: each measure in the quarter, the quarters of the year before, the
/// quarter's months, and the years it is compared with.
struct PaperFigures {
    FinancialQuarter quarter;
    int smallest = 0;                       ///< shares of fewer are not shown
    std::vector<ReportingPeriod> quarters;  ///< oldest first, this one last
    std::vector<ReportingPeriod> months;    ///< of the quarter
    std::vector<ReportingPeriod> years;     ///< the two before, the rolling year, the year to date
    std::vector<ReportingPeriod> earlier;   ///< the same quarter two and three years ago
    std::map<std::string, std::map<std::string, Figure>> figures;  ///< by measure and period
    std::vector<CommentsCounted> comments;
    std::vector<domain::papers::PartnerSummary> partners;
    std::vector<std::string> stories;  ///< signed off: title and words

    ReportingPeriod const& now() const { return quarters.back(); }
    ReportingPeriod before() const { return *doorstep::figures::previous_period(now()); }
    ReportingPeriod last_year() const { return doorstep::figures::same_period_last_year(now()); }
    /// Not collected where it is not there.
    Figure of(std::string_view measure, ReportingPeriod const& period) const;
    std::int64_t part(std::string_view measure, ReportingPeriod const& period, std::string_view code) const;
};

/// Counted from the records as they are now, with what stands beside them; six statements at most.
PaperFigures count_paper(Context& context, FinancialQuarter quarter, storage::papers::Beside const& beside);
/// The same where nothing was read yet; one statement more.
PaperFigures count_paper(Context& context, FinancialQuarter quarter);

/// As it is kept with a frozen paper, and back. Nothing when it is not that.
std::string figures_json(PaperFigures const& figures);
std::optional<PaperFigures> read_figures(std::string_view json);

/// A figure that is not what the paper says.
struct FigureDifference {
    std::string measure;  ///< title
    std::string period;   ///< words
    std::string frozen;   ///< "62", "82% (41 of 50)"
    std::string counted;
};
std::vector<FigureDifference> differences(PaperFigures const& frozen, PaperFigures const& counted,
                                          Settings const& settings);

}  // namespace doorstep::usecases::papers
