#include "usecases/figures/public_figures.h"

#include <algorithm>

#include "figures/small_numbers.h"

namespace doorstep::usecases::figures {

using domain::figures::Way;
using doorstep::figures::PeriodKind;

namespace {

/// "Too few to show", whatever it was: a share or count of so few.
void hide(Figure& figure, Measure const& measure) {
    if (!figure.is_collected) return;
    bool const is_share = measure.way == Way::share || measure.way == Way::said || measure.way == Way::days;
    figure = {};
    figure.counted = 1;
    figure.base = is_share || measure.way == Way::rate ? 1 : 0;
    if (measure.way == Way::days) figure.days = doorstep::figures::DaysFigure{};
}

bool is_held_back(Figure const* figure, int smallest) {
    return figure != nullptr && figure->is_collected && figure->counted > 0 && figure->counted < smallest;
}

bool has_parts_held_back(Figure const& figure, int smallest) {
    std::vector<std::int64_t> counts;
    for (auto const& part : figure.parts) counts.push_back(part.count);
    auto const hidden = doorstep::figures::held_back(counts, smallest);
    return std::any_of(hidden.begin(), hidden.end(), [](bool one) { return one; });
}

/// Quarters of the financial year up to the end of the period.
std::vector<ReportingPeriod> year_so_far(ReportingPeriod const& period) {
    std::vector<ReportingPeriod> quarters;
    auto const last = FinancialQuarter::containing(period.last_day());
    for (int n = 1; n <= last.quarter; ++n)
        quarters.push_back(doorstep::figures::quarter_period({last.year_start, n}));
    return quarters;
}

class Holder {
  public:
    Holder(FiguresView& view, PublicQuarters const& quarters)
        : view_(view), quarters_(quarters), smallest_(view.asked.smallest) {}

    void hold(ReportingPeriod const& period, Figure FiguresRow::*which) {
        bool const is_year = period.kind == PeriodKind::year;
        auto const held = [&](std::string const& measure) { return any_quarter_held(period, measure); };
        bool const opened_held = held("opened");
        bool const flow_held = opened_held || held("closed");
        bool closed_parts_held = false;
        if (auto const* closed = view_.row("closed"))
            closed_parts_held = has_parts_held_back(closed->*which, smallest_);
        for (auto& row : view_.rows) {
            auto& figure = row.*which;
            auto const& measure = *row.measure;
            if (is_year) {
                figure.parts.clear();
                if (measure.way == Way::count && quarters_held(period, measure.id) == 1)
                    hide(figure, measure);
                if (measure.id == "resolved" && any_quarter_with_parts_held(period, "closed"))
                    hide(figure, measure);
            }
            if (measure.id == "resolved" && closed_parts_held) hide(figure, measure);
            if (measure.way == Way::open && flow_held) hide(figure, measure);
            if (measure.way == Way::rate && opened_held) hide(figure, measure);
        }
    }

  private:
    int quarters_held(ReportingPeriod const& period, std::string const& measure) const {
        int count = 0;
        for (auto const& quarter : year_so_far(period))
            count += is_held_back(quarters_.of(measure, quarter.code), smallest_);
        return count;
    }
    bool any_quarter_held(ReportingPeriod const& period, std::string const& measure) const {
        return quarters_held(period, measure) > 0;
    }
    bool any_quarter_with_parts_held(ReportingPeriod const& period, std::string const& measure) const {
        for (auto const& quarter : year_so_far(period))
            if (auto const* figure = quarters_.of(measure, quarter.code);
                figure != nullptr && has_parts_held_back(*figure, smallest_))
                return true;
        return false;
    }

    FiguresView& view_;
    PublicQuarters const& quarters_;
    int smallest_;
};

}  // namespace

std::vector<ReportingPeriod> quarters_of_year(ReportingPeriod const& year) {
    std::vector<ReportingPeriod> quarters;
    for (int n = 1; n <= 4; ++n)
        quarters.push_back(
            doorstep::figures::quarter_period({FinancialQuarter::containing(year.last_day()).year_start, n}));
    return quarters;
}

Figure const* PublicQuarters::of(std::string const& measure, std::string const& period) const {
    for (std::size_t n = 0; n < periods.size(); ++n)
        if (periods[n].code == period)
            if (auto const found = figures[n].find(measure); found != figures[n].end()) return &found->second;
    return nullptr;
}

void hold_back_what_tells(FiguresView& view, PublicQuarters const& quarters) {
    Holder holder(view, quarters);
    holder.hold(view.asked.period, &FiguresRow::now);
    if (view.asked.before) holder.hold(*view.asked.before, &FiguresRow::before);
    holder.hold(view.asked.last_year, &FiguresRow::last_year);
}

}  // namespace doorstep::usecases::figures
