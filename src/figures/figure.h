#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/figures/measure.h"
#include "figures/reporting_period.h"

namespace doorstep::figures {

using domain::figures::Measure;
using domain::figures::Tally;

/// One part of a measure: a case type, a result.
struct Part {
    std::string code;
    std::int64_t count = 0;
    bool operator==(Part const&) const = default;
};

/// Days from opening to closing, each with how often it came.
struct DaysFigure {
    std::int64_t sum = 0;
    double median = 0;  ///< half took no longer
    std::int64_t longest = 0;
    bool operator==(DaysFigure const&) const = default;
};

/// The value of a measure in one period. "Not collected" is not nought.
struct Figure {
    bool is_collected = true;
    std::int64_t counted = 0;  ///< the count; of a share, how many
    std::int64_t base = 0;     ///< of a share or of days: out of how many; homes, of a rate
    std::optional<DaysFigure> days;
    std::vector<Part> parts;  ///< largest first

    /// A share or rate of nothing is no number.
    bool has_value() const { return is_collected; }
    bool operator==(Figure const&) const = default;
};

/// The option of somebody who was asked but does not know: left out of the answers that count, as a skipped
/// question is.
inline constexpr std::string_view does_not_know = "do-not-know";

/// An answer that a survey question counts, with the wording it belongs to.
struct SaidQuestion {
    std::string measure;   ///< which `question` of a measure
    std::string question;  ///< its code
    int wording = 1;
    std::vector<std::string> good;
    Date asked_from;
};

/// Everything counted for some periods, in order for quick looking up.
class TallyBook {
  public:
    TallyBook(std::vector<Tally> tallies, int periods);
    std::vector<Tally> const& of(domain::figures::Source source, int period) const;
    int periods() const { return periods_; }

  private:
    int periods_;
    std::vector<std::vector<Tally>> cells_;
};

/// The measure from these tallies: all of one period and, when broken down, of one group. For ways `open` and
/// `rate`, which no tally holds, see evaluate_open and evaluate_rate.
Figure evaluate(Measure const& measure, std::vector<Tally> const& tallies,
                std::vector<SaidQuestion> const& questions);
Figure evaluate_open(std::int64_t open);
/// Cases opened since 1 April, and the homes they are set against; not collected where homes are not known.
Figure evaluate_rate(std::int64_t opened_since_april, std::int64_t homes);

/// The same answers, wording by wording, so that no line joins what does not compare (M-105).
struct ByWording {
    int wording = 1;
    Figure figure;
};
std::vector<ByWording> evaluate_by_wording(Measure const& measure, std::vector<Tally> const& tallies,
                                           std::vector<SaidQuestion> const& questions);

/// A period that ended before anybody collected this is "not collected", unless something was: records, and
/// for a measure in parts at least one that says which part.
Figure not_collected_before(Figure figure, ReportingPeriod const& period, std::optional<Date> collected_from);

}  // namespace doorstep::figures
