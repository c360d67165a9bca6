#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/figures/measure.h"
#include "figures/figure.h"
#include "figures/reconciliation.h"
#include "figures/reporting_period.h"
#include "storage/figures.h"
#include "usecases/settings.h"

/// Figures of any periods, the same whoever asks: pages, the command line and papers begin here.
namespace doorstep::usecases::figures {

using domain::figures::Dimension;
using domain::figures::Measure;
using doorstep::figures::Figure;
using doorstep::figures::Reconciliation;
using doorstep::figures::ReportingPeriod;
using doorstep::figures::SaidQuestion;
using storage::figures::Narrowing;

/// Every version of the closure survey's questions, as figures read them.
std::vector<SaidQuestion> said_questions(Settings const& settings);

/// From which day a measure has been collected: the landlord's own setting (site value
/// "collected_from.<measure>"), the measure's, the first question about it, or the first case; the latest of
/// them.
std::optional<Date> collected_from(Settings const& settings, Measure const& measure,
                                   std::vector<SaidQuestion> const& questions, std::optional<Date> first_day);

/// All measures of some periods, of all cases or those of an area or type. At most six statements, however
/// many periods: the first day, which days are kept, what is kept of them and the rest, the same of what was
/// open. A rate is of all homes, so a part has none: not collected.
class ComputedFigures {
  public:
    ComputedFigures(storage::sql::Read& tx, Settings const& settings, std::vector<ReportingPeriod> periods,
                    Date today, Narrowing const& narrowing = {});

    std::vector<ReportingPeriod> const& periods() const { return periods_; }
    Figure of(Measure const& measure, std::size_t period) const;
    /// Open at the start, what came and went, open at the end.
    Reconciliation reconciliation(std::size_t period) const;
    std::optional<Date> first_day() const { return first_day_; }
    /// What a period's figures are made of.
    std::vector<domain::figures::Tally> const& tallies(domain::figures::Source source,
                                                       std::size_t period) const {
        return book_.of(source, static_cast<int>(period));
    }

  private:
    doorstep::figures::TallyBook count(storage::sql::Read& tx, Date today, Narrowing const& narrowing);
    Settings const& settings_;
    std::vector<ReportingPeriod> periods_;
    std::int64_t homes_ = 0;
    std::vector<SaidQuestion> questions_;
    std::optional<Date> first_day_;
    std::vector<std::int64_t> opened_in_year_;  ///< from 1 April to the end of each period
    doorstep::figures::TallyBook book_;
    std::vector<std::int64_t> open_;  ///< at the start of each period, then at the end of each
};

/// One measure for some periods, whole or broken down. Three statements.
class MeasureFigures {
  public:
    /// `first_day`: of the first record of the site (storage::figures::first_day).
    MeasureFigures(storage::sql::Read& tx, Settings const& settings, Measure const& measure,
                   std::vector<ReportingPeriod> periods, Date today, std::optional<Date> first_day,
                   Narrowing const& narrowing);

    Figure of(std::size_t period) const;
    /// Wording by wording, for what people said.
    std::vector<doorstep::figures::ByWording> by_wording(std::size_t period) const;
    std::vector<ReportingPeriod> const& periods() const { return periods_; }
    std::optional<Date> collected_from() const { return collected_from_; }

  private:
    Measure const& measure_;
    std::vector<ReportingPeriod> periods_;
    std::vector<SaidQuestion> questions_;
    std::optional<Date> collected_from_;
    std::vector<std::vector<doorstep::figures::Tally>> tallies_;
    std::vector<std::int64_t> counts_;  ///< open at each end, or opened since each April
    std::int64_t homes_ = 0;
};

/// A group and its figure.
struct GroupFigure {
    std::string code;   ///< id of the area or account, code of the type or harm group; empty for none
    std::string label;  ///< "Not recorded" for none
    Figure figure;
};
/// One measure of one period by area, type, officer, harm group or risk; labels in order of their words, none
/// last. A rate for the whole of the landlord has no breakdown.
std::vector<GroupFigure> figures_by(storage::sql::Read& tx, Settings const& settings, Measure const& measure,
                                    Dimension by, ReportingPeriod const& period, Date today,
                                    Narrowing const& narrowing = {});

/// Of the group without a code: "Nobody", "Not assessed", "Not recorded".
std::string label_of_none(Dimension by);
/// "Medium", as the case stands now.
std::string risk_label(std::string_view code);

/// Name of an account; "Not known" for none.
std::string officer_name(storage::sql::Read& tx, std::string_view id);

/// Label of one part of a measure: a case type, a result.
std::string part_label(Settings const& settings, Measure const& measure, std::string const& code);

}  // namespace doorstep::usecases::figures
